"""Bytes become text by the witness that is believed; nothing is repaired, what is replaced is counted."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedocs.errors import DecodeError
from statedocs.reading.decode import decode
from statedocs.snapshot import Snapshot


def snap(data: bytes, charset: str | None = None, witness: str | None = None) -> Snapshot:
    return Snapshot("page.html", data, None, witness, charset=charset)


def meta(label: str) -> bytes:
    return f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'.encode()


@pytest.mark.parametrize(
    ("data", "charset", "text", "encoding", "evidence"),
    [
        pytest.param(b"plain", None, "plain", "utf-8", "detected", id="ASCII without a label"),
        pytest.param(codecs.BOM_UTF8 + b"caf\xc3\xa9", "ascii", "café", "utf-8", "bom", id="mark before label"),
        pytest.param(
            codecs.BOM_UTF16_LE + "Café".encode("utf-16-le"), None, "Café", "utf-16-le", "bom", id="utf-16 LE"
        ),
        pytest.param(
            codecs.BOM_UTF16_BE + "Café".encode("utf-16-be"), "utf-8", "Café", "utf-16-be", "bom", id="utf-16 BE"
        ),
        pytest.param(
            "<p>Wide text".encode("utf-16-le"), None, "<p>Wide text", "utf-16-le", "detected", id="no mark, LE"
        ),
        pytest.param(
            "<p>Wide text".encode("utf-16-be"), None, "<p>Wide text", "utf-16-be", "detected", id="no mark, BE"
        ),
        pytest.param(b"caf\xe9", "windows-1252", "café", "windows-1252", "side-car", id="label of a side-car"),
        pytest.param(
            b"\x93Yes\x94", "iso-8859-1", "“Yes”", "windows-1252", "side-car", id="latin-1 as the web means it"
        ),
        pytest.param(b"\x93Yes\x94", "US-ASCII", "“Yes”", "windows-1252", "side-car", id="ascii as the web means it"),
        pytest.param(b"caf\xe9", " Latin1 ", "café", "windows-1252", "side-car", id="label with blanks"),
        pytest.param(b"\xcf\xf0\xe8", "windows-1251", "При", "windows-1251", "side-car", id="Cyrillic"),
        pytest.param(b"caf\xc3\xa9", None, "café", "utf-8", "content", id="utf-8 without label"),
        pytest.param(b"caf\xc3\xa9", "utf-8", "café", "utf-8", "side-car", id="utf-8 with label"),
        pytest.param(b"caf\xc3\xa9", "iso-8859-1", "café", "utf-8", "content", id="label that valid utf-8 contradicts"),
        pytest.param(b"caf\xe9", None, "café", "windows-1252", "detected", id="Western without label"),
        pytest.param(b"caf\xe9", "no-such-label", "café", "windows-1252", "detected", id="label that is none"),
        pytest.param(
            b"caf\xe9 \x81", "windows-1252", "café \ufffd", "windows-1252", "side-car", id="byte without a character"
        ),
    ],
)
def test_the_first_witness_is_believed(
    data: bytes, charset: str | None, text: str, encoding: str, evidence: str
) -> None:
    decoded = decode(snap(data, charset))
    assert (decoded.text, decoded.encoding, decoded.evidence) == (text, encoding, evidence)
    assert decoded.utf8.decode() == text


@pytest.mark.parametrize(
    ("head", "evidence", "encoding"),
    [
        (meta("iso-8859-1"), "meta", "windows-1252"),
        (b"<meta charset=windows-1250>", "meta", "windows-1250"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?>', "xml", "iso-8859-2"),
        (meta("utf-16"), "meta", "utf-8"),
        (b"", "detected", "windows-1252"),
    ],
)
def test_the_page_declares_its_encoding(head: bytes, evidence: str, encoding: str) -> None:
    decoded = decode(snap(head + b"<p>caf\xe9 au lait</p>"))
    assert (decoded.evidence, decoded.encoding) == (evidence, encoding)


def test_an_http_header_comes_before_the_page_itself() -> None:
    decoded = decode(snap(meta("windows-1251") + b"caf\xe9", "windows-1252", "archive"))
    assert (decoded.encoding, decoded.evidence) == ("windows-1252", "http")
    assert decoded.text.endswith("café")


def test_a_label_that_valid_utf8_contradicts_is_told() -> None:
    assert decode(snap(meta("iso-8859-1") + "é".encode())).mislabelled == "iso-8859-1"
    assert decode(snap(meta("iso-8859-1") + b"plain")).mislabelled is None
    assert decode(snap(meta("utf-8") + "é".encode())).mislabelled is None


@pytest.mark.parametrize("label", ["utf-8", None])
def test_a_stray_byte_is_replaced_and_counted_and_changes_nothing_else(label: str | None) -> None:
    decoded = decode(snap("Señor Peña says".encode() + b" \x93" + " and Zoë “agrees”.".encode(), label))
    assert decoded.text == "Señor Peña says \ufffd and Zoë “agrees”."
    assert (decoded.encoding, decoded.replaced) == ("utf-8", 1)


@pytest.mark.parametrize(
    ("data", "replaced"),
    [
        ("A \ufffd that the page itself prints".encode(), 0),
        ("A \ufffd of its own, and Zoë".encode() + b"\xff\xfe", 2),
        (codecs.BOM_UTF8 + "Zoë \ufffd".encode() + b"\xff", 1),
        (codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x00\xd8", 1),
        (codecs.BOM_UTF16_LE + "a\ufffdb".encode("utf-16-le"), 0),
    ],
)
def test_only_what_was_replaced_is_counted(data: bytes, replaced: int) -> None:
    assert decode(snap(data, "utf-8")).replaced == replaced


@pytest.mark.parametrize(
    ("data", "text"), [(b"a\r\nb\rc\nd", "a\nb\nc\nd"), (b"a\r\rb", "a\n\nb"), (b"a\r\n\r\nb", "a\n\nb")]
)
def test_every_line_end_is_lf(data: bytes, text: str) -> None:
    decoded = decode(snap(data))
    assert decoded.text == text
    assert decoded.utf8 == text.encode()


def test_control_characters_are_taken_off_and_told_with_their_lines() -> None:
    decoded = decode(snap(b"one\x00two\n\tthree\x1a\x0b\r\n\x0cfour\x08"))
    assert decoded.text == "onetwo\n\tthree\n\x0cfour"
    assert decoded.controls == ((1, "\x00"), (2, "\x1a\x0b"), (3, "\x08"))


@pytest.mark.parametrize("reference", ["&#0;", "&#x1;", "&#11;", "&#X0B;", "&#31;", "&#27"])
def test_references_to_control_characters_name_nothing(reference: str) -> None:
    assert decode(snap(f"a{reference} b".encode())).text == "a b"


@pytest.mark.parametrize(
    "reference", ["&#9;", "&#10;", "&#xA;", "&#32;", "&#160;", "&#110;", "&#x1F4A1;", "&#310;", "&#x0041;"]
)
def test_other_references_stay(reference: str) -> None:
    assert decode(snap(f"a{reference}b".encode())).text == f"a{reference}b"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("It\u00e2\u20ac\u2122s so\nfine", (1,)),
        ("fine\ncaf\u00c3\u00a9 \u00c2\u00a9", (2, 2)),
        ("S\u00c3O PAULO", ()),
        ("a \u00e2\u20ac mark alone", ()),
        ("caf\u00e9 “fine” — \u00c5", ()),
    ],
)
def test_text_encoded_twice_is_reported_and_kept(text: str, lines: tuple[int, ...]) -> None:
    decoded = decode(snap(text.encode()))
    assert decoded.mojibake == lines
    assert decoded.text == text


def test_the_input_itself_is_parsed_where_nothing_had_to_change() -> None:
    data = "<p>Zoë".encode()
    assert decode(snap(data)).utf8 is data


@given(
    st.binary(max_size=300),
    st.sampled_from([None, "utf-8", "shift_jis", "iso-2022-jp", "utf-16", "replacement", "gb18030"]),
)
def test_any_bytes_give_text_or_a_decode_error(data: bytes, label: str | None) -> None:
    try:
        decoded = decode(snap(data, label))
    except DecodeError as error:
        assert error.origin == "page.html"  # noqa: PT017  (text is as right)
    else:
        assert decoded.replaced >= 0
        assert "\r" not in decoded.text
        assert decoded.utf8.decode() == decoded.text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), max_size=80))
def test_valid_utf8_is_read_as_it_is(text: str) -> None:
    assert decode(snap(b"<p>" + text.encode(), "utf-8")).text == "<p>" + text


RUSSIAN = "<title>Карта рек</title><p>Образец страницы: реки и озёра.</p>\n"
ARABIC = "صفحة نموذجية: أنهار وبحيرات.\nالمدارس والمكتبات.\n"


@pytest.mark.parametrize("text", [RUSSIAN, ARABIC, "<p>示例页面：河流与湖泊。</p>", "Ποτάμια και λίμνες"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_in_every_script(text: str, encoding: str) -> None:
    decoded = decode(snap(text.encode(encoding)))
    assert (decoded.text, decoded.encoding, decoded.controls) == (text, encoding, ())


@pytest.mark.parametrize(
    "data",
    [
        b"A\x00 text w\x00ith z\x00eros w\x00here a \x00disc w\x00as bad\x00",
        b"\x00\x01\x00\x02\x00\x03\x00\x04\x00\x05",
        b"one\x00",
    ],
)
def test_zeros_alone_make_no_utf16(data: bytes) -> None:
    decoded = decode(snap(data))
    assert not decoded.encoding.startswith("utf-16")
    assert decoded.text == data.decode().translate(dict.fromkeys(range(9)))


@pytest.mark.parametrize(
    ("before", "label", "evidence"),
    [
        ("<!-- <meta charset=koi8-r> -->", "windows-1251", "meta"),
        ("<script>" + "x;" * 9_000 + "</script>", "koi8-r", "meta"),
        ("<!--" + "x" * 3_000 + "-->", "koi8-r", "meta"),
        ('<?xml version="1.0" encoding="utf-8"?>', "windows-1251", "meta"),
        ('<meta charset="hz-gb-2312">', "", "detected"),
    ],
    ids=[
        "not a comment",
        "wherever it stands",
        "behind a long comment",
        "before an XML declaration",
        "none that is refused",
    ],
)
def test_the_meta_element_is_believed_as_in_browsers(before: str, label: str, evidence: str) -> None:
    text = f"{before}<meta charset='{label}'><p>Образец страницы: реки.</p>"
    decoded = decode(snap(text.encode(label or "windows-1251")))
    assert decoded.evidence == evidence
    assert decoded.text == text or not label


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("shift_jis", "cp932", "①から㈱"),
        ("euc-kr", "cp949", "뷁 힣"),
        ("gb2312", "gb18030", "镕 €"),
        ("big5", "big5hkscs", "嘅 喺"),
        ("x-user-defined", "windows-1252", "café"),
    ],
)
def test_labels_mean_what_the_web_means(label: str, codec: str, text: str) -> None:
    decoded = decode(snap(text.encode(codec), label))
    assert (decoded.text, decoded.replaced) == (text, 0)


def test_japanese_without_a_label_is_told() -> None:
    text = "<p>" + "これは見本のページであり、川と湖について述べる。" * 20
    decoded = decode(snap(text.encode("shift_jis")))
    assert (decoded.text, decoded.encoding, decoded.evidence) == (text, "shift_jis", "detected")
