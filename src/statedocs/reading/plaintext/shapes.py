"""What lines look like: the regular expressions of plain text, each bounded, so that junk cannot make them slow."""

import re
from itertools import pairwise

LINE_NUMBER = re.compile(r"(\d{1,6})[.:)]?(?:\s+|$)")
"""A number that a copy put before every line."""

_STROKES = frozenset("-=_*~#–—─━═")
_RULE = _STROKES | frozenset("+|:· \t\xa0")
_BOX = frozenset("|+-=─│├┤┬┴┼┌┐└┘═║╔╗╚╝╠╣╦╩╬╞╡╪╫╒╕╘╛╤╧╟╢╥╨╓╖╙╜ \t\xa0")


BULLET = re.compile(r"([•◦·‣▪▫●○■□∙►➢\uf0b7*o+#@=–-]|--)(?:\s+(?=\S)|$)")
"""A typed list mark and the blanks after it."""

NUMBER = re.compile(r"(\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)])\s+(?=\S)")
"""A typed list number or letter and the blanks after it."""

OUTLINE = re.compile(
    r"(?:Quick Facts|Embass(?:ies|y) (?:and|&) Consulates?|Destination Description"
    r"|Entry,? Exit,? (?:and|&) Visa Requirements|Safety and Security"
    r"|Local Laws (?:and|&) Special Circumstances|Travel (?:and|&) Transportation)$"
)
"""Headings of country pages, which dumps indent under the list above them."""
MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")

MARKDOWN_LABEL = re.compile(r"\*\*[^*]{2,60}(?:\*\*:|:\*\*)")
"""A label in bold: `**Official Name**: Republic of Nauru`."""

UNDER = '=-~^*+#"'
UNDERLINE = re.compile(r"([=~^*+#\"-])\1{2,}")
"""A line drawn under a heading."""

GAP = re.compile(r"(?<![.:;?!”\"')]) {2,}| {3,}|\t")
"""White space that sets columns apart, as against the double blank after a sentence."""

COLUMNS = re.compile(r"\S {4,}\S.*\S {4,}\S")
"""Three pieces of text, set far apart."""

_LONGEST_BESIDE = 60
_LONGEST_HEADING = 100
APART = re.compile(r"(?<=[^\s:]) {6,}(?=\S)")
"""White space that sets two lines of a masthead side by side: `Press Statement            Robin Sample, Spokesman`."""

LEADER = re.compile(r"\.{6,}|(?:\. ){4,}\.?|\.{3,}(?=\s*\d[\d\s,-]{0,20}$)|…{2,}")
"""Dots that lead to a page number."""

LEADER_END = re.compile(r"(?:\.{3,}|(?:\. ){3,}\.?|…{2,})\s*[\divxlc][\d\s,-]*$")

PRINTED = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d [AP]M(?:\s|$)")
"""The head of a sheet that a browser printed: `11/26/26, 8:25 AM   Peru`."""
PRINTED_FOOT = re.compile(r"(?:file|https?)://\S+\s+\d{1,4}/\d{1,4}$")

PIPES = re.compile(r"[|│║]")

REFERENCES = re.compile(r"(?:References|Visible links:?|Hidden links:?)", re.IGNORECASE)
REFERENCE = re.compile(r"(\d{1,5})\.\s+([A-Za-z][\w+.-]{1,12}:.*)$")
"""An entry of the list of addresses that lynx puts at the end."""
TITLED_REFERENCE = re.compile(r"(\d{1,5})\.\s+\S"), re.compile(r"[A-Za-z][\w+.-]{1,12}:\S+$")
"""An entry of two lines, as elinks writes a link that has a title: number and title, then the address."""

ADDRESS_END = re.compile(r"(?<!\S)\(?(?:https?://|www\.)\S{12,}[\w/=&%?-]$")
ADDRESS_REST = re.compile(
    r"[-/_?&=%#]\w|[b-z][/.,;)]*(?:\s|$)|(?!and/|or/|his/|her/)[\w%.&-]*(?:[/_=%]\w|/[.,;)]*(?:\s|$)|\.(?:html?|pdf|aspx?|php)\b)"
)
"""An address that goes on in the next line, and how the rest of one begins: `cases.html`, `-Abduction/for-…`, `s/`."""

RUBBISH = re.compile(r"(?:[^\w\s]|[^\W\d_]{1,2}(?![^\W\d_])){1,16}")
"""A short line without a word in it."""
STRANGE = re.compile("[\u2190-\u21ff\u2300-\u23ff\u2500-\u259f\ufffd¤¶§¬¦\x7f-\x9f]")
"""Signs that a code page for screens left in the place of control codes."""

