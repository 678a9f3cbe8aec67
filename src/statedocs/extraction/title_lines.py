"""Lines that may be titles, and lines that never are: navigation, captions, the head of a section, a bare kind."""

import re
from typing import Final

from statedocs.extraction.line_roles import SECTION_WORDS
from statedocs.extraction.word_lists import read_words
from statedocs.vocabulary import find_document_type

_WORDS: Final = read_words("masthead")
INDEX_WORDS: Final = frozenset(_WORDS["index_words"])
"""Lines of navigation, which say nothing of the lines around them."""
NEVER_TITLES: Final = SECTION_WORDS | INDEX_WORDS | frozenset(_WORDS["never_titles"])
PUT_OUT: Final = re.compile(r"(?:Released|Issued|Prepared|Published|Submitted) by\b", re.I)
CHAPTER: Final = re.compile(r"(?!I\.|Chapter [1I]\b)(?:[IVX]{1,5}\.|Chapter [\dIVX]{1,4}\b) ?\S")
"""A chapter of a report but the first, which may be the first part of a page that holds them all."""
TERM: Final = re.compile(r"Term of (?:Appointment|Office)\b", re.I)
_FIRST_PART: Final = re.compile(r"(?:I|1|A)\.\s+[A-Z]")
"""What stands below the title of a text in numbered parts."""
_NUMBERED_TITLE: Final = re.compile(
    r"(?i:Chapter|Part|Volume|Appendix) [\dIVXLC]+\s*[:.\u2013\u2014-]\s*\S"
    r"|\d{1,4}\. (?:Circular |Backchannel |Action |Briefing |Information |Intelligence |National |Special )*"
    r"(?:Telegram|Memorandum|Letter|Airgram|Despatch|Message|Note|Minutes|Editorial Note|Conversation|Transcript|Paper"
    r"|Report|Summary|Record|Estimate|Intelligence|Draft|Address|Notes|Talking Points)\b"
)
"""The title of a part of a book, or of a document in a volume; other numbers are of sections."""
_CLOSING: Final = frozenset("])}")
_LETTERED: Final = re.compile(r"[A-Z]\. ?[A-Z]{2,} [A-Z ]+$|Section \d+\.|PAGE \d|FM [A-Z]|[OPRZ] \d{6}Z ")
"""The first heading of a body whose title was lost (`A. STATUTORY NUMBERS`), and the head of a telegram."""
_OPEN_END: Final = re.compile(r"\b(?:by|of|on|to|before|the|for|from|with|and|between|concerning)$", re.I)
_CIRCUMSTANCE: Final = re.compile(r"(?:After|Following|Before|During|Prior to|Upon) (?:Their|His|Her|the|Her|an?) ")
_FEW_BLANKS: Final = 10
_LONG: Final = 50
_OPEN_START: Final = re.compile(r"(?:by|of|on|to|before|for|from|with|and|between|concerning|in|regarding)\b", re.I)
_EVENT: Final = re.compile(
    r" (?:Forum|Conference|Summit|Dinner|Luncheon|Breakfast|Reception|Meeting|Ceremony|Symposium|Seminar|Workshop"
    r"|Session|Convention|Assembly|Congress|Gala|Roundtable|Hearing)$"
)
_SHELF: Final = re.compile(r"(?P<kind>[A-Z][A-Za-z ]{2,40}?),? ?[-\u2013:]? ?(?:19|20)\d\d")
_LISTING: Final = re.compile(r"(?:\d\d/\d\d/\d\d|(?:19|20)\d\d [A-Z]{3,9}:) +(?=\S)")
_FIELD: Final = re.compile(
    r"(?:Locations?|Events?(?:\(s\))?|Actions? [Tt]o [Tt]ake|Assistance|When|Where"
    r"|(?i:Contacts?|(?:Tele)?phone|Tel|Fax|E-?mail|Attention|Attn)):(?:\s|$)"
)
"""A field of an alert, or whom the press may ask."""
_DAY_ALONE: Final = re.compile(
    r"(?:\d{1,2}\.? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2})\.?$"
)
"""When a site posted a page, without the year."""
_PICTURE: Final = re.compile(
    r"\[[^\]]*\b(?:Photo|Image|photos?)\b\.?\]$|(?:Photo|Image) of [A-Z]|\[?video: "
    r"|\[[^\]]*\b(?:audio|video|modem)\b[^\]]*\]$|\. [-\u2013] (?:(?:Stock |State Dept )?(?:Image|Photo)|Illustration)$"
    r"|(?:Map|Photo|Image): [^|]{2,80}\bCredit: |\b(?:Hero|Header|Banner|Featured?|Background) (?:Image|Photo|Banner)$"
)
"""A picture's caption or name, and the links to a recording."""
NO_END: Final = (".", ":", ";", ",")
"""How no title ends."""
_FORWARDED: Final = re.compile(r"-{0,20} ?(?:Forwarded|Original) [Mm]essage(?: from .*)?:? ?-{0,20}$")
_FEWEST_LETTERS: Final = 3
_FEWEST_BARS: Final = 3
"""Bars between the entries of a menu."""


