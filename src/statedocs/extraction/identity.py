"""Which page this is: its original address, when it was captured, its key over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from statedocs.extraction.address import Base, clean, resolve, unwrap
from statedocs.extraction.head import Head
from statedocs.extraction.page_key import page_key

_WITNESS_METAS: Final = (("og:url", "og:url"), ("dc_identifier", "DC_identifier"), ("dc.identifier", "DC_identifier"))
_SAVING: Final = ("saved-from", "wayback")
"""Witnesses of pages whose images and styles may lie in a folder beside them."""
_WEB: Final = frozenset({"http", "https", "ftp", "gopher"})
_LENGTH_OF_DAY: Final = 8


@dataclass(frozen=True, slots=True)
class Identity:
    """The page's address and capture.

    Attributes:
        url: Original address, replay wrapping off.
        evidence: The witness believed.
        archive_url: The replay's address, where one was witnessed.
        captured_at: RFC 3339, as the source, the replay or an address in it says.
        key: The page over time.
        base: What its links are resolved against.
    """

    url: str | None
    evidence: str | None
    archive_url: str | None
    captured_at: str | None
    key: str | None
    base: Base


def identify(
    head: Head, addresses: Sequence[tuple[str, str]], captured_at: str | None, archive_url: str | None, site: str | None
) -> Identity:
    """Reads the page's address from its witnesses, the source before the page's own head.

    Args:
        head: The page's head.
        addresses: (address, witness) of the source and the wrapping, in the order of belief.
        captured_at: What the source or the wrapping says.
        archive_url: What the wrapping says.
        site: Address that root-relative links belong to where the page's own is unknown.
    """
    witnesses = [*addresses, *_own(head)]
    url = evidence = None
    for address, witness in witnesses:
        original, stamp = unwrap(clean(address))
        if stamp is not None:
            archive_url = archive_url or clean(address)
            captured_at = captured_at or _moment(stamp)
        if url is None and (absolute := _absolute(original)) is not None:
            url, evidence = absolute, witness
    key = page_key(url) if url else None
    return Identity(url, evidence, archive_url, captured_at, key, _base(head, url, addresses, site))


def _own(head: Head) -> list[tuple[str, str]]:
    found = [(head.canonical, "canonical"), *((head.metas.get(meta), witness) for meta, witness in _WITNESS_METAS)]
    return [(address, witness) for address, witness in found if address]


def _absolute(address: str) -> str | None:
    """An address of the web; `//host` becomes `https:`. What cannot be taken apart (`http://[host`) is none."""
    whole = f"https:{address}" if address.startswith("//") else address
    try:
        scheme = urlsplit(whole).scheme
    except ValueError:
        return None
    return whole if scheme in _WEB and whole[len(scheme) :].startswith("://") else None


def _base(head: Head, url: str | None, addresses: Sequence[tuple[str, str]], site: str | None) -> Base:
    saved = any(witness in _SAVING or "web.archive.org" in address for address, witness in addresses)
    page = url.split("#")[0] if url else None
    base = (resolve(head.base, Base(url, page)) if head.base else None) or url
    return Base(base, page, saved, site)


def _moment(stamp: str) -> str | None:
    """A time stamp of an archive; where it stops at the day, the hour is midnight."""
    if len(stamp) < _LENGTH_OF_DAY:
        return None
    try:
        moment = datetime.strptime(stamp.ljust(14, "0"), "%Y%m%d%H%M%S")
    except ValueError:
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
