"""Telephone numbers as pages print them, what they are for, and their E.164 form where it is certain."""

import re
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, Final

_ROWS: Final = (files("statedocs.extraction") / "data" / "calling_codes.tsv").read_text(encoding="utf-8").splitlines()
CALLING_CODES: Final = dict(row.split("\t") for row in _ROWS[1:])
"""Calling code by country code, ITU-T E.164; `1` is the North American plan."""
_BY_LENGTH: Final = sorted(set(CALLING_CODES.values()), key=len, reverse=True)

EMAIL: Final = re.compile(r"[A-Za-z0-9][\w.+'-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
URL: Final = re.compile(r"(?:https?://|www\.)[^\s<>()\"“”]+[^\s<>()\"“”.,;:]")

_WORDS: Final = r"(?:tel(?:ephone)?s?|phones?|fax(?:es)?|telefax|facsimile|hotline|mobile|cell|ph)"
_NUMBER: Final = (
    r"(?P<number>[(\[]?\+?\s?[(\[]?\d(?:[\d()\[\] \-–/]|\.(?=\d)){4,28}\d"
    r"(?:,?\s?(?:ext(?:ension)?\.?|x)\s?\d{1,5})?)(?![\d%])"
)
_LABEL: Final = (
    rf"(?P<label>(?:[a-z][a-z'’/&-]*\s){{0,4}}?{_WORDS}\b(?:[\s/][a-z][a-z'’/-]*){{0,4}}?"
    r"|(?:[a-z][a-z'’/&-]*\s?){1,5}(?=:))"
)
_BETWEEN: Final = r"(?:[\s;,.|]|[(\[](?![\d+]))*(?:(?:and|or|&)\s+)?"
_STEP: Final = re.compile(rf"{_BETWEEN}(?:{_LABEL}\s*(?:\([^()\d]*\))?\s*[:.]{{0,2}}\s*)?{_NUMBER}", re.IGNORECASE)
_SIDE_STEP: Final = re.compile(
    rf"\)?{_BETWEEN}(?:[a-z][a-z '’/-]{{0,30}}?[:.\s]+)?(?P<address>{EMAIL.pattern}|{URL.pattern})", re.IGNORECASE
)
_MEANT_FOR: Final = re.compile(
    r"\s(?:during|for|after|in case of)\s[a-z][a-z -]{3,40}(?:\([^()\n]{3,60}\))?(?=\s*(?:[;,.)]|$))", re.IGNORECASE
)
"""What a number is for, said behind it: `434-3000 during business hours (8:00 a.m. to 5:00 p.m.), or …`."""
LABELLED: Final = re.compile(
    rf"\b{_WORDS}\b(?:\s?(?:no|number|numbers|nos)\b)?(?:\s(?:is|are|at)\b)?\s?[.:]?\s*[+(\[]{{0,2}}\d", re.IGNORECASE
)
"""A word for telephone or fax right before a number."""
LABEL_ALONE: Final = re.compile(rf"(?:[a-z'’/-]+\s)*?{_WORDS}(?:\s(?:number|no\.?))?\s?:?", re.IGNORECASE)
"""A line that holds the word and leaves the number to the next line."""

_FEWEST_DIGITS: Final = 6
_FEWEST_NATIONAL: Final = 7  # shorter ones may be local: `(51) 36-4321` is a town of Peru, not Peru
_MOST_DIGITS: Final = 15
_EXTENSION: Final = re.compile(r",?\s?(?:ext|x).*$", re.IGNORECASE)
_SECOND_ENDING: Final = re.compile(r"\s?(?:[/–]\s?\d{1,4}|/\s?\d{5,8})$")
"""Another ending of the same number, or another local number behind it: `75601/02`, `250-75601/75602`."""
_SECOND_NUMBER: Final = re.compile(r"\s?/\s?(?=[+(]?\d[\d() .-]{5,}$)")
_NORTH_AMERICAN: Final = re.compile(r"1?([2-9]\d\d[2-9]\d{6})")
_TRUNK_KEPT: Final = frozenset({"39", "378"})  # Italian numbers keep their 0 abroad


@dataclass(slots=True)
class Reach:
    """How to reach an office, as read from a text; `stop` is where the numbers end."""

    phones: list[tuple[str, str]] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    stop: int = 0

    def __bool__(self) -> bool:
        return bool(self.phones or self.emails or self.urls)

    def add(self, other: "Reach") -> None:
        """Takes over what another text says, each thing once."""
        self.phones += [phone for phone in other.phones if phone not in self.phones]
        self.emails += [email for email in other.emails if email not in self.emails]
        self.urls += [url for url in other.urls if url not in self.urls]


def read_reach(text: str, start: int = 0) -> Reach:
    """Reads labelled numbers, mail and web addresses that follow one another from `start`; stops at other words.

    >>> read_reach("tel. (202) 833-9860; fax: 202-659-8124. The end.").phones
    [('phone', '(202) 833-9860'), ('fax', '202-659-8124')]
    """
    reach, kind = Reach(stop=start), ""
    while True:
        step = _STEP.match(text, reach.stop)
        if step and (step["label"] or kind) and sum(map(str.isdigit, step["number"])) >= _FEWEST_DIGITS:
            kind = _kind(step["label"]) if step["label"] else kind
            use = _MEANT_FOR.match(text, step.end())
            own = _kind(use[0]) if use and kind == "phone" else kind
            reach.phones += [(own, number) for number in _SECOND_NUMBER.split(step["number"].strip())]
            reach.stop = (use or step).end()
            continue
        side = _SIDE_STEP.match(text, reach.stop)
        if side is None:
            return reach
        found = side["address"]
        (reach.emails if "@" in found else reach.urls).append(found)
        reach.stop = side.end()


def phone_dicts(phones: list[tuple[str, str]], calling_code: str | None) -> list[dict[str, Any]]:
    """The record's phones, keys in the order of `record.Phone`."""
    return [
        {"kind": kind, "as_written": number, "e164": e164(number, calling_code)}
        for kind, number in dict.fromkeys(phones)
    ]


def e164(written: str, calling_code: str | None) -> str | None:
    """The international form, where the number itself or the North American plan makes it certain.

    Args:
        written: The number as printed.
        calling_code: Calling code of the country where the office stands; None when unknown.

    Returns:
        `+` and digits, or None: a local number of another country is never completed.

    >>> e164("(202) 833-9860", "1"), e164("51-1-434-3000", "51"), e164("434-3000", "51")
    ('+12028339860', '+5114343000', None)
    >>> e164("+(52)(55) 5555-0123", None)
    '+525555550123'
    """
    number = _SECOND_ENDING.sub("", _EXTENSION.sub("", written))
    groups = re.findall(r"\d+", re.sub(r"[(\[]0[)\]]", "", number))
    international = number.lstrip("([ ").startswith("+")
    if not international and groups and groups[0] in ("00", "011"):
        international, groups = True, groups[1:]
    elif not international and groups and groups[0].startswith("00"):
        international, groups = True, [groups[0][2:], *groups[1:]]
    digits = "".join(groups)
    if number.lstrip("([ ").startswith("+") and not digits.startswith(calling_code or "none"):
        calling_code = next((code for code in _BY_LENGTH if digits.startswith(code)), None)
    if calling_code is None:
        return None
    if calling_code == "1":
        north_american = _NORTH_AMERICAN.fullmatch(digits)
        return f"+1{north_american[1]}" if north_american else None
    if not digits.startswith(calling_code) or not (international or groups[0] == calling_code):
        return None
    return _completed(digits, calling_code)


def _completed(digits: str, calling_code: str) -> str | None:
    national = digits[len(calling_code) :]
    trunk = national.startswith("0") and calling_code not in _TRUNK_KEPT
    if trunk or len(national) < _FEWEST_NATIONAL or len(digits) > _MOST_DIGITS:
        return None
    return f"+{digits}"


def _kind(label: str) -> str:
    words = label.casefold()
    if "tel" not in words.replace("telefax", "") and ("fax" in words or "facsimile" in words):
        return "fax"
    return "after-hours" if re.search(r"after|emergenc|duty|24", words) else "phone"
