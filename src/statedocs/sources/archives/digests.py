"""Digests as archives write them: `sha1:` and base 32 or hexadecimal digits."""

import base64
import binascii
import hashlib
from typing import Final

KNOWN: Final = frozenset({"md5", "sha1", "sha224", "sha256", "sha384", "sha512"})


def contradicts(labelled: str, data: bytes) -> bool:
    """Tell whether bytes do not have a digest; one that is of no known form contradicts nothing.

    >>> contradicts("md5:d41d8cd98f00b204e9800998ecf8427e", b"")
    False
    """
    name, _, digits = labelled.partition(":")
    name = name.strip().lower().replace("-", "")
    if name not in KNOWN:
        return False
    found = hashlib.new(name, data, usedforsecurity=False).digest()
    return any(stated != found for stated in _bytes_of(digits.strip(), len(found)))


def _bytes_of(digits: str, size: int) -> list[bytes]:
    """Give the bytes that digits stand for, in a list that is empty where they stand for none of that size."""
    try:
        if len(digits) == size * 2:
            return [bytes.fromhex(digits)]
        stated = base64.b32decode(digits.upper().rstrip("=") + "=" * (-len(digits.rstrip("=")) % 8))
    except (ValueError, binascii.Error):
        return []
    return [stated] if len(stated) == size else []
