"""Bytes to text: which encoding the witnesses name, which one is believed, and what had to be replaced."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from statedocs.errors import DecodeError
from statedocs.reading.labels import Codec, declared, detect, web_codec
from statedocs.snapshot import Snapshot
from statedocs.wide import wide_encoding

Witness = str
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD: Final = 2048
_REPLACEMENT: Final = "\ufffd"
_MOJIBAKE: Final = re.compile(
    "\u00e2\u20ac[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|\u00c3[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u201a-\u203a]|\u00c2[\u00a0-\u00bf]"
)
_SIGN_OF_MOJIBAKE: Final = re.compile("\u00e2\u20ac|\u00c3|\u00c2".encode())
_LEAD_OF_MOJIBAKE: Final = b"\xc3"
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x0b]+")
_CONTROL_BYTES: Final = tuple(bytes([code]) for code in (*range(9), 0x0B, *range(0x0E, 0x20)))
_CONTROL_NUMBER: Final = r"#(?:x0*(?:[0-8bef]|1[0-9a-f])(?![0-9a-f])|0*(?:[0-8]|1[14-9]|2[0-9]|3[01])(?![0-9]));?"
_CONTROL_REFERENCE: Final = re.compile(f"&{_CONTROL_NUMBER}", re.I | re.A)
_SIGN_OF_CONTROL_REFERENCE: Final = re.compile(f"&{_CONTROL_NUMBER}".encode(), re.I)
_LEAD_OF_REFERENCE: Final = b"&"
_FEW_LEADS: Final = 500
_CHUNK: Final = 8192
_OPENING: Final = 65_536
_FEW_RETURNS: Final = 1000


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page as text.

    Attributes:
        utf8: As UTF-8 (the input itself where nothing had to change); line ends are LF, control characters are off, a
            byte order mark is off.
        encoding: The encoding believed, under its WHATWG or Python name.
        evidence: The witness believed, a value of `Source.encoding_evidence`.
        replaced: How many characters had to be replaced by U+FFFD.
        controls: (line, characters) of every run of control characters taken off.
        mislabelled: The label that valid UTF-8 contradicts.
        mojibake: Lines on which text looks encoded twice.
    """

    utf8: bytes
    encoding: str
    evidence: Witness
    replaced: int
    controls: tuple[tuple[int, str], ...]
    mislabelled: str | None
    mojibake: tuple[int, ...]

    @property
    def text(self) -> str:
        """The page as a string, made on demand: most pages are read from their bytes alone."""
        return self.utf8.decode()

    @property
    def opening(self) -> str:
        """The first 64 KiB of `text`."""
        return self.utf8[:_OPENING].decode("utf-8", "ignore")


def decode(snapshot: Snapshot) -> Decoded:
    """Gives a page's text and says which witness was believed.

    Valid UTF-8 with characters beyond ASCII is UTF-8 whatever a label says; else the first witness of byte order
    mark, source (HTTP header or side-car), `<meta>` or XML declaration decides, its label read as the web means
    it (`iso-8859-1` is windows-1252); else the encoding is detected. A stray byte is replaced and counted.

    Raises:
        DecodeError: No encoding gives text.

    Source: https://encoding.spec.whatwg.org/#names-and-labels
    """
    data = snapshot.data
    if b"\r" in data and b"\x00" not in data[:_HEAD]:
        data = _with_line_feeds(data)
    text, encoding, evidence, mislabelled = _believe(data, snapshot)
    replaced = 0
    if text is not None and _REPLACEMENT in text:
        replaced = max(text.count(_REPLACEMENT) - _written_replacements(data, encoding), 0)
    if b"\r" in data:  # a page with zeros in it, as wide encodings have
        text = data.decode() if text is None else text
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    controls: tuple[tuple[int, str], ...] = ()
    if encoding.startswith("utf-16") or any(code in data for code in _CONTROL_BYTES):
        text, controls = _without_controls(data.decode() if text is None else text)
    if _holds(data, _LEAD_OF_REFERENCE, _SIGN_OF_CONTROL_REFERENCE):
        text = _CONTROL_REFERENCE.sub("", data.decode() if text is None else text)
    utf8 = data if text is None else text.encode()
    return Decoded(utf8, encoding, evidence, replaced, controls, mislabelled, _mojibake(utf8))


def _with_line_feeds(data: bytes) -> bytes:
    """CRLF and CR as LF; a page with few of them is cut at these, which is many times as quick as replacing."""
    whole = memoryview(data)  # its slices are no copies
    pieces: list[memoryview] = []
    done, place = 0, data.find(b"\r")
    while place >= 0:
        if len(pieces) == _FEW_RETURNS:
            return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        pieces.append(whole[done:place])
        done = place + (2 if data.startswith(b"\n", place + 1) else 1)
        place = data.find(b"\r", done)
    return b"\n".join([*pieces, whole[done:]])


