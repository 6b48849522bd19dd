"""What a user would lose: curly marks turned to rubbish, or offsets that count something else than was stored."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extract.decoding import decode, storable
from etl.extract.faults import InputFault

PROSE = "“It’s an insult,” the senator said – he didn’t name anybody… Café owners in Zürich agreed.\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (PROSE.encode(), "utf-8"),
        (codecs.BOM_UTF8 + PROSE.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + PROSE.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + PROSE.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + PROSE.encode("utf-32-le"), "utf-32-le"),
        (codecs.BOM_UTF32_BE + PROSE.encode("utf-32-be"), "utf-32-be"),
        (PROSE.encode("utf-16-le"), "utf-16-le"),
        (PROSE.encode("utf-16-be"), "utf-16-be"),
        (PROSE.encode("utf-32-le"), "utf-32-le"),
        (PROSE.encode("cp1252"), "cp1252"),
        (PROSE.encode("mac_roman"), "mac_roman"),
    ],
)
def test_the_same_text_whatever_the_encoding(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (PROSE, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Президент сказал в понедельник, что договор будет подписан в Москве до конца года. " * 4, "cp1251"),
        ("El presidente dijo el lunes que la situación económica mejorará mañana. ¿Será así? " * 4, "cp1252"),
        ("Der Außenminister sagte am Montag, die Verträge würden überprüft. „Das genügt nicht“ " * 4, "cp1252"),
        ("大統領は月曜日に、条約は年末までに署名されると述べた。記者会見で発言した。" * 6, "shift_jis"),
        ("大統領は月曜日に、条約は年末までに署名されると述べた。", "iso2022_jp"),
        ("总统星期一表示，该条约将在年底前签署。他在记者招待会上发表了讲话。" * 6, "gb18030"),
        ("대통령은 월요일에 조약이 연말까지 서명될 것이라고 말했다. 기자회견에서 밝혔다." * 6, "cp949"),
        ("הנשיא אמר ביום שני כי ההסכם ייחתם לפני סוף השנה בבירה. " * 4, "cp1255"),
        ("Prezydent powiedział w poniedziałek, że traktat zostanie podpisany przed końcem roku. " * 4, "cp1250"),
        ("Ο πρόεδρος δήλωσε τη Δευτέρα ότι η συνθήκη θα υπογραφεί πριν από το τέλος του έτους. " * 4, "cp1253"),
        ("Cumhurbaşkanı pazartesi günü anlaşmanın yıl sonundan önce imzalanacağını söyledi. " * 4, "cp1254"),
        ("أعلن الرئيس يوم الاثنين أن المعاهدة ستوقع قبل نهاية العام في العاصمة. " * 4, "cp1256"),
    ],
)
def test_other_scripts_are_detected(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_a_declared_encoding_is_used_and_checked() -> None:
    assert decode("Łódź".encode("cp1250"), declared="windows-1250").text == "Łódź"
    with pytest.raises(InputFault, match="does not exist"):
        decode(b"text", declared="utf-99")
    with pytest.raises(InputFault, match="not one of text"):
        decode(b"text", declared="base64")
    with pytest.raises(InputFault, match=r"says utf-8, but byte 3 of 7 does not fit"):
        decode(b"caf\xe9 au", declared="utf-8")


def test_line_ends_are_kept() -> None:
    assert decode(b"a\r\nb\rc\n").text == "a\r\nb\rc\n"


def test_what_postgresql_cannot_store_is_replaced_one_for_one() -> None:
    assert decode(b"one\x00two and the rest of a sentence that is long enough to be text").text[:7] == "one\ufffdtwo"
    assert storable("a\ud800b\udfffc\x00") == "a\ufffdb\ufffdc\ufffd"


def test_damaged_utf_8_is_not_taken_for_another_encoding() -> None:
    damaged = PROSE.encode().replace("é".encode(), b"\xc3")
    with pytest.raises(InputFault, match=r"it is UTF-8 with damage: 1 byte\(s\) do not fit"):
        decode(damaged)


def test_a_file_cut_off_in_a_character_says_where() -> None:
    data = PROSE.encode()[: PROSE.encode().index("…".encode()) + 2]
    with pytest.raises(InputFault, match=r"the first is byte \d+ of \d+"):
        decode(data)


def test_half_a_utf_16_character_is_told() -> None:
    with pytest.raises(InputFault, match="its byte order mark says utf-16-le, but byte"):
        decode(codecs.BOM_UTF16_LE + PROSE.encode("utf-16-le")[:-1])


@given(st.binary(max_size=400))
def test_any_bytes_give_storable_text_or_a_reason(data: bytes) -> None:
    try:
        text = decode(data).text
    except InputFault:
        return
    assert storable(text) == text
    assert text.encode("utf-8").decode("utf-8") == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=300))
def test_utf_8_comes_back_as_it_was_unless_it_looks_like_something_else(text: str) -> None:
    try:
        decoded = decode(text.encode())
    except InputFault:
        return
    if decoded.encoding == "utf-8":
        assert decoded.text == text.removeprefix("\ufeff")
