"""Which body of the Department keeps the pages under an address."""

from functools import cache

from statedocs.vocabulary.bureaus import Bureau, bureau_by_slug, find_bureau
from statedocs.vocabulary.tables import read_table

_SHELVES = ("releases", "bureaus-offices")
"""Parts of addresses since 2019 behind which the names of bodies stand."""


@cache
def _by_address() -> dict[str, str]:
    return {row["address"]: row["name"] for row in read_table("bureau_addresses")}


def bureau_by_address(key: str) -> Bureau | None:
    """The body that keeps its pages where a page stands; the weakest witness of who issues it.

    Args:
        key: The page over time (`page_key`): an address without scheme, `www` and archive host.

    >>> bureau_by_address("state.gov/g/drl/rls/hrrpt/2008/eap/119046.htm").code
    'DRL'
    >>> bureau_by_address("state.gov/releases/office-of-the-spokesperson/2025/03/sample").name
    'Office of the Spokesperson'
    >>> bureau_by_address("state.gov/documents/organization/99001.htm") is None
    True
    """
    parts = key.partition("?")[0].split("/")
    if parts[0] == "state.gov" and len(parts) > 2 and parts[1] in _SHELVES:
        named = (bureau_by_slug(part) for part in reversed(parts[2:]))
        return next((bureau for bureau in named if bureau is not None), None)
    for length in range(len(parts), 0, -1):
        name = _by_address().get("/".join(parts[:length]))
        if name is not None:
            return find_bureau(name)
    return None