def never_title(text: str) -> bool:
    """Whether a line cannot be a title: navigation, the head of a section, hardly a letter."""
    bare = text.strip().removesuffix(" (U)")
    if bare[:1] in _CLOSING or bare.lower() in NEVER_TITLES or _LETTERED.match(bare) or TERM.match(bare):
        return True
    if _FIELD.match(bare) or is_aside(bare) or _FORWARDED.match(bare) or bare.count(" | ") >= _FEWEST_BARS:
        return True
    return sum(character.isalpha() for character in text) < _FEWEST_LETTERS


def is_numbered_title(text: str) -> bool:
    """Whether a line with a number is a title: a chapter of a book, or a document of a volume."""
    return _NUMBERED_TITLE.match(text) is not None


def opens_part(text: str) -> bool:
    """Whether a line is the first of the numbered parts of a page, and not its title: `I. Requested Objectives`."""
    return _FIRST_PART.match(text) is not None and not is_numbered_title(text)


def is_aside(text: str) -> bool:
    """Whether a line among a masthead is not of it: when a site posted the page, without a year; a picture's name."""
    return _DAY_ALONE.match(text) is not None or _PICTURE.search(text) is not None


def is_listing(text: str) -> bool:
    """Whether a line is the entry of a directory that a copy put above the page: `95/03/02 Statement: Sample Dam`."""
    return _LISTING.match(text) is not None


def is_shelf(text: str) -> bool:
    """Whether a line is the name of a kind of document with a year, over all of that year: `Press Releases - 2015`."""
    match = _SHELF.fullmatch(text.strip())
    return match is not None and find_document_type(match["kind"]) is not None and match["kind"].endswith("s")


def is_bare_type(text: str) -> bool:
    """Whether a line is the name of a kind of document and nothing more: `Remarks`."""
    kind = find_document_type(text)
    return kind is not None and text.strip().casefold() in {name.casefold() for name in (kind.name, *kind.spellings)}


def is_bare_faq(text: str) -> bool:
    """Whether a line says only that questions are answered: `Frequently Asked Questions`."""
    kind = find_document_type(text) if is_bare_type(text) else None
    return kind is not None and kind.slug == "faq"


def is_broken(above: str, below: str) -> bool:
    """Whether two lines are one title that was broken by hand: `TESTIMONY BY` / `SECRETARY EXAMPLE` / `BEFORE …`."""
    alike = above.isupper() == below.isupper()
    return alike and bool(_OPEN_END.search(above.rstrip()) or (above.isupper() and _OPEN_START.match(below)))


def goes_on_below(text: str, below: str) -> bool:
    """Whether two lines are one title: the second begins as no line begins, `Sample Reports` / `On Wells and Dams`."""
    begun = _OPEN_START.match(below) is not None and below.count(" ") < _FEW_BLANKS
    return (begun or ends_open(text)) and "\n" not in below and not below.endswith((".", ":", ","))


def ends_as_text(text: str) -> bool:
    """Whether a line ends as no title does, a quotation mark behind it aside."""
    return text.rstrip(' "\u201d').endswith(NO_END)


def names_event(text: str) -> bool:
    """Whether a line names what people met for: below `Remarks at the Sample Partnership` it says more of that."""
    return _EVENT.search(text.rstrip()) is not None


def carries_on(text: str) -> bool:
    """Whether a line says when or where what the line above says was done: `After Their Meeting`."""
    return _CIRCUMSTANCE.match(text) is not None


def ends_long(above: str, text: str) -> bool:
    """Whether a word alone, or what begins with a small one, ends the long line above: `… Ways` / `and Means Group`."""
    alone = " " not in text.strip() or text[:1].islower()
    return len(above) >= _LONG and alone and not above.endswith(NO_END)


def ends_open(text: str) -> bool:
    """Whether a line ends with a word that nothing ends with: `Remarks to`."""
    return _OPEN_END.search(text.rstrip()) is not None
