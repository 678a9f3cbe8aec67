"""The page's own title where the masthead has none: the title element without the site's name, else inferred."""

import re
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from statedocs.extraction.capitals import is_capitals, is_title_case
from statedocs.extraction.head import Head
from statedocs.extraction.line_roles import SECTION_WORDS, read_line
from statedocs.extraction.page import Page, Part
from statedocs.extraction.people import find_place, is_role, is_shouted_person, read_person
from statedocs.extraction.text import collapse
from statedocs.extraction.title_lines import is_bare_type, never_title
from statedocs.extraction.word_lists import any_of, read_words
from statedocs.templates.text_chrome import match_line
from statedocs.templates.text_prose import is_said
from statedocs.vocabulary import country_by_slug, find_bureau, find_country, find_document_type

Element = etree._Element

_WORDS: Final = read_words("titles")
_SITE: Final = any_of(_WORDS["sites"])
_SUFFIX: Final = re.compile(rf"\s*(?:[|\u2013\u2014\u00bb:]|\s-|-\s)\s*{_SITE}\s*$", re.I)
_POST: Final = re.compile(r"U\.?S\.? (?:Embassy|Mission|Consulate)", re.I)
_PREFIX: Final = re.compile(rf"^{_SITE}\s*[-|\u2013\u2014\u00bb:]\s*", re.I)
_ONLY: Final = re.compile(rf"^{any_of([_SITE, *_WORDS['empty']])}$", re.I)
_LETTERHEAD: Final = re.compile(r"(?:U\.S\.|United States) Department of State (?P<rest>(?!Dispatch)\S.{5,})$", re.I)
_LISTED: Final = re.compile(r"^\d\d/\d\d/\d\d (?=\S)")
_STEPS: Final = re.compile(r"^(?:[^\u00bb]{2,60} \u00bb )+(?=\S)")
"""What stands before a title: the day in a directory, the last steps of a breadcrumb."""
_NOTHING: Final = re.compile(rf"{any_of(_WORDS['empty'])}$", re.I)
_RELATIONS_SLUG: Final = re.compile(r"/u-s-relations-with-([a-z0-9-]+)(?:/|$)")
_RELATIONS: Final = "U.S. Relations With "
_LEAD: Final = re.compile(r"More information about (?P<name>.{2,60}?) is available (?:on|from) the \S", re.I)
_MOBILE: Final = re.compile(r"\[This is a mobile copy of (?P<name>[^\]]{2,100})\]")
"""What mobile copies print below, for they print no title."""
_PHOTO: Final = re.compile(r"!?\[?(?P<name>[^\[\]]{2,60}?) \[[Ss]hutterstock\]")
_PART_WORDS: Final = frozenset(_WORDS["parts"])
_LONGEST_LINE: Final = 120
_LONGEST_WINDOW: Final = 250
_LINES: Final = ("p", "h1", "li")
_NO_TITLE: Final = re.compile(r"\|| / |^(?:official name|country name)\b", re.I)
"""Menus, and the first fact of a profile."""
_WORDS_OF_LINE: Final = 3
_PROSE: Final = 150
_SLUG_DATE: Final = re.compile(r"[-_ ]?\d{4,}$")
_SLUG_DAY: Final = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2})? \d{4}$"
)
"""How an address ends that says a day or month: the year is of it, and no number of the site's."""
_PAGED: Final = re.compile(r"\s\d{1,3}(?:[-,] ?\d{1,3})*$")


def title_of_head(head: Head) -> str | None:
    """The title element, else `DC_title` or `og:title`, without the site's name.

    >>> title_of_head(Head(title="Peru - United States Department of State"))
    'Peru'
    """
    for written in (head.title, head.metas.get("dc_title"), head.metas.get("og:title")):
        if written and (title := without_site(written)):
            return title
    return None


def window_title(root: Element) -> str | None:
    """The title of the window, where a text opens with it: the first line, if it ends with the site's name."""
    first = next((collapse("".join(map(str, line.itertext()))) for line in root.iter(*_LINES)), "")
    return without_site(first) if len(first) <= _LONGEST_WINDOW and _SUFFIX.search(first) else None


def line_of_window(page: Page) -> str | None:
    """The first line of a text, where it stands above a site's chrome and is none: the title of the window."""
    first = next(page.root.iter(*_LINES), None) if page.is_text else None
    line = collapse("".join(map(str, first.itertext()))) if first is not None and first in page.labels else ""
    said = "Department of" in line or match_line(line) or is_said(line)
    fits = line.count(" ") >= _WORDS_OF_LINE - 1 and len(line) <= _LONGEST_LINE
    return without_site(line) if fits and not said else None


_NOTED: Final = re.compile(r"(?P<title>\d{1,4}\. [A-Z].*[^\W\d_]{2})\d{1,2}$")
"""The title of a document in a volume, with the number of its first note glued to it."""


def own_title(line: str) -> str | None:
    """A title line without the site's name; the line itself where that is all it says, null where it says nothing."""
    line = line.lstrip("|> ") or line  # the bars of a table that laid out the page
    line = _STEPS.sub("", _LISTED.sub("", line)) or line
    line = _NOTED.sub(r"\g<title>", line)
    if (found := _LETTERHEAD.match(line)) and find_document_type(found["rest"]):
        line = found["rest"]
    return without_site(line) or (None if _NOTHING.match(line) else line)


def without_site(written: str) -> str | None:
    """A title without the site's name; null if nothing is left."""
    title = written.strip()
    posts = 0
    while match := _SUFFIX.search(title):
        posts += _POST.search(match.group()) is not None
        kind = is_bare_type(title[: match.start()])
        if posts and (posts > 1 or match.group().lstrip().startswith(":") or kind):
            break  # `Security Alert: U.S. Embassy Lima` names a post, and no site
        title = title[: match.start()]
    before = _PREFIX.match(title)
    if before and not (_POST.match(title) and before.group().rstrip()[-1] not in "|\u00bb"):
        title = title[before.end() :].strip()  # `U.S. Embassy Opens Center: …` is about a post, and no site
    return None if not title or _ONLY.match(title) else title


