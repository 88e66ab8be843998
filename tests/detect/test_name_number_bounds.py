"""Nicknames, names, numbers and shapes stay linear on texts made to slow them down."""

import importlib
from types import SimpleNamespace

import pytest

from cleaners.types import Document
from tests.growth import bounded

DETECTORS = (
    "nicknames",
    "names",
    "brands",
    "numbers",
    "glosses",
    "number_units",
    "measure_words",
    "shapes",
    "agreement",
)
SIZE = 100_000


def letters(number):
    """A different word for every number: Baaaaaaa, Caaaaaaa, ..."""
    word = ""
    for _ in range(7):
        number, rest = divmod(number, 26)
        word += chr(97 + rest)
    return word.capitalize() + "a"


TEXTS = {
    "distinct names": " ".join(letters(n * 7919) for n in range(SIZE // 9)),
    "near names": " ".join(
        f"Kandel{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}berg" for n in range(SIZE // 13)
    ),
    "humps": " ".join(letters(n)[:4] + letters(n * 31)[:4] for n in range(SIZE // 9)),
    "capitals": "A " * (SIZE // 2),
    "digits": "1234567890" * (SIZE // 10),
    "grouped digits": "123," * (SIZE // 4),
    "brackets": "(about " * (SIZE // 7),
    "vague": "tens of thousands of GPUs, 10,000 GPUs " * (SIZE // 40),
    "pieces": "7360 pieces of A100. " * (SIZE // 21),
    "nicknames": "Lao Ma " * (SIZE // 7),
    "openers": "And often " * (SIZE // 10),
    "main clauses": "If it is so long, can go and see. Yesterday the mill opens. This phone, I like. "
    * (SIZE // 80),
    "open clauses": "If it is so very long that nobody " * (SIZE // 34),
    "pinyin": " ".join(f"Li{'kujia' * (n % 5)}xia" for n in range(SIZE // 14)),
    "syllables": "Zhaxiaxiaxia" * (SIZE // 12),
    "pronouns": "Ann Lee said he left. She stayed. " * (SIZE // 34),
    "one pronoun": "Ann Lee said he left and she did. He stayed " * (SIZE // 44),
    "w": "10w users " * (SIZE // 10),
    "halves": "Although it is so long, but there has a very " * (SIZE // 45),
    "spaces": " " * SIZE,
    "one word": "Aa" * (SIZE // 2),
}


@pytest.mark.parametrize("name", DETECTORS)
@pytest.mark.parametrize("kind", TEXTS)
def test_linear(name, kind):
    find = importlib.import_module(f"cleaners.detect.{name}").find
    list(find(Document("Warm."), SimpleNamespace()))
    with bounded():  # some 0.03 s; quadratic would take minutes
        list(find(Document(TEXTS[kind]), SimpleNamespace()))
