"""What a server sent: its head, and its body with chunks and content codings off.

The lengths that a server states are not believed: archives keep what came, and many keep it decoded under the head
of what was sent. For the same reason a coding is passed over where the body plainly does not have it.
"""

import io
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from statedocs.errors import LimitExceeded, SourceError, UnsupportedFormat
from statedocs.sources.archives.headers import Headers
from statedocs.sources.packing.codecs import GZIP, ZSTD
from statedocs.sources.page import MAX_BYTES

try:
    from fastwarc.stream_io import BrotliReader, ZstdReader
except ImportError:
    BrotliReader = ZstdReader = None  # type: ignore[assignment, misc]

_HEAD_END: Final = re.compile(rb"\r?\n\r?\n")
_CHUNK: Final = re.compile(rb"[ \t]*([0-9a-fA-F]{1,16})[ \t]*(?:;[^\r\n]*)?\r?\n")
_PRINTABLE: Final = bytes([*b"\t\n\r", *range(32, 127)])
_CONTROL: Final = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1a\x1b"))
_NO_CODING: Final = frozenset({"identity", "none", "binary", "8bit", "7bit"})


@dataclass(frozen=True, slots=True)
class Response:
    """An HTTP response; `body` is as it was sent."""

    headers: Headers
    body: bytes


def split_response(block: bytes) -> Response | None:
    """Give head and body of a response, or None where there is no HTTP.

    Raises:
        SourceError: The head is no head.
    """
    if not block.startswith(b"HTTP/"):
        return None
    end = _HEAD_END.search(block)
    head, body = (block[: end.end()], block[end.end() :]) if end else (block, b"")
    return Response(Headers(head), body)


def forms_of_payload(response: Response) -> Iterator[bytes]:
    """Give the body as it was sent, and without chunks where it is in chunks that are whole."""
    yield response.body
    if _CHUNK.match(response.body):
        try:
            yield _without_chunks(response.body)
        except SourceError:
            return


def decoded(response: Response) -> bytes:
    """Give the body as the page's own bytes.

    Raises:
        SourceError: A part of the body is missing or damaged, or its coding is unknown.
        LimitExceeded: The decoded body is too large.
    """
    body = response.body
    transfer = _tokens(response.headers.get("Transfer-Encoding"))
    if "chunked" in transfer:
        body = _without_chunks(body)
    codings = [*_tokens(response.headers.get("Content-Encoding")), *(name for name in transfer if name != "chunked")]
    for coding in reversed(codings):
        if coding not in _NO_CODING:
            body = _without(coding, body)
    if body.startswith(GZIP) and any(coding in ("gzip", "x-gzip") for coding in codings):
        body = _gunzip(body)  # put on twice, and told once
    return body


def _tokens(value: str | None) -> list[str]:
    return [token for part in (value or "").lower().split(",") if (token := part.strip())]


def _without_chunks(body: bytes) -> bytes:
    if not _CHUNK.match(body):
        return body
    parts: list[bytes] = []
    at = 0
    while found := _CHUNK.match(body, at):
        size = int(found[1], 16)
        if size == 0:
            return b"".join(parts)
        at = found.end() + size
        parts.append(body[found.end() : at])
        at += 2 if body[at : at + 2] == b"\r\n" else 1 if body[at : at + 1] == b"\n" else 0
    raise SourceError(f"the chunked body breaks off or is damaged behind {sum(map(len, parts)):,} bytes")


def _without(coding: str, body: bytes) -> bytes:
    """Take one content coding off; a body that is text already has none."""
    if _is_text(body):
        return body
    if coding not in _CODINGS:
        raise UnsupportedFormat(f"the content coding {coding[:40]!r} is unknown")
    mark, decode = _CODINGS[coding]
    return decode(body) if body.startswith(mark) else body


def _gunzip(body: bytes) -> bytes:
    found = bytearray()
    while body.startswith(GZIP):
        decoder = zlib.decompressobj(16 + zlib.MAX_WBITS)
        found += _inflate(decoder, body, MAX_BYTES - len(found))
        body = decoder.unused_data
    return bytes(found)


def _inflate_any(body: bytes) -> bytes:
    """Take deflate off, which some servers send in zlib's wrapping and some without."""
    try:
        zlib.decompressobj().decompress(body[:64])
    except zlib.error:
        return _inflate(zlib.decompressobj(-zlib.MAX_WBITS), body, MAX_BYTES)
    return _inflate(zlib.decompressobj(), body, MAX_BYTES)


def _inflate(decoder: "zlib._Decompress", body: bytes, limit: int) -> bytes:
    try:
        data = decoder.decompress(body, max(limit, 0) + 1)
    except zlib.error as error:
        raise SourceError(f"the compressed body is damaged: {error}") from error
    _check(len(data), limit)
    if not decoder.eof:
        raise SourceError(f"the compressed body breaks off behind {len(data):,} bytes")
    return data


class _Reader(Protocol):
    def read(self, size: int = ...) -> bytes: ...


def _read_with(open_reader: Callable[[io.BytesIO], _Reader]) -> Callable[[bytes], bytes]:
    def read(body: bytes) -> bytes:
        reader = open_reader(io.BytesIO(body))
        parts: list[bytes] = []
        size = 0
        try:
            while part := reader.read(64 * 2**10):
                parts.append(part)
                size += len(part)
                _check(size, MAX_BYTES)
        except OSError as error:
            raise SourceError(f"the compressed body is damaged: {error}") from error
        return b"".join(parts)

    return read


def _check(size: int, limit: int) -> None:
    if size > limit:
        raise LimitExceeded(f"the body has more than {MAX_BYTES:,} bytes, which a page may have")


def _is_text(body: bytes) -> bool:
    """Tell whether a body is text, which by chance no compressed one is: few of their bytes are printable ASCII."""
    head = body[:512]
    printable = len(head) - len(head.translate(None, _PRINTABLE))
    return printable * 10 > len(head) * 6 and head.translate(None, _CONTROL) == head


_CODINGS: Final[dict[str, tuple[bytes, Callable[[bytes], bytes]]]] = {
    "gzip": (GZIP, _gunzip),
    "x-gzip": (GZIP, _gunzip),
    "deflate": (b"", _inflate_any),
    "br": (b"", _read_with(BrotliReader)),
    "zstd": (ZSTD, _read_with(ZstdReader)),
}
"""What a body with this coding opens with, and how to take the coding off."""
