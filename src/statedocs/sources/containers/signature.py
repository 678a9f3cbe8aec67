"""Who signed a WACZ, and whether the signature is of it. `cryptography` reads keys and certificates.

Source: https://specs.webrecorder.net/wacz-auth/0.1.0/
"""

import base64
import binascii
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any, Final

from statedocs.errors import SourceError
from statedocs.sources.times import utc

try:
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import load_der_public_key
except ImportError:
    x509 = None  # type: ignore[assignment]

_EXTRA: Final = "not verified, which the extra `signatures` does: pip install 'statedocs[signatures]'"


def signer(signed: dict[str, Any]) -> str:
    """Say who signed, once the signature is verified; that somebody trusts a certificate's issuer is not looked at.

    Args:
        signed: The object `signedData`.

    Raises:
        SourceError: The signature is not of this digest by this key, or the certificate is not of this name and time.
    """
    if not signed.get("signature"):
        return "absent"
    if x509 is None:
        return _EXTRA
    try:
        return _by_certificate(signed) if signed.get("domainCert") else _by_key(signed)
    except InvalidSignature as error:
        raise SourceError("the signature is not of this digest by this key") from error
    except (ValueError, TypeError, binascii.Error, UnsupportedAlgorithm, x509.ExtensionNotFound) as error:
        raise SourceError(f"the signature cannot be read: {error}") from error


def _by_key(signed: dict[str, Any]) -> str:
    key = load_der_public_key(base64.b64decode(_text(signed, "publicKey"), validate=True))
    _verify(key, signed)
    return "verified, by a key that names nobody"


def _by_certificate(signed: dict[str, Any]) -> str:
    chain = x509.load_pem_x509_certificates(_text(signed, "domainCert").encode())
    _verify(chain[0].public_key(), signed)
    for lower, upper in pairwise(chain):
        lower.verify_directly_issued_by(upper)
    domain = _text(signed, "domain")
    names = chain[0].extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    if domain not in names.get_values_for_type(x509.DNSName):
        raise SourceError(f"the certificate is not of {domain!r}")
    created = utc(_text(signed, "created"))
    when = datetime.fromisoformat(created).astimezone(UTC) if created else None
    if when is None or not chain[0].not_valid_before_utc <= when <= chain[0].not_valid_after_utc:
        raise SourceError(f"the certificate was not valid when it was signed ({signed.get('created')})")
    return f"verified, by {domain} on {created}; the certificate's issuer and the time stamp are not judged"


def _verify(key: object, signed: dict[str, Any]) -> None:
    digest, signature = _text(signed, "hash").encode(), base64.b64decode(_text(signed, "signature"), validate=True)
    if isinstance(key, ec.EllipticCurvePublicKey):
        size = (key.curve.key_size + 7) // 8
        if len(signature) == 2 * size:  # as browsers write it
            halves = (int.from_bytes(half) for half in (signature[:size], signature[size:]))
            signature = utils.encode_dss_signature(*halves)
        key.verify(signature, digest, ec.ECDSA(SHA256()))
    elif isinstance(key, rsa.RSAPublicKey):
        key.verify(signature, digest, padding.PKCS1v15(), SHA256())
    else:
        raise SourceError(f"the signature is by a key of a kind that is not known ({type(key).__name__})")


def _text(signed: dict[str, Any], name: str) -> str:
    value = signed.get(name)
    if not isinstance(value, str):
        raise SourceError(f"the signature states no {name}")
    return value
