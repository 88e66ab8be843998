"""The article as marked text: every finding, removed part and suggestion in its place.

A piece under findings is a ``<mark>`` that lists them in ``data-f``, so overlaps need no nesting. What only the
raw text has stands in ``<del>``, what a suggestion would write in ``<ins>``: the clean text is what is left
without these two. The raw text is what is left without ``<ins>`` and what repairs wrote (class ``n``), the
suggested text what is left without ``<del>`` and what suggestions replace (class ``r``).
"""

from collections import defaultdict
from dataclasses import dataclass, field

from cleaners.render import its
from cleaners.render.escape import attribute, text
from cleaners.render.layout import Piece, pieces, shown
from cleaners.render.names import short, words
from cleaners.report import EditReport, Report, SuggestedEdit

_SECTION = 8_000
"""Code points a browser lays out together; a section out of sight costs it nothing."""


def article(report: Report) -> str:
    """Return the inside of the page's article element, with the ITS blocks that its overlaps refer to."""
    writer = _Writer(report)
    for piece in pieces(report):
        writer.add(piece)
    return writer.done()


@dataclass
class _Writer:
    report: Report
    out: list[str] = field(default_factory=list)
    tag: str = ""
    section: int = 0
    standoff: dict[str, str] = field(default_factory=dict)
    named: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.suggested: dict[int, list[SuggestedEdit]] = defaultdict(list)
        for suggestion in self.report.suggested:
            self.suggested[suggestion.clean.end].append(suggestion)
        self.ends: dict[int, list[int]] = defaultdict(list)
        for index, finding in enumerate(self.report.findings):
            self.ends[shown(finding, len(self.report.text)).end].append(index)
        self.edits: dict[int, list[EditReport]] = defaultdict(list)
        for edit in self.report.edits:
            self.edits[edit.clean.start].append(edit)

    def add(self, piece: Piece) -> None:
        start, end = piece.span
        self.out += [self.suggestion(edit) for edit in self.suggested.get(start, ())]
        if piece.opens_line:
            self.open_paragraph(start)
        self.out += [_removed(edit) for edit in self.edits.get(start, ()) if edit.old]
        if start == end:
            return
        inner = text(self.report.text[start:end])
        if piece.written:
            inner = f'<span class="n" {_of(piece.written)}>{inner}</span>'
        if piece.findings:
            inner = self.mark(piece, inner)
        elif piece.replaced:
            inner = f'<span class="r">{inner}</span>'
        self.out.append(inner)

    def open_paragraph(self, start: int) -> None:
        self.close_paragraph()
        if start >= self.section:
            self.out.append('</div><div class="k">' if start else '<div class="k">')
            self.section = start + _SECTION
        title, dek = self.report.title, self.report.dek
        self.tag, kind = "p", ""
        if title and title.start <= start < title.end:
            self.tag = "h1"
        elif dek and dek.start <= start < dek.end:
            kind = ' class="d"'
        elif self.report.text[start : start + 1] == "\n":
            kind = ' class="e"'
        self.out.append(f"<{self.tag}{kind}>")

    def close_paragraph(self) -> None:
        if self.tag:
            self.out.append(f"</{self.tag}>")

    def mark(self, piece: Piece, inner: str) -> str:
        """Return a piece as a mark: weighed by its worst finding, named after the findings that end with it."""
        found = self.report.findings
        worst = max(piece.findings, key=lambda i: found[i].severity.weight)
        first = [i for i in piece.findings if i not in self.named]
        self.named.update(first)
        anchors = "".join(f'<a id="f{i + 1}"></a>' for i in first[1:])
        name = f' id="f{first[0] + 1}" tabindex="0" aria-describedby="n{first[0] + 1}"' if first else ""
        labels = [short(found[i].kind) for i in self.ends.get(piece.span.end, ()) if i in piece.findings]
        label = f' data-l="{attribute(" · ".join(labels))}"' if labels else ""
        gone = " r" if piece.replaced else ""
        return (
            f'{anchors}<mark class="{found[worst].severity.value} {_dimension(found[worst].mqm)}{gone}"{name}'
            f' data-f="{_numbers(piece.findings)}"{label}{self.its(piece.findings)}>{inner}</mark>'
        )

    def its(self, findings: tuple[int, ...]) -> str:
        found = self.report.findings
        if len(findings) == 1:
            return its.local(found[findings[0]])
        name = f"q{'-'.join(str(i + 1) for i in findings)}"
        if name not in self.standoff:
            self.standoff[name] = its.standoff(name, [found[i] for i in findings])
        return f' its-loc-quality-issues-ref="#{name}"'

    def suggestion(self, edit: SuggestedEdit) -> str:
        """Return what a suggestion would write, under the number of the finding that makes it."""
        number = next(
            (
                i + 1
                for i in self.ends.get(edit.clean.end, ())
                if self.report.findings[i].rule == edit.rule
                and self.report.findings[i].suggestion == edit.new
            ),
            None,
        )
        of = f' tabindex="0" data-f="{number}"' if number else ""
        return f"<ins{of}>{text(edit.new)}</ins>"

    def done(self) -> str:
        self.close_paragraph()
        return "".join(self.out) + "</div>" + "".join(self.standoff.values())


def _removed(edit: EditReport) -> str:
    """Return what stood in the raw text, typed by its kind: a stripped line is a block of its own (``b``), and
    line breaks (``w``) show a pilcrow, for a label on each of them would drown the text.
    """
    if edit.stage == "strip":
        shape, label = ' class="b"', words(edit.kind)
    elif not edit.old.strip("\r\n"):
        shape, label = ' class="w"', "¶"
    else:
        shape, label = "", short(edit.kind)
    return f'<del{shape} {_of(edit)} data-l="{attribute(label)}">{text(edit.old)}</del>'


def _of(edit: EditReport) -> str:
    return f'data-k="{attribute(edit.kind)}" data-g="{edit.stage}" title="{attribute(edit.rule)}"'


def _dimension(mqm: str) -> str:
    return attribute(mqm.partition("/")[0])


def _numbers(findings: tuple[int, ...]) -> str:
    return " ".join(str(i + 1) for i in findings)
