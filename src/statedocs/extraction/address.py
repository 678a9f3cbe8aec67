"""Addresses: cleaned, unwrapped from archives, made absolute, told apart."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from statedocs.extraction.word_lists import any_of, read_words

_JUNK: Final = str.maketrans("", "", "\t\n\r")
_EDGES: Final = "".join(map(chr, range(33)))
_WORDS: Final = read_words("addresses")
_REPLAY: Final = re.compile(
    rf"(?:(?:https?:)?//{any_of(_WORDS['replays'])}|/web)/(\d{{4,14}})(?:[a-z]{{2}}_|\*)?/(.+)", re.I | re.S
)
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_HOST_AND_PORT: Final = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+:\d", re.I)
_QUOTED: Final = re.compile(r"https?%3A(?:%2F){1,2}", re.I)
_ONE_SLASH: Final = re.compile(r"(https?):/(?=[^/])", re.I)
_SAVED_FOLDER: Final = re.compile(r"(?:\./)?[^/:?#]+_files/|.*/[^/:?#]+_files/")
_DOCUMENT: Final = re.compile(rf"\.{any_of(_WORDS['documents'])}$", re.I)
_UNADDRESSED: Final = frozenset(_WORDS["unaddressed"])
_EMBASSY: Final = re.compile(any_of(_WORDS["embassies"]))
_DEFAULT_SCHEME: Final = "https:"
_RESOLVED: Final = frozenset({"http", "https", "ftp"})


@dataclass(frozen=True, slots=True)
class Base:
    """What relative addresses are resolved against.

    Attributes:
        url: The page's base address, or null: then relative addresses have none.
        page: The page's own address without fragment, to tell anchors.
        saved: Whether a browser saved the page: then `…_files/` lies beside it.
        site: Address that root-relative addresses belong to where `url` is null.
    """

    url: str | None
    page: str | None
    saved: bool = False
    site: str | None = None


def clean(href: str) -> str:
    """An address after WHATWG cleaning: tabs and line ends out, controls and blanks off the edges.

    Source: https://url.spec.whatwg.org/#concept-basic-url-parser
    """
    return href.translate(_JUNK).strip(_EDGES)


@lru_cache(maxsize=4096)
def unwrap(url: str) -> tuple[str, str | None]:
    """The original of a replay address, and the time stamp that stood in it.

    >>> unwrap("https://web.archive.org/web/20210202004735im_/https://www.state.gov/peru/")
    ('https://www.state.gov/peru/', '20210202004735')
    """
    stamp = None
    while (match := _REPLAY.match(url)) is not None:
        stamp, url = match.group(1), match.group(2)
    if stamp is not None:
        url = unquote(url) if _QUOTED.match(url) else url
        url = _ONE_SLASH.sub(r"\1://", url, count=1)
        if not _SCHEME.match(url) or _HOST_AND_PORT.match(url):
            url = _DEFAULT_SCHEME + "//" + url.lstrip("/") if url.startswith("//") else "http://" + url.lstrip("/")
    return url, stamp


def resolve(href: str, base: Base) -> str | None:
    """The absolute original address of an `href`; null for what has none.

    >>> resolve("/r/pa/", Base("http://www.state.gov/index.htm", None))
    'http://www.state.gov/r/pa/'
    """
    address = clean(href)
    scheme = _SCHEME.match(address)
    if scheme is not None and scheme.group(1).lower() not in _RESOLVED:
        return None if scheme.group(1).lower() in _UNADDRESSED else address
    original, stamp = unwrap(address)
    if stamp is not None:
        return original
    if base.saved and _SAVED_FOLDER.match(address):
        return None
    return address if scheme is not None else _joined(address, base)


def _joined(address: str, base: Base) -> str | None:
    """A relative address made absolute."""
    root = base.url or (base.site if address.startswith("/") else None)
    try:
        if address.startswith("//"):
            return (urlsplit(base.url).scheme + ":" if base.url else _DEFAULT_SCHEME) + address
        return None if root is None else urljoin(root, address)
    except ValueError:
        return None


def kind_of(href: str | None, url: str | None, base: Base) -> str:
    """The kind of a link, a value of `Link.kind`.

    >>> kind_of("/documents/1.pdf", "http://www.state.gov/documents/1.pdf", Base(None, None))
    'document'
    """
    if href is None:
        return "unlinked"
    address = clean(href)
    lower = (url or address).lower()
    if address.startswith("#") or (
        url is not None and base.page is not None and "#" in url and url.split("#")[0] == base.page
    ):
        return "anchor"
    if lower.startswith("mailto:"):
        return "email"
    if lower.startswith(("tel:", "fax:", "sms:", "callto:")):
        return "phone"
    if url is None:
        return "other" if _SCHEME.match(address) or not address or base.saved else _relative_kind(address)
    return _kind_of_url(url)


def _relative_kind(address: str) -> str:
    return "document" if _DOCUMENT.search(address.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0]) else "other"


@lru_cache(maxsize=4096)
def _kind_of_url(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return "other"
    if not host:
        return "other"
    if _DOCUMENT.search(parts.path):
        return "document"
    if _EMBASSY.search(host):
        return "embassy"
    if host == "state.gov" or host.endswith(".state.gov"):
        return "state"
    if host.endswith((".gov", ".mil")):
        return "government"
    return "external"


def is_state(url: str) -> bool:
    """Whether an address is State's own, embassies and archives included."""
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return False
    return f".{host}".endswith(".state.gov") or _EMBASSY.search(host) is not None


def is_relative(href: str) -> bool:
    """Whether an address needs another to be resolved against; one of the same page does not."""
    address = clean(href)
    return bool(address) and not address.startswith("#") and _SCHEME.match(address) is None
