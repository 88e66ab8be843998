"""The words of the command line."""

import argparse
from pathlib import Path

_EXAMPLES = """\
examples:
  python -m flows.clean                          the five sample articles, into output/
  python -m flows.clean articles -o desk         a folder and all below it; open desk/index.html
  python -m flows.clean 'news/*.md' --format json --fail-under 90
  python -m flows.clean - < article.txt          clean text to stdout; with --json the whole report
  python -m flows.clean corpus.jsonl.gz --text-column body --id-column url -o desk
  python -m flows.clean --explain zh-en.manual-dog-head

exit status: 0 all well; 1 a document under --fail-under; 2 wrong use or settings; 3 some documents failed
A second run does only what is new or changed. Settings: see README, or print the report's schema with --schema.
"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``python -m flows.clean``."""
    out = argparse.ArgumentParser(
        prog="python -m flows.clean",
        description="Clean, annotate and score articles. Data goes to files or stdout, words for people to stderr.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    out.add_argument(
        "paths", nargs="*", metavar="PATH", help="file, folder, glob, address, or - (default: seeds)"
    )
    _add_output(out.add_argument_group("what is written"))
    _add_desk(out.add_argument_group("what the desk does"))
    _add_run(out.add_argument_group("how it runs"))
    _add_questions(out.add_argument_group("instead of a run"))
    return out


def _add_output(group: argparse._ArgumentGroup) -> None:
    group.add_argument("-o", "--output", metavar="DIR", help="default: output; never read as input")
    group.add_argument("--format", metavar="LIST", help="default: txt,json,html; csv is one a run")
    group.add_argument(
        "--apply", choices=("suggestions",), help="also NAME.edited.txt, safe suggestions applied"
    )
    group.add_argument(
        "--references", metavar="DIR", help="human texts under the inputs' names: did cleaning help?"
    )
    group.add_argument(
        "--json", action="store_true", help="JSON to stdout: a line a document, or the report for -"
    )
    group.add_argument("--dry-run", action="store_true", default=None, help="read and report, write nothing")
    group.add_argument("--quiet", action="store_true", help="say only what went wrong")


def _add_desk(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--settings", metavar="FILE", type=Path, help="TOML; the options here go before it")
    group.add_argument("--fail-under", metavar="N", type=float, help="exit with 1 if a quality is under N")
    group.add_argument("--no-strip", action="store_true", help="remove nothing that was scraped along")
    group.add_argument(
        "--keep", metavar="KIND", action="append", help="furniture that stays, as credit; may repeat"
    )
    group.add_argument("--text-column", metavar="NAME", help="of JSONL and Parquet; default: text")
    group.add_argument("--id-column", metavar="NAME", help="default: id, else the line's number")


def _add_run(group: argparse._ArgumentGroup) -> None:
    track = group.add_mutually_exclusive_group()
    track.add_argument(
        "--track", action="store_true", default=None, help="record the run in Prefect, or fail"
    )
    track.add_argument(
        "--no-track", action="store_false", dest="track", help="do not look for a Prefect server"
    )
    group.add_argument(
        "--engine", choices=("local", "dask"), help="processes on this machine, or a Dask cluster"
    )
    group.add_argument("--cluster", metavar="ADDRESS", help="the Dask scheduler, e.g. tcp://10.0.0.5:8786")
    group.add_argument(
        "--workers", metavar="N", type=int, help="processes on this machine (default: all cores)"
    )
    group.add_argument("--fresh", action="store_true", default=None, help="do everything again")


def _add_questions(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--schema", action="store_true", help="print the JSON schema of a report")
    group.add_argument("--explain", metavar="RULE", help="print what a rule looks for, and its examples")
