"""What stands before a text about it: front matter of a dump (`title:`, `url:`), or the header of a mailed copy."""

import re
from dataclasses import replace
from typing import Final

from statedocs.reading.plaintext.lines import Ledger, Line

_RULE: Final = "---"
_MOST: Final = 40
_FIELD: Final = re.compile(r"(?P<name>[a-z][\w-]{1,30}):(?:\s+(?P<value>\S.*))?$")
_FEWEST: Final = 2
_CARD: Final = "#CARD:"
_CATALOGUE: Final = re.compile(r"home \*+ CD-ROM ?\|")
_FILE: Final = re.compile(r"Text File\s*\|")
_MOST_CATALOGUE: Final = 8
_DUMPED: Final = re.compile(r"date \d{4}-\d\d-\d\d(?:\s+|$)")
"""What some dumps put before the first line: the day that their program took for the page's."""
_SITE: Final = re.compile(r"department of state|state\.gov|u\.s\. (?:embassy|consulate|mission)", re.IGNORECASE)


def take_front_matter(lines: list[Line], ledger: Ledger) -> tuple[list[Line], str | None]:
    """Takes the front matter off; gives the lines after it and the title that it states.

    Its date is the program's guess, its site's name no issuer: neither is read. Its title may be a guess too, unless it
    names the site as the title of the window does.
    """
    lines = _without_day(_without_disc(lines, ledger), ledger)
    if not lines or lines[0].body != _RULE:
        return _without_mail_header(lines, ledger), None
    stop = next((at for at in range(1, min(len(lines), _MOST)) if lines[at].body == _RULE), 0)
    fields = [match for line in lines[1:stop] if (match := _FIELD.match(line.body))]
    if len(fields) < _FEWEST or len(fields) * 2 < stop - 1:
        return lines, None
    for line in lines[: stop + 1]:
        ledger.take("plain-text/front-matter", line.body, lines[0].number)
    named = {match["name"]: (match["value"] or "").strip("\"' ") for match in fields}
    return lines[stop + 1 :], named.get("title") or None


def _without_disc(lines: list[Line], ledger: Ledger) -> list[Line]:
    """Takes off what the catalogue of a disc puts above its texts, or the disc's own card: `#CARD:Nepal:…`."""
    stop = 0
    if lines and lines[0].body.startswith(_CARD):
        stop = 1
    elif lines and _CATALOGUE.match(lines[0].body):
        stop = next((at for at, line in enumerate(lines[:_MOST_CATALOGUE], 1) if _FILE.match(line.body)), 0)
    for line in lines[:stop]:
        ledger.take("plain-text/front-matter", line.body, lines[0].number)
    return lines[stop:]


def _without_day(lines: list[Line], ledger: Ledger) -> list[Line]:
    """Takes off the day that a dump puts before the first line: `date 2022-10-24 Sample Wells Open`."""
    found = _DUMPED.match(lines[0].body) if lines else None
    if found is None:
        return lines
    ledger.take("plain-text/front-matter", found.group().rstrip(), lines[0].number)
    rest = lines[0].body[found.end() :].lstrip("\u2022\u00b7|- ")
    skipped = lines[0].body[found.end() :].removesuffix(rest)
    ledger.take("plain-text/front-matter", skipped, lines[0].number)
    return [replace(lines[0], indent=0, body=rest), *lines[1:]] if rest else lines[1:]


def names_site(title: str) -> bool:
    """Whether a title names the site, as that of the window does; any other may be a program's guess."""
    return _SITE.search(title) is not None


_MAIL: Final = re.compile(
    r"(?:From|Sender|Reply-To|Subject|Date|Sent|To|Cc|Bcc|Received|Return-Path|Message-ID|MIME-Version|Newsgroups|Organization"
    r"|Approved|Path|Lines|References|In-Reply-To|Priority|Comments|X-[\w-]{2,30}|Content-[\w-]{2,30}):(?:\s|$)",
    re.IGNORECASE,
)
_TELLING: Final = frozenset({"from", "subject", "date", "sent"})
_FEWEST_TELLING: Final = 2


def _without_mail_header(lines: list[Line], ledger: Ledger) -> list[Line]:
    """Takes off the header of a mailed copy: fields to the first blank line, its day is that of the mail."""
    stop = next((at for at in range(1, min(len(lines), _MOST)) if lines[at].before), 0)
    named = [match.group().split(":")[0].lower() for line in lines[:stop] if (match := _MAIL.match(line.body))]
    whole = all(_MAIL.match(line.body) or line.indent for line in lines[:stop])
    if not whole or len(_TELLING.intersection(named)) < _FEWEST_TELLING or "from" not in named:
        return lines
    for line in lines[:stop]:
        ledger.take("plain-text/mail-header", line.body, lines[0].number)
    return lines[stop:]
