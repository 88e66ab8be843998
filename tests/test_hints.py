"""A text speaks of a country by the words that pages from there hold: they decide how closely it is read."""

from cleaners import hints


def test_three_words_of_a_country_make_a_text_speak_of_it():
    assert hints.languages("He paid 90 yuan in Hangzhou, says Weibo.") == {"zh"}
    assert hints.languages("It cost 300 rubles on Avito; they live in Kazan.") == {"ru"}
    assert hints.languages("Anna Kowalski of Osaka met Mei Tanaka.") == set()


def test_a_long_text_must_hold_more():
    words = " ".join(f"word{number}" for number in range(1000))
    assert hints.languages(f"yuan Hangzhou Weibo {words}") == set()
    assert hints.languages(f"yuan Hangzhou Weibo {words} Shenzhen Beijing WeChat Taobao Zhihu") == {"zh"}
