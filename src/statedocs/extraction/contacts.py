"""Contacts: embassies in Washington, U.S. posts abroad and offices, with address, numbers and officials.

Read from two forms only, never from a telephone number in passing:

* sentences: `Peru maintains an embassy in the United States at …; tel. …`, `The U.S. Embassy in Peru is located at …`;
* blocks of lines: a name (`U.S. Embassy Lima`, a heading or a line), address lines, `Telephone:`, `Fax:`, `Email:`.

`name` is the page's own (`U.S. Embassy in Peru`); where a sentence only says that Peru maintains an embassy it is
`Embassy of Peru`. `country` is that of the foreign embassy, or the host country of a U.S. post, and null where neither
name, address nor calling code says which. `address` joins the lines of a block with commas. Officials
(`Ambassador--…`) are added to the contact of their post; they make one of their own only where the post itself is
named, by the heading over a list of them (`Principal U.S. Embassy Officials`) or as what they head (`The U.S. Embassy
in Apia is headed by …`).
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from statedocs.extraction.contact_forms import POSTS, Found, blocks, sentences
from statedocs.extraction.page import Part
from statedocs.extraction.phones import CALLING_CODES, Reach, e164, phone_dicts
from statedocs.extraction.texts import Texts
from statedocs.vocabulary import adjectives_of

Countries = Sequence[tuple[str | None, str]]

_NO_PROSE: Final = frozenset({"table", "figure"})
_GENERIC: Final = frozenset(
    "and commonwealth democratic embassy federal federated federation general island islands kingdom mission north "
    "people peoples principality republic saint south state states the united".split()
)
_STEM: Final = 4
_LONG_CODE: Final = 3
"""Digits of a calling code that say the country in brackets, however short the number behind them: `(226) 30-67-23`."""
_US_PLACE: Final = re.compile(r"\b(?!A[AEP]\b)[A-Z]{2},? \d{5}(?:-\d{4})?\b|\bD\.?C\b")
_HEADING: Final = re.compile(
    r"Principal (?:(?P<us>U\.?S\.?|American) |Government )?"
    r"(?:(?P<post>Embassy|Consulate(?: General)?|Mission) )?Officials?:?",
    re.IGNORECASE,
)
_OFFICIALS: Final = ("Principal ", "mbassador to the U")
"""Words of which one stands before every list of officials, or in it."""
_LISTED: Final = re.compile(r"(?P<role>[A-Z][^\n:;]{2,70}?)\s?(?:--+|—|–|:)\s?(?P<name>[A-Z][^\n;:]{2,60})")
_LISTED_SHORT: Final = re.compile(r"(?P<role>[A-Z][^\n:;-]{2,70}[a-z.])-(?P<name>[A-Z][^\n;:]{2,60})")
"""With a single hyphen, as the notes of 1990 to 1992 write it."""
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
_HEADED: Final = re.compile(
    rf"(?:The\s)?(?P<post>(?:U\.S\.|US|American)\s[Ee]mbassy(?:\s(?:in|to)\s[^.;,]{{2,50}}?)?)\sis\s(?:currently\s)?headed\sby\s"
    rf"(?P<role>(?:[Aa]mbassador|Charg[eé]\sd['’]Affaires(?:,?\s(?:a\.i\.|ad\sinterim),?)?))\s{_NAME}(?=[;,.]|\s|$)"
)
_CHIEFS: Final = ("mbassador", "Charg")
_SITE_WORDS: Final = re.compile(r"(?:embassy|consulate|mission|web ?site|home ?page)\b", re.IGNORECASE)
_TO_US: Final = re.compile(r"Ambassador to the (?:United States|U\.?S\.?)", re.IGNORECASE)
_VACANT: Final = re.compile(r"\W*(?:vacant|to be (?:named|announced)|TBD)", re.IGNORECASE)


def extract_contacts(
    sections: Sequence[Part],
    countries: Countries,
    links: Sequence[Mapping[str, Any]] = (),
    texts: Texts | None = None,
) -> list[dict[str, Any]]:
    """Reads the contacts of a page in reading order.

    Args:
        sections: The record's sections as plain data: `position`, `heading`, `blocks` with `kind` and `text`.
        countries: Code and name of the countries that the page is about.
        links: The record's links: a post's site is among those of its blocks.
        texts: The texts of the sections, where they are gathered already.

    Returns:
        One dict a contact, keys in the order of `record.Contact`.
    """
    prose = {
        (section["position"], index): block["text"]
        for section in sections
        for index, block in enumerate(section["blocks"])
        if block["kind"] not in _NO_PROSE
    }
    texts = texts or Texts(sections)
    posts = [place for place in texts.holding(*POSTS) if place in prose]
    found = [contact for position, index in posts for contact in sentences(position, index, prose[position, index])]
    found += blocks(sections, {(block[0], block[1]) for contact in found for block in contact.blocks})
    found = _merged(sorted(found, key=lambda contact: contact.blocks[0]))
    if found:
        _add_sites(found, links)
    if any(place in prose for place in texts.holding(*_CHIEFS)):
        for section in sections:
            _add_stated_officials(found, section)
    if any(place in prose for place in texts.holding(*_OFFICIALS)) or any(map(_heads_officials, sections)):
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


def _add_sites(found: list[Found], links: Sequence[Mapping[str, Any]]) -> None:
    """The site of a post: a link in its own blocks to a site of embassies, or one whose words say that it is that."""
    places = [[(block[0], block[1]) for block in contact.blocks] for contact in found]
    for link in links:
        owners = [at for at, blocks_of in enumerate(places) if (link["section"], link["block"]) in blocks_of]
        if not owners or not (link["url"] or "").startswith("http"):
            continue
        ours = link["kind"] == "embassy"
        if not ours and _SITE_WORDS.match(link["text"]) is None:
            continue
        fitting = [found[at] for at in owners if not (ours and found[at].kind == "embassy-in-washington")]
        if len(fitting) == 1:
            fitting[0].reach.add(Reach(urls=[link["url"]]))


def _add_stated_officials(found: list[Found], section: Mapping[str, Any]) -> None:
    """`Name is Charge d'Affaires …`, `The U.S. Ambassador to Peru is Name`: added to the only embassy it can mean."""
    for index, block in enumerate(section["blocks"]):
        text = block["text"]
        if block["kind"] in _NO_PROSE or not any(word in text for word in _CHIEFS):
            continue
        for match in (match for form in (*_STATED, _HEADED) for match in form.finditer(text)):
            kind = "embassy-in-washington" if _TO_US.search(match["role"]) else "us-embassy"
            posts = [contact for contact in found if contact.kind == kind]
            if not posts and match.re is _HEADED:
                place = [section["position"], index]
                posts = [Found(kind, " ".join(match["post"].split()), "", None, Reach(), [place], says_whose=True)]
                found += posts
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
            match = _LISTED.fullmatch(line) or _LISTED_SHORT.fullmatch(line)
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
    named = [code for code, name in countries if code and (_names(found.hint, name) or _calls(found.hint, code))]
    named = named or [code for code, _ in countries if code and _is_at_host(found, code)]
    abroad = found.kind != "embassy-in-washington" and not _US_PLACE.search(found.address or "")
    if not named and abroad:
        named = [code for code, name in countries if code and _names(found.address or "", name)]
        named = named or [code for code, _ in countries if code and _rings(found, code)]
    if not named and found.says_whose:
        named = [code for code, _ in countries if code]
    return named[0] if len(set(named)) == 1 else None


def _is_at_host(found: Found, code: str) -> bool:
    return any(url.split("/")[2].endswith(f"{code.lower()}.usembassy.gov") for url in found.reach.urls if "://" in url)


def _rings(found: Found, code: str) -> bool:
    calling_code = CALLING_CODES.get(code)
    if calling_code is None or calling_code == "1":
        return False
    opening = re.compile(rf"[(\[]?{calling_code}[)\]]") if len(calling_code) == _LONG_CODE else re.compile(r"(?!)")
    return any(e164(number, calling_code) or opening.match(number) for _, number in found.reach.phones)


def _names(words: str, country: str) -> bool:
    """Whether words hold a country's name, or one built on it: `Peruvian` and Peru, `Russian Federation` and Russia."""
    if country.casefold() in words.casefold():
        return True
    stems = {word[:_STEM] for word in _main_words(country)}
    return any(word[:_STEM] in stems for word in _main_words(words))


def _calls(words: str, code: str) -> bool:
    """Whether words hold an adjective of a country that its name does not tell: `French` and France."""
    return not adjectives_of(code).isdisjoint(re.findall(r"[^\W\d_]+", words))


def _main_words(text: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return [word for word in words if len(word) >= _STEM and word not in _GENERIC]
