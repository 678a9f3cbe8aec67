"""What decides a record, in one number: the same number, the same record."""

import hashlib
import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

import statedocs
from statedocs.pipeline import Options
from statedocs.record import SCHEMA_VERSION
from statedocs.snapshot import Snapshot
from statedocs.version import VERSION


def basis_of(options: Options) -> bytes:
    """Give what decides the records of all pages alike: the program, and what is asked of it."""
    return json.dumps([VERSION, program_digest(), SCHEMA_VERSION, asdict(options)]).encode()


def fingerprint_of(snapshot: Snapshot, basis: bytes) -> str:
    """Give the fingerprint of a capture: SHA-256 over all that decides its record."""
    said = (
        snapshot.origin,
        snapshot.sha256,
        snapshot.url,
        snapshot.url_evidence,
        snapshot.captured_at,
        snapshot.media_type,
        snapshot.charset,
        snapshot.record_id,
    )
    return hashlib.sha256(basis + json.dumps(said).encode()).hexdigest()


@cache
def program_digest() -> str:
    """Give the digest of this program's own files, so that whoever changes a template need not change the version."""
    root = Path(statedocs.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix not in (".pyc", ".pyo"):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