IMAGE_ALT = re.compile(
    r"(?:\[\d+\])?\[?(?:(?:Great|(?:State )?Department|DOS) Seal(?: logo)?|(?:Flag Bar|Blue Bar|Blue Line)(?: rule)?"
    r"|Bullet)\]?"
    r"(?:\s+(?=[A-Z\d\"\u201c])(?!Train|Point|Proof)|(?<=\])(?=[A-Z]|$))"
)
"""The name of an ornament that a text dump glued to the line beside it: `Great Seal Secretary of State …`."""

SEAL_COLUMN = re.compile(r"(?:\[\d+\])?Department {2,}(?=\S)"), re.compile(r"Seal {2,}(?=\S)")
"""The seal's name in a column of its own beside a title, as w3m draws it."""

BROKEN_BAR = re.compile(r"flag$", re.IGNORECASE), re.compile(r"bar(?: rule)?$", re.IGNORECASE)
"""The name of the bar below the seal, broken by a dump of narrow lines."""

_SEAL = r"!\[(?:Great|Department|DOS) Seal\]\([^()\s]*\)\s*"
IMAGE_CELL = re.compile(rf"(?:{_SEAL})?\|\s+(?=\*\*)|{_SEAL}(?=\S)")
"""The cell of an ornament before the cell of a title, as Markdown writes them."""

CELL = re.compile(r"[A-Z]|[$(]?\d[\d,./%)-]*|\d\d[A-Z]{3}\d\d|-+")
"""A word that is a cell of a table: a number, a coded date, a letter."""

GLUED_CRUMBS = re.compile(r"Home(?=[A-Z][a-z])\S.{3,600}")
"""A breadcrumb of links without separators: `HomeReportsBureau of …2019 Country Reports…Cuba`."""
GLUE = re.compile(r"(?<=[a-z…])(?=[A-Z\d])|(?<=[a-z.]\.)(?=[A-Z\d])|(?<=…)(?=\w)|(?<=[a-z])(?=…)|(?<=\w) (?=hide$)")
NUMBERED_CRUMBS = re.compile(r"\[\d+\]Home ?\[\d+\]\S.{3,600}")
NUMBERED_GLUE = re.compile(r"(?<=.)(?=\[\d+\])| (?=hide$)")

OFFICIALS = re.compile(r"Principal (?:[A-Z]\S* ){0,2}Officials", re.IGNORECASE)
"""A heading over a list of names, which some copies set in columns."""

PROSE_END = re.compile(r"[.:;?!…][”\"’')\]]{0,3}$")


def beside(body: str) -> list[str] | None:
    """The short pieces of a line that wide blanks part, each with words; None where there is one, or many."""
    parts = APART.split(body)
    short = all(len(part) <= _LONGEST_BESIDE and not part[0].islower() for part in parts)
    worded = all(any(map(str.isalpha, part)) for part in parts)
    return parts if 1 < len(parts) <= 3 and short and worded else None


def is_underlined(body: str, under: str) -> bool:
    """Whether the line below a line is drawn under it, as long as itself: then it is a heading."""
    if not under or under[0] not in UNDER or not UNDERLINE.fullmatch(under):
        return False
    fits = abs(len(under) - len(body)) <= max(2, len(body) // 5)
    return fits and len(body) <= _LONGEST_HEADING and any(map(str.isalpha, body))


def is_rule(body: str) -> bool:
    """Whether a line is drawn: three strokes of one kind or more, and nothing else."""
    return body[0] in _RULE and _RULE.issuperset(body) and any(body.count(stroke) > 2 for stroke in _STROKES)


def is_box_rule(body: str) -> bool:
    """Whether a line is the rule between two rows of a drawn table."""
    return body[0] in _BOX and _BOX.issuperset(body) and any(stroke in body for stroke in ("---", "===", "───", "═══"))


def successor(marker: str, other: str) -> bool:
    """Whether `other` counts on from `marker`: 1. and 2., a) and b)."""
    one, two = marker.strip("(.)"), other.strip("(.)")
    if marker[-1:] != other[-1:]:
        return False
    if one.isdigit() and two.isdigit():
        return int(two) == int(one) + 1
    if len(one) == len(two) == 1:
        return ord(two) == ord(one) + 1
    return (one.lower(), two.lower()) in _ROMAN_STEPS and one.isupper() == two.isupper()


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN_STEPS = frozenset(pairwise(_ROMAN))


def first(marker: str) -> bool:
    """Whether a list begins with `marker`: 1. or a) or I."""
    return marker.strip("(.)").lower() in {"1", "a", "i"}