def mobile_title(notes: Iterable[str]) -> str | None:
    """What a mobile copy is called, by its closing note; null where none says so."""
    return next((note["name"] for text in notes if (note := _MOBILE.search(text))), None)


def inferred_title(
    sections: Sequence[Part], url: str | None, notes: Sequence[str] = (), last_step: str | None = None
) -> str | None:
    """What a page that prints no title is called: by its address, its lead line, its first heading.

    A page on relations is named by its address (`/u-s-relations-with-kenya/`) or its lead line (`More information about
    Kenya is available on the Kenya Page …`), a mobile copy by one of its closing notes, a country page by its photo;
    others by the last step of their breadcrumb.
    """
    if named := _stated(sections, url, notes) or last_step:
        return named
    if line := _line_over_table(sections[0]["blocks"][:2]) or _lone_line(sections):
        return line
    headings = [str(section["heading"]) for section in sections[1:3] if section["heading"]]
    if headings and not sections[0]["blocks"] and (number := sections[1]["number"]) and number[0] in "IVX":
        headings[0] = f"{number}. {headings[0]}"
    # `a. Disappearance` or `Section 1` names a part, and the whole is lost.
    parts = {section["heading"] for section in sections[1:3] if (section["number"] or "I")[0] not in "IVX"}
    fitting = (one for one in headings if one.casefold() not in SECTION_WORDS and one not in parts)
    fitting = (one for one in fitting if not (never_title(one) or is_shouted_person(one)))
    heading = next((one for one in fitting if not (_NO_TITLE.search(one) or match_line(one))), None)
    opening = sections[0]["blocks"]
    if (headings and headings[0].casefold() in _PART_WORDS) or _runs(opening) or _lists(opening, heading):
        heading = None
    address = _from_address(url) if url else None
    return heading or address or (headings[0] if headings and headings[0].casefold() in _PART_WORDS else None)


def _runs(opening: Sequence[Part]) -> bool:
    """Whether running text stands above the first heading, which is of a part then."""
    return any(
        block["kind"] == "paragraph"
        and len(str(block["text"])) >= _PROSE
        and str(block["text"]).endswith((".", ".\u201d", "\u00bb"))
        for block in opening
    )


def _lists(opening: Sequence[Part], heading: str | None) -> bool:
    """Whether a page opens with the list of its articles, the first of which the heading names."""
    items = opening[0]["items"] if heading and opening and opening[0]["kind"] == "list" else []
    return len(items) > 1 and any(str(item["text"]).startswith(str(heading)) for item in items)


def _line_over_table(opening: Sequence[Part]) -> str | None:
    """The first line of a page that goes on with a table: no text stands below it, so it heads no section."""
    if len(opening) < 2 or opening[0]["kind"] != "paragraph" or opening[1]["kind"] != "table":
        return None
    line = str(opening[0]["text"])
    return line if len(line) <= _LONGEST_LINE and "\n" not in line and not line.endswith((".", ":", ";")) else None


def _lone_line(sections: Sequence[Part]) -> str | None:
    """The first line of a page where it is written as titles are, and other text stands below it."""
    opening = sections[0]["blocks"][:2]
    if not opening or (len(opening) < 2 and len(sections) < 2) or opening[0]["kind"] != "paragraph":
        return None
    line = str(opening[0]["text"])
    known = (
        never_title(line)
        or line.casefold() in SECTION_WORDS
        or _ONLY.match(line)
        or is_bare_type(line)
        or find_bureau(line)
    )
    if (
        known
        or _NO_TITLE.search(line)
        or match_line(line)
        or len(line) > _LONGEST_LINE
        or line.count(" ") < _WORDS_OF_LINE - 1
        or "\n" in line
    ):
        return None
    if all(_PAGED.search(str(block["text"])) for block in opening):
        return None  # topics of an index, with their pages
    told = read_person(line) or is_role(line) or find_place(line) or read_line(line).role not in (None, "type")
    return line if (is_title_case(line) or is_capitals(line)) and not told else None


def _stated(sections: Sequence[Part], url: str | None, notes: Sequence[str]) -> str | None:
    """The title as address, lead line or notes say it."""
    path = urlsplit(url).path if url else ""
    if slug := _RELATIONS_SLUG.search(path):
        return _RELATIONS + _country_of_slug(slug.group(1))
    blocks = [block for section in sections[:2] for block in section["blocks"][:3]]
    for block in blocks:
        if lead := _LEAD.match(block["text"]):
            return _RELATIONS + lead.group("name")
    if blocks and (photo := _PHOTO.match(blocks[0]["text"])) and find_country(photo.group("name")):
        return photo.group("name")
    return mobile_title(notes)


def _country_of_slug(slug: str) -> str:
    found = country_by_slug(slug)
    return found[0].name if len(found) == 1 else slug.replace("-", " ").title()


def _from_address(url: str) -> str | None:
    parts = [part for part in urlsplit(url).path.split("/") if part]
    if not parts:
        return None
    stem = unquote(parts[-1]).rsplit(".", 1)[0]
    if stem.lower() in ("index", "default") and len(parts) > 1:
        stem = unquote(parts[-2])
    written = stem.replace("-", " ").replace("_", " ").strip()
    words = written if _SLUG_DAY.search(written) else _SLUG_DATE.sub("", written).strip()
    telling = sum(word.isalpha() for word in words.split())
    return words if sum(character.isalpha() for character in words) >= 4 and telling > 1 else None
