"""Text folded for comparison without moving a single position."""

# Curly quotes, low quotes and the odd hyphens are read as their plain keys, one for one.
_PLAIN = str.maketrans("‘’‚‛“”„‟ʼ‐‑\u00a0\u202f", "''''\"\"\"\"'--  ")


def plain(text: str) -> str:
    """Return ``text`` with curly quotes, odd hyphens and no-break spaces as plain keys; same length."""
    return text.translate(_PLAIN)


def fold(text: str) -> str:
    """Return ``plain(text)`` in lower case, same length: ``str.lower`` alone would lengthen a Turkish İ."""
    straight = plain(text)
    low = straight.lower()
    if len(low) == len(straight):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in straight)
