"""One text through the desk as a filter: stdin to stdout."""

import sys

from cleaners.errors import DocumentError
from cleaners.render import as_json, text
from flows.corpus import Input
from flows.errors import UsageError
from flows.read import load
from flows.settings import JobSettings
from flows.work import judge


def clean_stdin(job: JobSettings, *, whole_report: bool) -> int:
    """Write the clean text of stdin to stdout, or its report; return the exit status. Raises UsageError."""
    if len(job.paths) > 1:
        raise UsageError("- is stdin and stands alone")
    if sys.stdin is None:  # closed by the shell: <&-
        raise UsageError("- is stdin, and there is none")
    limit = job.rules.max_bytes
    data = sys.stdin.buffer.read(limit + 1)
    try:
        if len(data) > limit:
            raise DocumentError(f"is larger than max_bytes of the settings, {limit:,} bytes")
        report = judge(load(data, Input("", "-", len(data))), "-", job)
    except DocumentError as error:
        print(f"failed: stdin: {error}", file=sys.stderr)
        return 3
    page = as_json.render(report) if whole_report else text.render(report)
    sys.stdout.buffer.write(page.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    return 1 if job.fail_under is not None and report.scores.quality < job.fail_under else 0
