import pytest

from cleaners.language import detect

SAMPLES = {
    "en": "The committee met on Tuesday and agreed that the bridge will be closed for most of the year.",
    "de": "Der Ausschuss hat am Dienstag beschlossen, dass die Brücke für den Rest des Jahres gesperrt wird.",
    "fr": "La commission a décidé mardi que le pont sera fermé pendant une grande partie de l'année.",
    "es": "La comisión decidió el martes que el puente estará cerrado durante la mayor parte del año.",
    "pt": "A comissão decidiu na terça-feira que a ponte não vai abrir durante uma grande parte do ano.",
    "it": "La commissione ha deciso martedì che il ponte sarà chiuso per la maggior parte dell'anno.",
    "nl": "De commissie heeft dinsdag besloten dat de brug het grootste deel van het jaar dicht blijft.",
    "sv": "Utskottet beslutade på tisdagen att bron ska vara stängd under en stor del av året.",
    "zh": "委员会周二决定，这座桥今年大部分时间都将关闭，市民需要绕行。",
    "ja": "委員会は火曜日に、この橋を年内いっぱい閉鎖することを決めた。",
    "ko": "위원회는 화요일에 이 다리를 올해 대부분 동안 폐쇄하기로 결정했다.",
    "ru": "Комиссия во вторник решила, что мост будет закрыт на большую часть года.",
    "ar": "قررت اللجنة يوم الثلاثاء إغلاق الجسر معظم أيام السنة.",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_a_sentence_tells_its_language(code):
    seen = detect(SAMPLES[code])
    assert seen.code == code
    assert seen.confidence > 0.5


def test_the_same_text_is_always_told_the_same():
    assert len({detect("Ok ok taxi hotel 123") for _ in range(20)}) == 1


def test_a_text_without_letters_has_no_language():
    assert detect("12:30 — 14:00 !!").code == "und"


def test_another_script_is_named_as_foreign():
    seen = detect(SAMPLES["en"] * 3 + " " + SAMPLES["zh"])
    assert (seen.code, seen.foreign) == ("en", ("zh",))
