"""Which language a text is in: script first, then function words, and langdetect only when these are in doubt."""

import tomllib
from functools import cache
from pathlib import Path
from string import ascii_lowercase

from cleaners.patterns import compiled
from cleaners.types import Language
from cleaners.unusual import unusual

SAMPLE = 750
"""How many code points are looked at: the start, and as much from the middle when the text is longer."""

_SCRIPTS = {
    "ja": r"[\u3041-\u30ff]",
    "zh": r"[\u3400-\u4dbf\u4e00-\u9fff]",
    "ko": r"[\uac00-\ud7a3]",
    "ru": r"[\u0400-\u04ff]",
    "ar": r"[\u0600-\u06ff]",
    "he": r"[\u0590-\u05ff]",
    "el": r"[\u0370-\u03ff]",
    "hi": r"[\u0900-\u097f]",
    "th": r"[\u0e00-\u0e7f]",
}
_NON_LATIN = (("\u0370", "\u0e7f"), ("\u3041", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7a3"))
_CYRILLIC = ("ru", "uk", "bg")
_LETTERS = 12
"""A script seen at least so often is named as foreign."""


def detect(text: str) -> Language:
    """Return the language of ``text`` with a confidence; ``und`` and 0 for a text without letters."""
    sample = _sample(text)
    beyond = any(low <= sign <= high for sign in unusual(text) for low, high in _NON_LATIN)
    scripts = _scripts(sample) if beyond else {}
    if not any(map(str.isalpha, sample)):
        return Language("und", 0.0)
    code, confidence = _main(sample, scripts)
    seen = (c for c, n in scripts.items() if n >= _LETTERS and c != code)
    foreign = tuple(
        c for c in seen if not (c == "ru" and code in _CYRILLIC) and not (c == "zh" and code == "ja")
    )
    return Language(code, confidence, foreign)


def _scripts(sample: str) -> dict[str, int]:
    return {code: len(compiled(letters).findall(sample)) for code, letters in _SCRIPTS.items()}


def _main(sample: str, scripts: dict[str, int]) -> tuple[str, float]:
    letters = sum(map(str.isalpha, sample)) if scripts else 0
    by_script = {code: n / letters for code, n in scripts.items() if n}
    # A Japanese page holds more Han than Kana; a Chinese one holds hardly any Kana.
    if by_script.get("ja", 0) > 0.05 and by_script["ja"] + by_script.get("zh", 0) > 0.4:
        return "ja", round(min(1.0, by_script["ja"] + by_script.get("zh", 0)), 2)
    code, share = max(by_script.items(), key=lambda item: item[1], default=("", 0.0))
    if share > 0.5 and code != "ru":
        return code, round(min(1.0, share), 2)
    return _by_words(sample)


def _by_words(sample: str) -> tuple[str, float]:
    words = sample.replace("’", "'").lower().split()
    # A letter stands for each language: one joined string is counted far faster than so many codes.
    marks = "".join(filter(None, map(_owners().get, words)))
    counts = [marks.count(letter) for letter in _letters()]
    total, (next_most, most) = len(words), sorted(counts)[-2:]
    # A third of running English is function words; headings and lists have fewer. Half as much again as the
    # next language keeps Spanish from Portuguese and Danish from Norwegian.
    if total >= 20 and most >= 0.18 * total and most >= 1.5 * next_most:
        return [*_stop_words()][counts.index(most)], round(min(1.0, 0.7 + (most - next_most) / total), 2)
    return _ask_langdetect(sample)


def _ask_langdetect(sample: str) -> tuple[str, float]:
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415  rarely needed, slow to load

    detector = _factory().create()
    detector.append(sample[:1200])
    try:
        best = detector.get_probabilities()
    except LangDetectException:
        return "und", 0.0
    return (best[0].lang.partition("-")[0], round(best[0].prob, 2)) if best else ("und", 0.0)


def _sample(text: str) -> str:
    if len(text) <= 2 * SAMPLE:
        return text
    middle = len(text) // 2
    return text[:SAMPLE] + " " + text[middle : middle + SAMPLE]


@cache
def _stop_words() -> dict[str, list[str]]:
    table = tomllib.loads(Path(__file__).with_name("stopwords.toml").read_text(encoding="utf-8"))
    return {code: words.split() for code, words in table.items()}


@cache
def _owners() -> dict[str, str]:
    """Return the languages of each function word, a letter each."""
    owners: dict[str, str] = {}
    for letter, words in zip(_letters(), _stop_words().values(), strict=True):
        for word in dict.fromkeys(words):
            owners[word] = owners.get(word, "") + letter
    return owners


@cache
def _letters() -> str:
    return ascii_lowercase[: len(_stop_words())]


@cache
def _factory():  # type: ignore[no-untyped-def]  # langdetect has no types
    """Return langdetect's factory with a fixed seed and only profiles of languages that this house may meet."""
    from langdetect import detector_factory  # noqa: PLC0415

    factory = detector_factory.DetectorFactory()
    factory.set_seed(0)
    wanted = (*_stop_words(), "zh-cn", "zh-tw", "ja", "ko", "ar", "he", "el", "hi", "th")
    folder = Path(detector_factory.PROFILES_DIRECTORY)
    factory.load_json_profile([(folder / code).read_text(encoding="utf-8") for code in wanted])
    return factory
