import pytest

from cleaners.errors import DocumentError
from flows.decode import decode

CHINESE = "昨天下午，这家公司在北京发布了新的产品，他们说这是今年最重要的一次更新。"
SURE = {
    "gb18030": [CHINESE, "“It's a trap,” he wrote — and left…", "小" + CHINESE],
    "latin-1": ["Le garçon a mangé à l'hôtel près de la forêt.", "El niño llegó ayer. ¿Qué pasó?", "a café"],
    "cp1252": ["It’s “done” – he said…", "Elle dit : « C’est où ? » Ça coûte 5 €."],
    "utf-16-le": ["\ufeffPlain text", "\ufeff" + CHINESE],
    "utf-16-be": ["\ufeffPlain text"],
    "utf-8": ["\ufeffwith a mark\r\n", CHINESE, "NUL\x00inside", "plain"],
}
UNSURE = {
    "cp1250": [
        "Wczoraj prezydent spotkał się z żołnierzami, którzy wrócili.",
        "Příští úterý se vláda sejde znovu, řekl ministr.",
    ],
    "iso8859-2": ["Zażółć gęślą jaźń i wróć do domu.", "Az őrült nő tűzbe dőlt, és később meghűlt."],
    "cp1251": ["Вчера президент встретился с министром.", "слово"],
    "koi8-r": ["Вчера президент встретился с министром и сказал ему всё."],
    "cp1253": ["Ο πρόεδρος συναντήθηκε χθες με τον υπουργό."],
    "cp1254": ["Dün akşam ağaçların altında şarkı söylediğini duydum."],
    "shift_jis": ["昨日の午後、この会社は新しい製品を発表しました。"],
    "euc-jp": ["昨日の午後、この会社は新しい製品を発表しました。"],
    "euc-kr": ["어제 오후 이 회사는 서울에서 새로운 제품을 발표했다고 밝혔다."],
    "big5": ["昨天下午，這家公司在臺北發表了新的產品，他們說這是今年最重要的一次更新。"],
    "mac-roman": ["Le garçon a mangé à l’hôtel, dit-il."],
    "cp850": ["Le garçon a mangé à l'hôtel près de la forêt."],
}


@pytest.mark.parametrize(("encoding", "text"), [(e, t) for e, texts in SURE.items() for t in texts])
def test_a_sure_guess_reads_every_character(encoding, text):
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.encoding == encoding


@pytest.mark.parametrize(("encoding", "text"), [(e, t) for e, texts in UNSURE.items() for t in texts])
def test_a_doubtful_encoding_is_refused(encoding, text):
    with pytest.raises(DocumentError, match="cannot be guessed"):
        decode(text.encode(encoding))


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf", b"\x00\x00\n"])
def test_blank_is_refused(data):
    with pytest.raises(DocumentError, match=r"empty|blank|binary"):
        decode(data)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + b"a" * 99, bytes(range(256)) * 4, b"\x00" * 99 + b"ab"]
)
def test_binary_is_refused(data):
    with pytest.raises(DocumentError, match="binary"):
        decode(data)


def test_half_a_surrogate_pair_becomes_a_replacement_character():
    assert decode(b"a\xed\xa0\xbdb").text == "a\ufffdb"
    assert decode("\ufeffa".encode("utf-16-le") + b"\x3d\xd8").text == "\ufeffa\ufffd"
    assert decode(b"\xed\xa0\xbd\xed\xb8\x80").text == "\U0001f600"


def test_utf16_is_known_without_a_mark():
    assert decode("Plain text of some length.".encode("utf-16-be")).encoding == "utf-16-be"


def test_one_bad_byte_among_many_good_characters_stays_utf8():
    found = decode("“q” ".encode() * 10 + b"\xff")
    assert found.encoding == "utf-8"
    assert found.text.endswith("\ufffd")
    assert decode(CHINESE.encode()[:-1]).encoding == "utf-8"
