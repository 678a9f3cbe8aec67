"""What a dump put before a page about it: `title:`, `url:`, `date:` between two rules (trafilatura, static sites)."""

import re
from typing import Final

from statedocs.reading.plaintext.lines import Ledger, Line

_RULE: Final = "---"
_MOST: Final = 40
_FIELD: Final = re.compile(r"(?P<name>[a-z][\w-]{1,30}):(?:\s+(?P<value>\S.*))?$")
_FEWEST: Final = 2


def take_front_matter(lines: list[Line], ledger: Ledger) -> tuple[list[Line], str | None]:
    """Takes the front matter off; gives the lines after it and the title that it states.

    Its date is the program's guess, its site's name no issuer: neither is read.
    """
    if not lines or lines[0].body != _RULE:
        return lines, None
    stop = next((at for at in range(1, min(len(lines), _MOST)) if lines[at].body == _RULE), 0)
    fields = [match for line in lines[1:stop] if (match := _FIELD.match(line.body))]
    if len(fields) < _FEWEST or len(fields) * 2 < stop - 1:
        return lines, None
    for line in lines[: stop + 1]:
        ledger.take("plain-text/front-matter", line.body, lines[0].number)
    named = {match["name"]: (match["value"] or "").strip("\"' ") for match in fields}
    return lines[stop + 1 :], named.get("title") or None
