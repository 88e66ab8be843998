"""Spellings one slip apart: a letter more, less or changed, two letters swapped, or one moved by two places."""

MIN_LENGTH = 6


def slip(one: str, other: str) -> tuple[str, str, int] | None:
    """Return what differs in ``one`` and in ``other``, and how many letters follow it; None when they are further
    apart than one slip, or equal, or begin with different letters (slips spare the first letter).
    """
    if one[:1] != other[:1] or abs(len(one) - len(other)) > 1 or one == other:
        return None
    head = _shared(one, other)
    tail = _shared(one[head:][::-1], other[head:][::-1])
    left, right = one[head : len(one) - tail], other[head : len(other) - tail]
    single = len(left) <= 1 and len(right) <= 1
    moved = 1 < len(left) == len(right) <= 3 and right in (left[1:] + left[0], left[-1] + left[:-1])
    return (left, right, tail) if single or moved else None


def _shared(one: str, other: str) -> int:
    """How many letters the two have in common at their beginning."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


class NearIndex:
    """Words to be looked up by a spelling one slip away; at most a few a bucket, so that no text makes it slow."""

    def __init__(self, bucket: int = 8) -> None:
        self._buckets: dict[str, list[str]] = {}
        self._most = bucket

    def add(self, word: str) -> None:
        """Remember ``word`` (in small letters)."""
        bucket = self._buckets.setdefault(word[0] + word[-1], [])
        if len(bucket) < self._most:
            bucket.append(word)

    def near(self, word: str) -> list[str]:
        """Return the remembered words one slip away from ``word``, in the order they were added.

        Slips in the last letter are not looked for: they are grammar more often than not.
        """
        bucket = self._buckets.get(word[0] + word[-1])
        if bucket is None:
            return []
        head, tail = word[:3], word[-3:]
        return [
            known
            for known in bucket
            # One slip cannot touch both the first three letters and the last three of a word of six or more.
            if (known[:3] == head or known[-3:] == tail) and slip(known, word)
        ]