def _holds(data: bytes, lead: bytes, sign: re.Pattern[bytes]) -> bool:
    """Whether a sign occurs; its first byte is looked for in C, as long as few pages hold it more often."""
    place = data.find(lead)
    for _ in range(_FEW_LEADS):
        if place < 0 or sign.match(data, place):
            return place >= 0
        place = data.find(lead, place + 1)
    return place >= 0 and sign.search(data, place) is not None


def _is_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8, tried in pieces that stay in the processor's cache; none is kept."""
    place, size = 0, len(data)
    try:
        while place < size:
            _, used = codecs.utf_8_decode(data[place : place + _CHUNK], "strict", place + _CHUNK >= size)
            place += used
    except UnicodeDecodeError:
        return False
    return True


def _believe(data: bytes, snapshot: Snapshot) -> tuple[str | None, str, Witness, str | None]:
    """Text (null: the bytes are UTF-8 as they are), encoding, witness, and the label that was not believed."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name, "bom", None
    wide = wide_encoding(data)
    if wide is not None:
        return data.decode(wide, "replace"), wide, "detected", None
    valid = _is_utf8(data)
    label, codec, evidence = _label(snapshot, anywhere=not valid)
    if not valid:
        return _decode_labelled(data, codec, evidence, snapshot)
    if data.isascii():
        if codec is not None and codec[1] == "iso2022_jp" and b"\x1b" in data:
            return data.decode(codec[1], "replace"), codec[0], evidence, None
        return None, codec[0] if codec else "utf-8", evidence, None
    if codec is None or codec[0] == "utf-8":
        return None, "utf-8", evidence if codec else "content", None
    return None, "utf-8", "content", label


def _label(snapshot: Snapshot, *, anywhere: bool) -> tuple[str | None, Codec | None, Witness]:
    """The first label that names an encoding, the encoding, and who says so: a source, else the page itself."""
    if (codec := web_codec(snapshot.charset)) is not None:
        return snapshot.charset, codec, "http" if snapshot.url_evidence == "archive" else "side-car"
    for label, evidence in declared(snapshot.data, anywhere=anywhere):
        if (codec := web_codec(label)) is not None:
            return label, codec, evidence
    return None, None, "detected"


def _decode_labelled(
    data: bytes, codec: Codec | None, evidence: Witness, snapshot: Snapshot
) -> tuple[str, str, Witness, str | None]:
    """Text of bytes that are not valid UTF-8."""
    if codec is not None:
        return _decode_with(data, codec, snapshot), codec[0], evidence, None
    lenient = data.decode("utf-8", "replace")
    stray = lenient.count(_REPLACEMENT)
    above = sum(1 for character in lenient if character > "\x7f") - stray
    if above > 2 * stray:
        return lenient, "utf-8", "detected", None
    codec = detect(data, stray + above)
    return _decode_with(data, codec, snapshot), codec[0], "detected", None


def _decode_with(data: bytes, codec: Codec, snapshot: Snapshot) -> str:
    try:
        return data.decode(codec[1], "replace")
    except (LookupError, UnicodeError) as error:
        message = f"expected text in {codec[0]}, found bytes that its decoder refuses: {error}"
        raise DecodeError(message, origin=snapshot.origin, url=snapshot.url) from error


def _written_replacements(data: bytes, encoding: str) -> int:
    """U+FFFD that stood in the input itself and is no replacement of ours."""
    try:
        return data.count(_REPLACEMENT.encode(encoding))
    except (LookupError, UnicodeEncodeError):
        return 0


def _without_controls(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Takes C0 controls off, and says on which lines they stood."""
    found: list[tuple[int, str]] = []
    kept: list[str] = []
    line, last = 1, 0
    for match in _CONTROL.finditer(text):
        line += text.count("\n", last, match.start())
        found.append((line, match.group()))
        kept.append(text[last : match.start()])
        last = match.end()
    kept.append(text[last:])
    return "".join(kept), tuple(found)


def _mojibake(utf8: bytes) -> tuple[int, ...]:
    if not _holds(utf8, _LEAD_OF_MOJIBAKE, _SIGN_OF_MOJIBAKE):
        return ()
    text = utf8.decode()
    return tuple(text.count("\n", 0, match.start()) + 1 for match in _MOJIBAKE.finditer(text))[:100]
