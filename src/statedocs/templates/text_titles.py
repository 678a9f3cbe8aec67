"""The title line below the chrome of a text, where a breadcrumb or the title of the window tells how it reads."""

import re
from collections.abc import Sequence
from typing import Final

from statedocs.templates.text_chrome import fold, match_folded
from statedocs.templates.text_edges import says
from statedocs.vocabulary import find_bureau, find_document_type, is_part_above

_SEPARATOR: Final = re.compile(r"\s*[>»›]\s*")
_REACH: Final = 60
_FEWEST_BLANKS: Final = 1


def title_below(lines: Sequence[str], folded: Sequence[str], start: int, crumb: int | None) -> int | None:
    """The line below `start` that reads as the breadcrumb at `crumb` ends, or as the first line of all.

    A bureau or a kind of document, in which breadcrumbs end too, is none; nor does anybody say something above it.

    Args:
        lines: The lines of the page.
        folded: The same, folded.
        start: The first line below the chrome.
        crumb: The line of the breadcrumb, where there is one.
    """
    if not start:
        return None
    window = range(start, min(len(lines), start + _REACH))
    for title in _titles(lines, folded, crumb):
        found = next((at for at in window if folded[at] == title), None)
        if found is not None and not says(lines[start:found]):
            part = title != folded[0] and found > start and is_part_above(lines[found - 1], lines[found])
            return found - part
    return None


def _titles(lines: Sequence[str], folded: Sequence[str], crumb: int | None) -> list[str]:
    """What the title may read as."""
    titles = [] if crumb is None else [fold(_SEPARATOR.split(lines[crumb])[-1])]
    titles = [title for title in titles if not _is_kind(title) and find_bureau(title) is None]
    if folded[0].count(" ") >= _FEWEST_BLANKS and match_folded(folded[0]) is None:
        titles.append(folded[0])
    return titles


def _is_kind(title: str) -> bool:
    kind = find_document_type(title)
    return kind is not None and title in {name.casefold() for name in (kind.name, *kind.spellings)}
