"""Digests as archives write them: `sha1:` and base 32 or hexadecimal digits."""

import base64
import binascii
import hashlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

KNOWN: Final = frozenset(name for name in hashlib.algorithms_guaranteed if not name.startswith("shake"))
_BY_PLAIN_NAME: Final = {name.replace("_", ""): name for name in KNOWN}
"""Archives write `sha-256`, `sha3_256` and `SHA1`."""
_PIECE: Final = 2**20
_UNNAMED: Final = "sha1"
"""What older indexes mean by digits alone."""


def contradicts(labelled: str, data: bytes) -> bool:
    """Tell whether bytes do not have a digest; one that is of no known form contradicts nothing.

    >>> contradicts("md5:d41d8cd98f00b204e9800998ecf8427e", b"")
    False
    """
    return contradicts_all(labelled, [data])


def contradicts_all(labelled: str, forms: Iterable[bytes]) -> bool:
    """Tell whether something has a digest in none of the forms in which it may have been taken.

    >>> contradicts_all("sha-256:" + "0" * 64, [b"as sent", b"decoded"])
    True
    """
    name, digits = _split(labelled)
    if name is None:
        return False
    stated = _bytes_of(digits, hashlib.new(name, usedforsecurity=False).digest_size)
    return stated is not None and all(
        stated != hashlib.new(name, data, usedforsecurity=False).digest() for data in forms
    )


def is_contradicted(labelled: str, pieces: Iterable[bytes]) -> bool:
    """Tell whether what comes piece by piece does not have a digest."""
    name, digits = _split(labelled)
    if name is None:
        return False
    found = hashlib.new(name, usedforsecurity=False)
    for piece in pieces:
        found.update(piece)
    return _bytes_of(digits, found.digest_size) not in (None, found.digest())


def pieces_of(file: BinaryIO, start: int, length: int | None) -> Iterator[bytes]:
    """Give a part of a file, or what stands in it from a place on, piece by piece."""
    file.seek(start)
    left = 2**62 if length is None else length
    while left and (piece := file.read(min(left, _PIECE))):
        yield piece
        left -= len(piece)


def in_one_spelling(labelled: str) -> str:
    """Give a digest as one that is written otherwise is given, too; what is no digest as it is.

    >>> in_one_spelling("SHA-1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ")
    'sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709'
    """
    name, digits = _split(labelled)
    stated = _bytes_of(digits, hashlib.new(name, usedforsecurity=False).digest_size) if name else None
    return f"{name}:{stated.hex()}" if stated else labelled


def _split(labelled: str) -> tuple[str | None, str]:
    name, colon, digits = labelled.partition(":")
    if not colon:
        return _UNNAMED, name.strip()
    return _BY_PLAIN_NAME.get(name.strip().lower().replace("-", "").replace("_", "")), digits.strip()


def _bytes_of(digits: str, size: int) -> bytes | None:
    """Give the bytes that digits stand for; None where they stand for none of that size."""
    try:
        if len(digits) == size * 2:
            return bytes.fromhex(digits)
        stated = base64.b32decode(digits.upper().rstrip("=") + "=" * (-len(digits.rstrip("=")) % 8))
    except (ValueError, binascii.Error):
        return None
    return stated if len(stated) == size else None
