"""Contacts: embassies in Washington, U.S. posts abroad and offices, with address, numbers and officials.

Read from two forms only, never from a telephone number in passing:

* sentences: `Peru maintains an embassy in the United States at …; tel. …`, `The U.S. Embassy in Peru is located at …`;
* blocks of lines: a name (`U.S. Embassy Lima`, a heading or a line), address lines, `Telephone:`, `Fax:`, `Email:`.

`name` is the page's own (`U.S. Embassy in Peru`); where a sentence only says that Peru maintains an embassy it is
`Embassy of Peru`. `country` is that of the foreign embassy, or the host country of a U.S. post, and null where neither
name, address nor calling code says which. `address` joins the lines of a block with commas. Officials
(`Ambassador--…`) are added to the contact of their post; they make no contact of their own, unless a list of them
stands under a heading for the principal officials of a U.S. embassy or consulate.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from statedocs.extraction.contact_forms import POSTS, Found, blocks, sentences
from statedocs.extraction.phones import CALLING_CODES, Reach, e164, phone_dicts
from statedocs.extraction.searching import holding

Countries = Sequence[tuple[str | None, str]]

_NO_PROSE: Final = frozenset({"table", "figure"})
_GENERIC: Final = frozenset(
    "and commonwealth democratic embassy federal federated federation general island islands kingdom mission north "
    "people peoples principality republic saint south state states the united".split()
)
_STEM: Final = 4
_US_PLACE: Final = re.compile(r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|\bD\.?C\b")
_HEADING: Final = re.compile(
    r"Principal (?:(?P<us>U\.?S\.?|American) |Government )?"
    r"(?:(?P<post>Embassy|Consulate(?: General)?|Mission) )?Officials?:?",
    re.IGNORECASE,
)
_OFFICIALS: Final = ("Principal ", "mbassador to the U")
"""Words of which one stands before every list of officials, or in it."""
_LISTED: Final = re.compile(r"(?P<role>[A-Z][^\n:;]{2,70}?)\s?(?:--+|—|–|:)\s?(?P<name>[A-Z][^\n;:]{2,60})")
_NAME: Final = r"(?P<name>[A-Z][\w'’-]*\.?(?:\s(?:[A-Z]\.|[A-Z][\w'’-]+|de|la|van|von)){1,4})"
_CHIEF: Final = r"(?:U\.S\.\s)?[Aa]mbassador(?:\sto\s[^.;,]{3,40})?|Charg[eé]\sd['’]Affaires(?:\sad\sinterim)?"
_STATED: Final = (
    re.compile(
        rf"(?:The\s)?(?P<role>(?:U\.S\.|US|American)\s[Aa]mbassador\sto\s[^.;]{{3,50}}?)\sis\s{_NAME}(?=[;,.]|\s|$)"
    ),
    re.compile(rf"{_NAME}\sis\s(?:the\s)?(?P<role>{_CHIEF})(?=[;,.])"),
    re.compile(
        r"(?:The\s)?(?:current\s)?(?P<role>Charg[eé]\sd['’]Affaires(?:,?\s(?:a\.i\.|ad\sinterim),?)?"
        rf"(?:\s(?:in|to)\s[^.;,]{{2,50}})?)\sis\s{_NAME}(?=[;,.])"
    ),
)
_TO_US: Final = re.compile(r"Ambassador to the (?:United States|U\.?S\.?)", re.IGNORECASE)
_VACANT: Final = re.compile(r"\W*(?:vacant|to be (?:named|announced)|TBD)", re.IGNORECASE)


def extract_contacts(sections: Sequence[Mapping[str, Any]], countries: Countries) -> list[dict[str, Any]]:
    """Reads the contacts of a page in reading order.

    Args:
        sections: The record's sections as plain data: `position`, `heading`, `blocks` with `kind` and `text`.
        countries: Code and name of the countries that the page is about.

    Returns:
        One dict a contact, keys in the order of `record.Contact`.
    """
    prose = [
        (section["position"], index, block["text"])
        for section in sections
        for index, block in enumerate(section["blocks"])
        if block["kind"] not in _NO_PROSE
    ]
    texts = [text for _, _, text in prose]
    found = [contact for number in sorted(holding(texts, *POSTS)) for contact in sentences(*prose[number])]
    found += blocks(sections, {(block[0], block[1]) for contact in found for block in contact.blocks})
    found = _merged(sorted(found, key=lambda contact: contact.blocks[0]))
    for section in sections:
        _add_stated_officials(found, section)
    if holding(texts, *_OFFICIALS) or any(map(_heads_officials, sections)):
        for section in sections:
            _add_listed_officials(found, section)
    return [_contact(contact, countries) for contact in sorted(found, key=lambda contact: contact.blocks[0])]


def _merged(found: list[Found]) -> list[Found]:
    """The same office stated twice is one contact: one kind and address, or one name where either has no address."""
    kept: dict[tuple[str, str, str], Found] = {}
    for contact in found:
        address = (contact.kind, "at", contact.address or "")
        name = (contact.kind, "named" if contact.address else "called", contact.name)
        bare = (contact.kind, "called" if contact.address else "named", contact.name)
        same = (kept.get(address) if contact.address else kept.get(name)) or kept.get(bare)
        if same is None:
            kept |= {address: contact, name: contact} if contact.address else {name: contact}
            continue
        same.address = same.address or contact.address
        same.reach.add(contact.reach)
        same.blocks += [block for block in contact.blocks if block not in same.blocks]
    return list({id(contact): contact for contact in kept.values()}.values())


def _add_stated_officials(found: list[Found], section: Mapping[str, Any]) -> None:
    """`Name is Charge d'Affaires …`, `The U.S. Ambassador to Peru is Name`: added to the only embassy it can mean."""
    for block in section["blocks"] if found else ():
        text = block["text"]
        if block["kind"] in _NO_PROSE or not ("mbassador" in text or "Charg" in text):
            continue
        for match in (match for form in _STATED for match in form.finditer(text)):
            kind = "embassy-in-washington" if _TO_US.search(match["role"]) else "us-embassy"
            posts = [contact for contact in found if contact.kind == kind]
            if len(posts) == 1:
                posts[0].officials.append(_official(match))


def _heads_officials(section: Mapping[str, Any]) -> re.Match[str] | None:
    return _HEADING.fullmatch((section["heading"] or "").strip())


def _add_listed_officials(found: list[Found], section: Mapping[str, Any]) -> None:
    """`Ambassador--Name` lines: of the U.S. post under its heading, of the embassy in Washington elsewhere."""
    heading = _heads_officials(section)
    for index, block in enumerate(section["blocks"]):
        text = block["text"]
        if block["kind"] in _NO_PROSE or not (heading or any(words in text for words in _OFFICIALS)):
            continue
        for line in (line.strip(" ;") for line in text.split("\n")):
            heading = _HEADING.fullmatch(line) or heading
            match = _LISTED.fullmatch(line)
            post = _post_of(found, match, heading) if match else None
            if match is not None and post is not None:
                post.officials.append(_official(match))
                post.blocks += [place] if (place := [section["position"], index]) not in post.blocks else []


def _post_of(found: list[Found], official: re.Match[str], heading: re.Match[str] | None) -> Found | None:
    if _VACANT.match(official["name"]):
        return None
    if _TO_US.match(official["role"]):
        return _post(found, "embassy-in-washington")
    return _us_post(found, heading) if heading and (heading["us"] or heading["post"]) else None


def _post(found: list[Found], kind: str) -> Found | None:
    return next((contact for contact in found if contact.kind == kind), None)


def _us_post(found: list[Found], heading: re.Match[str]) -> Found:
    said = heading["post"]
    kind = "us-consulate" if said and said.lower().startswith("consul") else "us-embassy"
    post = _post(found, kind)
    if post is None:
        name = f"U.S. {said.title()}" if said else "U.S. Embassy"
        post = Found(kind, name, "", None, Reach(), [], says_whose=True)
        found.append(post)
    return post


def _official(match: re.Match[str]) -> dict[str, Any]:
    name, role = (" ".join(match[group].split()) for group in ("name", "role"))
    return {"name": name.rstrip(" ,"), "role": role, "as_written": " ".join(match[0].split())}


def _contact(found: Found, countries: Countries) -> dict[str, Any]:
    country = _country(found, countries)
    if found.kind in ("embassy-in-washington", "bureau") or _US_PLACE.search(found.address or ""):
        calling_code: str | None = "1"
    else:
        calling_code = CALLING_CODES.get(country or "")
    return {
        "kind": found.kind,
        "country": country,
        "name": found.name,
        "address": found.address,
        "phones": phone_dicts(found.reach.phones, calling_code),
        "emails": list(dict.fromkeys(found.reach.emails)),
        "urls": list(dict.fromkeys(found.reach.urls)),
        "officials": found.officials,
        "blocks": sorted(found.blocks),
    }


def _country(found: Found, countries: Countries) -> str | None:
    """The page's country that name, address or calling code say; else its only one, where the words mean it."""
    if found.kind == "bureau":
        return None
    named = [code for code, name in countries if code and _names(found.hint, name)]
    abroad = found.kind != "embassy-in-washington" and not _US_PLACE.search(found.address or "")
    if not named and abroad:
        named = [code for code, name in countries if code and _names(found.address or "", name)]
        named = named or [code for code, _ in countries if code and _rings(found, code)]
    if not named and found.says_whose:
        named = [code for code, _ in countries if code]
    return named[0] if len(set(named)) == 1 else None


def _rings(found: Found, code: str) -> bool:
    calling_code = CALLING_CODES.get(code)
    return calling_code != "1" and any(e164(number, calling_code) for _, number in found.reach.phones)


def _names(words: str, country: str) -> bool:
    """Whether words hold a country's name, or one built on it: `Peruvian` and Peru, `Russian Federation` and Russia."""
    if country.casefold() in words.casefold():
        return True
    stems = {word[:_STEM] for word in _main_words(country)}
    return any(word[:_STEM] in stems for word in _main_words(words))


def _main_words(text: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return [word for word in words if len(word) >= _STEM and word not in _GENERIC]
