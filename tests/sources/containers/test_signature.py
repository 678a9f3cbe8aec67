"""Signatures of WACZ files, made here and by others."""

import base64
import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import NameOID

from statedocs.record import Failure
from statedocs.sources import read
from statedocs.sources.containers import signature
from statedocs.sources.items import Item

ItemsOf = Callable[..., list[Item]]
ARCHIVES = Path(__file__).parents[4] / "shared" / "pages" / "archives"
HASH = f"sha256:{hashlib.sha256(b'{}').hexdigest()}"
WHEN = datetime(2022, 1, 18, tzinfo=UTC)
KEY = ec.generate_private_key(ec.SECP384R1())
OTHER = ec.generate_private_key(ec.SECP256R1())


def coded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def public(key: Any) -> str:
    return coded(key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))


def signed(key: Any = KEY, said: str = HASH) -> bytes:
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(said.encode(), padding.PKCS1v15(), SHA256())
    made: bytes = key.sign(said.encode(), ec.ECDSA(SHA256()))
    return made


def halves(made: bytes) -> bytes:
    return b"".join(half.to_bytes(48) for half in utils.decode_dss_signature(made))


def certificate(domain: str, key: Any = KEY, by: Any = OTHER) -> str:
    name, issuer = (
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)]) for text in (domain or "no names", "issuer")
    )

    def made(subject: x509.Name, of: Any, names: list[str]) -> bytes:
        builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(of.public_key())
        builder = builder.serial_number(1).not_valid_before(WHEN - timedelta(5)).not_valid_after(WHEN + timedelta(5))
        if names:
            builder = builder.add_extension(x509.SubjectAlternativeName(list(map(x509.DNSName, names))), critical=False)
        return builder.sign(by, SHA256()).public_bytes(Encoding.PEM)

    return (made(name, key, [domain] if domain else []) + made(issuer, OTHER, [])).decode()


BY_KEY = {"hash": HASH, "signature": coded(halves(signed())), "publicKey": public(KEY)}
BY_NAME = {
    "hash": HASH,
    "signature": coded(signed()),
    "domain": "state.example",
    "domainCert": certificate("state.example"),
    "created": "2022-01-18T19:00:12Z",
}
RSA = rsa.generate_private_key(65537, 2048)
ED = ed25519.Ed25519PrivateKey.generate()
NOT_JUDGED = "the certificate's issuer and the time stamp are not judged"
ANONYMOUS = "verified, by a key that names nobody"


def told(items_of: ItemsOf, make: SimpleNamespace, said: object) -> tuple[str, list[str]]:
    members = {
        "archive/a.warc": make.warc(1, make.http()),
        "datapackage.json": b"{}",
        "datapackage-digest.json": json.dumps({"hash": HASH, "signedData": said}).encode(),
    }
    page, *rest = items_of(make.zipped(members), "x.wacz")
    items = [page, *rest]
    [reason] = [make.told(item) for item in items if item.origin.endswith("#datapackage-digest.json")]
    assert "page" in [make.told(item) for item in items]
    return reason, [item.message for item in items if isinstance(item, Failure)]


@pytest.mark.parametrize(
    ("said", "who"),
    [
        (BY_KEY, ANONYMOUS),
        ({**BY_KEY, "signature": coded(signed())}, ANONYMOUS),
        ({**BY_KEY, "signature": coded(signed(RSA)), "publicKey": public(RSA)}, ANONYMOUS),
        (BY_NAME, f"verified, by state.example on {BY_NAME['created']}; {NOT_JUDGED}"),
        ({"hash": HASH}, "absent"),
        ("nothing", "absent"),
    ],
)
def test_a_signature_is_verified(items_of: ItemsOf, make: SimpleNamespace, said: object, who: str) -> None:
    assert told(items_of, make, said) == (f"part of the WACZ (signature: {who})", [])


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({**BY_KEY, "publicKey": public(OTHER)}, "is not of this digest by this key"),
        ({**BY_KEY, "signature": coded(signed(KEY, "sha256:else"))}, "is not of this digest by this key"),
        ({**BY_KEY, "signature": "?"}, "cannot be read"),
        ({**BY_KEY, "publicKey": "AAAA"}, "cannot be read"),
        ({**BY_KEY, "publicKey": None}, "states no publicKey"),
        ({**BY_KEY, "publicKey": public(ED)}, "of a kind that is not known (Ed25519PublicKey)"),
        ({**BY_NAME, "domainCert": "junk"}, "cannot be read"),
        ({**BY_NAME, "domain": "other.example"}, "the certificate is not of 'other.example'"),
        ({**BY_NAME, "created": "2023-01-18T19:00:12Z"}, "was not valid when it was signed (2023-01-18T19:00:12Z)"),
        ({**BY_NAME, "created": "once"}, "was not valid when it was signed (once)"),
        ({**BY_NAME, "domainCert": certificate("")}, "cannot be read"),
        ({**BY_NAME, "domainCert": certificate("state.example", by=KEY)}, "is not of this digest by this key"),
    ],
)
def test_a_wrong_signature_is_a_failure_and_costs_no_page(
    items_of: ItemsOf, make: SimpleNamespace, said: object, message: str
) -> None:
    reason, failures = told(items_of, make, said)
    assert reason == "part of the WACZ (signature: wrong)"
    assert len(failures) == 1
    assert failures[0].startswith("datapackage-digest.json: ")
    assert message in failures[0]


def test_a_signature_of_another_digest_than_the_packages_is_told(items_of: ItemsOf, make: SimpleNamespace) -> None:
    other = "sha256:" + "0" * 64
    said = {**BY_KEY, "hash": other, "signature": coded(signed(KEY, other))}
    reason, [failure] = told(items_of, make, said)
    assert reason == f"part of the WACZ (signature: {ANONYMOUS})"
    assert failure == f"datapackage.json does not have the digest {other} that datapackage-digest.json says"


def test_without_the_extra_it_is_said_that_nothing_was_verified(
    items_of: ItemsOf, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signature, "x509", None)
    reason, failures = told(items_of, make, BY_KEY)
    assert "not verified" in reason
    assert "statedocs[signatures]" in reason
    assert failures == []


@pytest.mark.skipif(not ARCHIVES.is_dir(), reason="the real archives are not here")
def test_a_signature_of_others(make: SimpleNamespace) -> None:
    reasons = [make.told(item) for item in read(ARCHIVES / "valid_signed_example_1.wacz")]
    assert any("verified, by btrix-sign-test.webrecorder.net on 2022-01-18T19:00:12Z" in reason for reason in reasons)
