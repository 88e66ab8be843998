"""The way out: everything known about one document, and its JSON schema."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from cleaners.types import Severity, Span, Strength

Verdict = Literal["pass", "review", "reject"]

RawSpan = Annotated[Span, Field(description="Code points of the decoded input, 0-based, half-open.")]
CleanSpan = Annotated[Span, Field(description="Code points of `text`, 0-based, half-open.")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(_Part):
    """Where the text came from. ``path`` is relative to the PATH that was given."""

    path: str
    sha256: str = Field(description="Of the input's bytes, in hexadecimal.")
    bytes: int
    encoding: str


class LanguageReport(_Part):
    """ISO 639-1 code ("und" when unknown), confidence 0 to 1, and other scripts or languages seen."""

    code: str
    confidence: float
    foreign: tuple[str, ...] = ()


class Metadata(_Part):
    """What the removed byline, date and link lines said."""

    author: str | None = None
    published: str | None = Field(None, description="ISO 8601 when sure, else as written.")
    outlet: str | None = None
    source_urls: tuple[str, ...] = ()


class EditReport(_Part):
    """A change from raw to clean. ``within`` lists rules whose smaller edits this one swallowed."""

    rule: str
    kind: str
    stage: Literal["normalise", "strip"]
    raw: RawSpan
    clean: CleanSpan
    old: str
    new: str
    within: tuple[str, ...] = ()


class FindingReport(_Part):
    """A phenomenon in the clean text. ``suggestion`` replaces exactly ``clean``."""

    rule: str
    kind: str
    mqm: str
    severity: Severity
    confidence: float
    strength: Strength
    source_language: str | None
    message: str
    suggestion: str | None
    quote: str
    clean: CleanSpan
    raw: RawSpan


class SuggestedEdit(_Part):
    """A safe suggestion as an edit of the clean text: ``edited`` is where it stands once all are applied."""

    rule: str
    kind: str
    clean: CleanSpan
    edited: Annotated[Span, Field(description="Code points of the text with all suggestions applied.")]
    old: str
    new: str


class Dimension(_Part):
    """One MQM dimension: how many findings, and their penalty points."""

    findings: int = 0
    points: float = 0.0


class Hint(_Part):
    """Weak evidence that stands alone: too little to be told as a finding, but it counts towards a likelihood."""

    rule: str
    quote: str
    clean: CleanSpan


class Scores(_Part):
    """The scorecard. ``quality`` is 100 x (1 - points / words), floor 0; counts stand beside it."""

    quality: float
    verdict: Verdict
    points: float
    points_per_1000: float = Field(description="Penalty points per 1000 words.")
    words: int
    small_sample: bool = Field(description="Too few words for the density to be steady.")
    counts: dict[Severity, int]
    per_dimension: dict[str, Dimension]
    mt_likelihood: float = Field(description="0 to 1, from the evidence listed alone.")
    mt_source_language: str | None
    mt_evidence: tuple[int, ...] = Field(description="Indexes into `findings` of what made the likelihood.")
    mt_hints: tuple[Hint, ...] = Field(description="Weak evidence beside it that is no finding.")
    boilerplate_share: float = Field(description="Share of the raw text's characters that strip removed.")
    repairs_per_1000: float = Field(description="Normalising edits per 1000 raw characters.")
    faithfulness: float = Field(description="Share of the kept text that no normalising edit touched.")
    edit_effort: float = Field(description="100 less chrF2 of the sentences that safe suggestions change.")


class Report(_Part):
    """Everything known about one document. Replaying ``edits`` on the raw text gives ``text``."""

    schema_: Literal["copydesk.report/1"] = Field("copydesk.report/1", alias="schema")
    id: str
    source: Source
    language: LanguageReport
    title: CleanSpan | None
    dek: CleanSpan | None
    metadata: Metadata
    text: str
    edits: tuple[EditReport, ...]
    findings: tuple[FindingReport, ...]
    suggested: tuple[SuggestedEdit, ...]
    scores: Scores
    signature: str

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, serialize_by_alias=True)

    def raw_text(self) -> str:
        """Return the decoded input, rebuilt from the clean text and the edits."""
        pieces: list[str] = []
        at = 0
        for edit in self.edits:
            pieces += (self.text[at : edit.clean.start], edit.old)
            at = edit.clean.end
        return "".join([*pieces, self.text[at:]])

    def edited_text(self) -> str:
        """Return the clean text with every safe suggestion applied."""
        pieces: list[str] = []
        at = 0
        for edit in self.suggested:
            pieces += (self.text[at : edit.clean.start], edit.new)
            at = edit.clean.end
        return "".join([*pieces, self.text[at:]])
