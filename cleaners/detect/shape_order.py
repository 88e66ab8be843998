"""Words in the order of Chinese: a topic that is then commented on, "only" without its inversion."""

from cleaners.detect.shape import Shape

_PERSON = r"(?:we|you|they|he|she|it|I|people|users|companies|the \w{2,15})"

# "That summer, I", "This time, we", "Those who knew, they": a time or a clause and no topic.
_TIMES = (
    "ing ed day days time times week weeks month months year years night nights morning evening hour moment summer"
    " winter autumn spring fall season weekend decade century quarter way case instance point minute semester end"
)
_NO_TIME = "".join(f"(?<!{end})" for end in _TIMES.split())


OPENERS = (
    Shape(
        "shapes.only-order",
        "Only",
        (
            r"(?P<at>Only (?:by|in|when|after|through|with|if) [^.?!,\n]{3,80},?"
            rf" {_PERSON} (?:can|will|could|would)\b)"
        ),
        "after “only …” English turns verb and subject round (只有…才…)",
        0.75,
    ),
    Shape(
        "shapes.topic-for",
        "For",
        r"(?P<at>For [^,.\n]{3,60} this time), ",
        "a topic put first and then commented on, as Chinese does (对于…)",
        kind="unidiomatic",
    ),
    Shape(
        "shapes.topic",
        "This That These Those",
        (
            r"(?P<at>(?:This|That|These|Those) (?!(?:said|is|was|who|being|however|too|alone|once|past)\b)"
            rf"[a-z]{{3,14}}(?: [a-z]{{3,14}})?{_NO_TIME}, (?:I|we|you|he|she|they)) [a-z]"
        ),
        "a topic put first and then commented on, as Chinese does (这款手机，我…)",
        0.6,
        kind="unidiomatic",
    ),
)
