"""The article's body as one stretch of lines: the stretch whose lines together speak loudest for it."""

from typing import NamedTuple

# A single line, however sure, weighs no more than this many log-odds: one odd line never cuts a body in two.
_CLIP = 2.5
# A body below this many words is a sign that the scores of the whole page are too low, not that there is none.
_ENOUGH = 40
_OF_BLOCK = 0.2
# A paragraph right above the body belongs to it unless it scores below this.
_FIRST_PARAGRAPH = -2.0
_LAST_PARAGRAPH = -1.5


class Body(NamedTuple):
    """The body ``[start, end)``, and how far all scores had to be raised to find one."""

    start: int
    end: int
    raised: float


def heaviest(weights: list[float]) -> tuple[int, int]:
    """Return ``[start, end)`` of the stretch with the largest sum; ``(0, 0)`` when nothing is above zero."""
    best = current = 0.0
    start, found = 0, (0, 0)
    for k, weight in enumerate(weights):
        if current <= 0:
            current, start = 0.0, k
        current += weight
        if current > best:
            best, found = current, (start, k + 1)
    return found


def body(scores: list[float], words: list[int], block: int) -> Body:
    """Return the body that the scores speak for.

    ``words`` are the lines' word counts, or their widths in sixes: Chinese has no spaces to count. A page of three
    short paragraphs among many menus may have no line above zero at all; its scores are raised together until a
    stretch of some length stands out, beside the longest ``block`` of prose (in words) too: two lines about the
    author must not win over a page of reporting.
    """
    roots = [(count + 1) ** 0.5 for count in words]
    need = max(min(_ENOUGH, 0.3 * sum(words)), _OF_BLOCK * block)
    raised = 0.0
    while True:
        low, high = -_CLIP - raised, _CLIP - raised
        start, end = heaviest(
            [
                (-_CLIP if s < low else _CLIP if s > high else s + raised) * r
                for s, r in zip(scores, roots, strict=True)
            ]
        )
        if sum(words[start:end]) >= need or raised > 20:
            return Body(start, end, raised)
        raised += 0.5


def grown(
    body: tuple[int, int], first: int, prose: list[bool], pushed: list[bool], scores: list[float]
) -> tuple[int, int]:
    """Return the body stretched over prose right above and below it, upwards no further than line ``first``.

    First and last paragraphs stand among bylines, captions and share buttons, and score lower than the others. Lines
    ``pushed`` between paragraphs ("Read more: ...") are stepped over: they do not end an article.
    """
    start, end = body
    while start > first and prose[start - 1] and scores[start - 1] > _FIRST_PARAGRAPH:
        start -= 1
    ahead = end
    while ahead < len(scores) and ahead - end < 3:
        if prose[ahead] and scores[ahead] > _LAST_PARAGRAPH:
            end = ahead + 1
        elif not pushed[ahead]:
            break
        ahead += 1
    return start, end
