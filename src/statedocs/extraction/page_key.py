"""The page over time: what all addresses under which a page was ever captured have in common."""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from w3lib.url import canonicalize_url

from statedocs.extraction.address import clean, unwrap
from statedocs.extraction.word_lists import any_of, read_words

_WORDS: Final = read_words("addresses")
_STATE_ARCHIVE: Final = re.compile(r"\d{4}-\d{4}(?:-([a-z][a-z0-9-]*))?\.state\.gov$")
"""`2009-2017.state.gov` is `state.gov` of these years, `2009-2017-fpc.state.gov` is `fpc.state.gov`."""
_MIRROR: Final = re.compile(r"www\d*\.(?=.*\.)")
_DEFAULT_PORTS: Final = frozenset(
    {("http", 80), ("https", 443), ("http", 443), ("https", 80), ("ftp", 21), ("gopher", 70)}
)
_INDEX: Final = re.compile(rf"/{any_of(_WORDS['indexes'])}\.{any_of(_WORDS['index_endings'])}$", re.I)
_PATH_SESSION: Final = re.compile(
    rf";{any_of(_WORDS['session_parameters'])}(?:=[^/;]*)?(?=[/;]|$)|/\([SAF]\([^()/]*\)\)(?=/|$)", re.I
)
"""`;jsessionid=…` of Java, `/(S(…))/` of ASP.NET."""
_JUNK: Final = re.compile(
    rf"(?:amp;)?{any_of(_WORDS['session_parameters'] + _WORDS['campaign_parameters'])}(?:=|$)", re.I
)
_MAYBE: Final = re.compile(rf"{any_of(_WORDS['maybe_session_parameters'])}=[\w,-]{{16,}}$", re.I)
"""Short names that mean a visit only where the value looks like one."""


@lru_cache(maxsize=1024)
def page_key(url: str) -> str | None:
    """The page over time; null for an address without a host.

    Folded are scheme, user, default port, `www`, State's archive hosts, letter case of the host, percent-encoding, dot
    segments, doubled and closing slashes, index files, order of parameters, names of visits and campaigns, fragments,
    and what archives wrap round addresses. The case of the path stays: servers differ in it. Other sites of the
    Department stay themselves, `m.state.gov` too: it is no archive, and its paths are not those of `www.state.gov`.

    >>> page_key("http://2009-2017.state.gov/r/pa/ei/bgn/35762.htm")
    'state.gov/r/pa/ei/bgn/35762.htm'
    """
    try:
        parts = urlsplit(canonicalize_url(unwrap(clean(url))[0].replace("&amp;", "&")))
        host, port = (parts.hostname or "").strip("."), parts.port
    except ValueError:
        return None
    if not host:
        return None
    host = _MIRROR.sub("", host, count=1).strip(".") if host.startswith("www") else host
    if archive := _STATE_ARCHIVE.match(host):
        host = f"{archive.group(1)}.state.gov" if archive.group(1) else "state.gov"
    if port is not None and (parts.scheme, port) not in _DEFAULT_PORTS:
        host = f"{host}:{port}"
    path = re.sub("//+", "/", _PATH_SESSION.sub("", parts.path)).rstrip("/")
    path = _INDEX.sub("/", path).rstrip("/")
    pairs = [pair for pair in parts.query.split("&") if pair and not _JUNK.match(pair) and not _MAYBE.match(pair)]
    return f"{host}{path}?{'&'.join(pairs)}" if pairs else f"{host}{path}"
