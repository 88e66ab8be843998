"""Elements of a page that hold no word: icons, anchors, places for pictures and adverts."""

from typing import Any

# The elements that trafilatura cuts when they are empty. In its precision mode the words behind such an element,
# up to the next one, are cut with it: "<li><i class=icon></i> Twelve eggs</li>".
_INLINE = frozenset(("b", "em", "i", "q", "span", "strong"))
_CUT = _INLINE | {
    "article", "blockquote", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6",
    "li", "main", "p", "pre", "section",
}  # fmt: skip
# The elements that it cuts with all they hold, so that others are empty then. Not a form, which may hold the page,
# and nothing that others tell from an article by the class around it: menus, sidebars, figures.
_CUT_WHOLE = frozenset((
    "audio", "button", "canvas", "iframe", "label", "map", "math", "noscript", "object", "picture", "script",
    "select", "style", "svg", "textarea", "time", "video",
))  # fmt: skip
# Without a word, and yet they part what stands before and behind them.
_PARTING = frozenset(("br", "hr"))


def close(tree: Any) -> None:
    """Part wordless elements from the words behind them, in a page as lxml parses it; every word stays."""
    wordless: set[Any] = set()
    for element in reversed(list(tree.iter())):
        if not _wordless(element, wordless):
            continue
        wordless.add(element)
        if element.tag in _CUT:
            _part(element)


def _wordless(element: Any, known: set[Any]) -> bool:
    """Tell whether no word of an element stays; its children are ``known`` when none of theirs does."""
    if not isinstance(element.tag, str) or element.tag in _CUT_WHOLE:  # no string: a comment
        return True
    if element.tag in _PARTING or not _blank(element.text):
        return False
    return all(child in known and _blank(child.tail) for child in element)


def _blank(text: str | None) -> bool:
    return not text or text.isspace()


def _part(element: Any) -> None:
    """Name an element as one that loses its tags only; behind a block the line ends."""
    if element.tag not in _INLINE and not _blank(element.tail):
        end = element.makeelement("br")
        end.tail, element.tail = element.tail, None
        element.addnext(end)
    element.tag = "small"
