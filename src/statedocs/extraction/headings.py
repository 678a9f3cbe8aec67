"""Headings of pages without heading elements, told by their looks: bold or underlined lines, capitals, Title Case."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from statedocs.extraction.alternating import alternating_headings
from statedocs.extraction.apart_headings import announces, apart_headings, ends_part, heads_post, is_over_sentence
from statedocs.extraction.briefing_index import Index, heads_topics, index_of, is_part
from statedocs.extraction.broken_headings import joined_headings
from statedocs.extraction.capitals import is_capitals, is_numbered_capitals, is_title_case
from statedocs.extraction.cell_lines import cell_lines, is_address
from statedocs.extraction.heading_shapes import FIRST_LEVEL, Shape, ranked
from statedocs.extraction.heading_suit import follows_suit
from statedocs.extraction.heading_words import PART, is_manual_section, may_head
from statedocs.extraction.italic_headings import italic_headings
from statedocs.extraction.line_roles import SECTION_WORDS
from statedocs.extraction.margins import is_placed, outdents
from statedocs.extraction.page import Raw
from statedocs.extraction.people import is_name, is_role, read_person
from statedocs.extraction.profile_lines import DATED_PART, is_listed_official, is_long_name, is_official_name
from statedocs.extraction.question_headings import question_headings
from statedocs.extraction.raw_lines import cut_lines
from statedocs.extraction.run_in_labels import is_run_in_label, labels_lines
from statedocs.extraction.sections import ONLY_NUMBER, split_number
from statedocs.extraction.sentence_headings import is_sentence_heading
from statedocs.extraction.standing import heads_relations, heads_source, is_headed_link, stands_alone
from statedocs.extraction.text import Anchor

_MARKS: Final = frozenset({"strong", "underline", "large"})
_BOLD: Final = frozenset({"strong"})
_LONGEST_MARKED: Final = 200
_LONGEST_NUMBERED: Final = 320
"""Of capitals behind a letter: `D. FOR THE LATEST INFORMATION ON VISA PROCESSING AT U.S. EMBASSIES …`."""
_LONGEST_PLAIN: Final = 110
_LONGEST_APART: Final = 160
_FEW_COMMAS: Final = 2
"""Of a line between blank ones that lists nothing."""
_LONGEST_LEADING: Final = 70
_SENTENCE: Final = 40
_LIST_LEAD: Final = 24
_YEAR_LAST: Final = re.compile(r"(?<=[a-z]) (?:19|20)\d\d$")
"""What a line in bold may end with: `Results in 2023`."""
_YEARS: Final = re.compile(r"(?:1[789]|20)\d\d(?: ?[-\u2013] ?(?:(?:1[789]|20)\d\d|\d\d))?$")
"""A year, or years, alone: parts of a chronology, of a list of pages."""
_POST: Final = re.compile(
    r"(?:The )?(?:U\.S\.|American) (?:Embassy|Consulate(?: General)?|Mission)(?: [A-Z][\w'\u2019-]+,?){1,4}"
)
"""A post's name, over its address or what it says."""
_OF_YEAR: Final = re.compile(r"(?:(?<= of)|(?<= (?:IN|OF))|(?<= FOR)|(?<= SINCE)) (?:19|20)\d\d$")
"""What any line may end with: `Review of 1994`, and capitals: `NATIONS CERTIFIED IN 1995`."""
_SECTION: Final = re.compile(r"section (?:\d|[ivx]{1,5}\b)", re.I)
_ENTRY: Final = re.compile(r"\w(?:--|\u2013|\u2014)\w|^[A-Z][\w ./-]{2,40}: ")
_FIELD: Final = re.compile(r"[A-Z][^:.]{2,70}: \S")
_OFFICIAL: Final = re.compile(r"[\w.)] ?--[A-Z]")
_RELATIONS: Final = re.compile(r"U\.S\.-.{3,60} Relations$", re.I)
_PAGED: Final = re.compile(r"\d{1,2}(?:(?:-|, ?)\d{1,2})*,? [A-Z\u201c\"]")
_CAPTION: Final = re.compile(r"(?:Modern )?Flag of |\[.*\]$|.*\[[^\]]{3,30}\]$")
"""What stands over or under a picture says nothing of the line behind it."""


def infer_headings(
    blocks: Sequence[Raw], *, plain_text: bool, framed: bool = False, indexed: bool = False
) -> tuple[list[Raw], bool]:
    """Turns paragraphs that look like headings into headings; says whether any was found.

    The shape (numbering, capitals, looks) that comes first ranks 2, a new one next under where it stands. Heading
    elements stay.

    Args:
        blocks: The content's blocks.
        plain_text: Whether the page is text: then Title Case alone on a line will do.
        framed: Whether the heading elements are those of a site's frame, which do not count.
        indexed: Whether the masthead ends with the word `INDEX`.
    """
    if any(raw.kind == "heading" for raw in blocks) and not framed:
        return _numbered_sections(blocks) if plain_text else (list(blocks), False)
    pieces = [piece for at, raw in enumerate(blocks) for piece in ([raw] if labels_lines(blocks, at) else _split(raw))]
    pieces = question_headings(joined_headings(pieces)) if plain_text else pieces
    numbered, plain = not plain_text and any(map(_is_section, pieces)), plain_text and not outdents(pieces)
    cells = cell_lines(pieces) if plain_text else frozenset()
    known = _known(pieces, cells, plain=plain) if plain_text else italic_headings(pieces)
    index = index_of(pieces, indexed=indexed) if plain_text else Index()
    shapes: dict[Shape, int] = {}
    lettered: dict[Shape, str] = {}
    out: list[Raw] = []
    above = FIRST_LEVEL - 1
    for number, raw in enumerate(pieces):
        before = None if not out or (number - 1 in cells and number not in cells) else out[-1]
        cell = number in cells and split_number(raw.text)[0] is None
        topic = number in index.places and not (is_capitals(raw.text) or is_part(raw, number, index))
        heads = (is_placed(raw) or heads_topics(pieces, number, index)) or (
            not topic
            and (
                number in known
                or (plain_text and (heads_post(raw, out) or _heads_alone(pieces, number, before)))
                or (not cell and _is_heading(pieces, number, before, plain_text=plain_text, plain=plain))
                or (not cell and number + 1 in cells and is_numbered_capitals(raw.text) and may_head(raw.text))
                or (not cell and plain_text and follows_suit(pieces, number, before, shapes, lettered))
                or (not cell and numbered and _is_numbered(pieces, number, before))
            )
        )
        out.append(ranked(raw, shapes, lettered, above) if heads else raw)
        above = (out[-1].level or above) if heads else above
    return out, bool(shapes)


def _known(pieces: Sequence[Raw], cells: frozenset[int], *, plain: bool) -> frozenset[int]:
    """Places of a text's headings that tell by what is around all of them."""
    return apart_headings(pieces) | (alternating_headings(pieces, cells) if plain else frozenset())


def _heads_alone(pieces: Sequence[Raw], number: int, before: Raw | None) -> bool:
    """Whether a line of a text is a heading whatever its looks: of a standing outline, of a source, of a part."""
    alone = stands_alone(pieces, number) or heads_source(pieces, number)
    last = number + 1 == len(pieces) and before is not None and is_manual_section(pieces[number].text)
    return alone or last or _titles_part(pieces[number], before)


def _is_numbered(pieces: Sequence[Raw], number: int, before: Raw | None) -> bool:
    """Whether a plain line is a heading by its number, on a page that has sections so: `a. Disappearance`."""
    raw = pieces[number]
    if _is_section(raw):
        return True
    lettered = raw.kind == "paragraph" and "\n" not in raw.text and split_number(raw.text)[0] is not None
    return lettered and may_head(raw.text) and _is_plain_heading(pieces, number, before)


def _numbered_sections(blocks: Sequence[Raw]) -> tuple[list[Raw], bool]:
    """A dump that marks headings loses the mark where a heading is a link: `Section 1. …` on a line of its own."""
    out = [
        replace(raw, kind="heading", text=raw.text.replace("\n", " "), level=FIRST_LEVEL) if _is_section(raw) else raw
        for raw in blocks
    ]
    return out, any(map(_is_section, blocks))


def _is_section(raw: Raw) -> bool:
    if raw.kind != "paragraph" or not _SECTION.match(raw.text) or len(raw.text) > _LONGEST_MARKED:
        return False
    text = raw.text.replace("\n", " ")
    return split_number(text)[0] is not None and may_head(text)


def _split(raw: Raw) -> list[Raw]:
    """A bold first line over plain ones (`<b>Economy</b><br>The …`) is a heading and its paragraph.

    Capitals may stand over one more: `<b>GOVERNMENT</b><br><b>Principal Officials</b><br>President--…`.
    """
    lines = raw.text.split("\n")
    if raw.kind != "paragraph" or len(lines) < 2 or len(raw.looks) != len(lines):
        return [raw]
    if DATED_PART.match(lines[0]) and _ENTRY.search(lines[1]) and raw.looks[0] != _BOLD:
        return _split(replace(raw, looks=[_BOLD, *raw.looks[1:]]))
    marked = raw.looks[0] & _MARKS
    over = len(lines) > 2 and is_capitals(lines[0]) and not is_capitals(lines[1]) and not raw.looks[2] & marked
    apart = _may_open(lines[0]) and not (_POST.fullmatch(lines[0]) or _signs(lines[0], lines[1]))
    if not marked or len(lines[0]) > _LONGEST_PLAIN or not apart:
        return [raw]
    if raw.looks[1] & marked and not (over and may_head(lines[1])):
        return [raw]
    cut = len(lines[0]) + 1
    if any(_crosses(anchor, cut) for anchor in raw.anchors):
        return [raw]
    first = cut_lines(raw, 0, 1)
    spanned = [anchor for anchor in first.anchors if anchor.start is not None]
    return [replace(first, anchors=spanned, line=raw.line), *_split(cut_lines(raw, 1, len(lines)))]


def _may_open(text: str) -> bool:
    """Whether a line in bold can head what is below it: words, or a year in a chronology."""
    return may_head(text) or _YEARS.match(text) is not None


def _crosses(anchor: Anchor, cut: int) -> bool:
    return anchor.start is not None and anchor.stop is not None and anchor.start < cut < anchor.stop


def _is_heading(pieces: Sequence[Raw], number: int, before: Raw | None, *, plain_text: bool, plain: bool) -> bool:
    raw = pieces[number]
    if raw.kind != "paragraph" or "columns" in raw.hints or number + 1 >= len(pieces):
        return False
    if is_official_name(raw, before) or is_listed_official(raw, before) or is_headed_link(raw, before):
        return False
    text = raw.text.replace("\n", " ")
    longest = _LONGEST_NUMBERED if is_numbered_capitals(text) else _LONGEST_MARKED
    marked = bool(raw.looks) and all(looks & _MARKS for looks in raw.looks)
    if (
        len(text) > longest
        or raw.text.count("\n") > 2
        or not (may_head((_YEAR_LAST if marked else _OF_YEAR).sub(" Year", text)) or (marked and _YEARS.match(text)))
    ):
        return False
    if "outdented" in raw.hints or marked or (plain_text and is_manual_section(text)):
        return not (_signs(text, pieces[number + 1].text) or is_run_in_label(pieces, number) or _leads_list(text))
    if before is not None and before.kind == "paragraph" and announces(before.text):
        return False
    if is_capitals(text):
        numbered = split_number(text)[0] is not None
        return _precedes_text(pieces, number) and (numbered or not _among_short_lines(text, before))
    if not plain or "\n" in raw.text:
        return False
    return _is_plain_heading(pieces, number, before) or is_sentence_heading(pieces, number, before)


def _leads_list(text: str) -> bool:
    """Whether a sentence leads to what is below it: `More information is available from others, some of which are:`."""
    return len(text) > _LONGEST_LEADING and text.endswith(":") and not is_title_case(text)


def _titles_part(raw: Raw, before: Raw | None) -> bool:
    """Whether a line is the title of what is numbered above it: `ARTICLE 1:` / `Wells: A Survey`."""
    text = raw.text.replace("\n", " ")
    if raw.kind != "paragraph" or before is None or before.kind != "heading" or not PART.match(before.text.rstrip(":")):
        return False
    return len(text) <= _LONGEST_PLAIN and text[-1] not in ".;," and is_title_case(text.replace(":", " "))


def _is_plain_heading(pieces: Sequence[Raw], number: int, before: Raw | None) -> bool:
    """Whether a line without any look is a heading in a text: by its number, or by its Title Case."""
    text = pieces[number].text
    if heads_relations(pieces[number]):
        return True
    if before is None and _is_below_masthead(pieces[number]):
        return False
    if before is not None and ONLY_NUMBER.match(before.text):
        return is_title_case(text.rstrip(":"))
    if split_number(text)[0] is not None:
        return is_title_case(text) or _SECTION.match(text) is not None
    hints = pieces[number].hints
    apart = "before" in hints and "after" in hints and text.count(",") <= _FEW_COMMAS and ";" not in text
    if len(text) > (_LONGEST_APART if apart else _LONGEST_PLAIN) or not is_title_case(text) or _OFFICIAL.search(text):
        return False
    if not _precedes_text(pieces, number) or _among_short_lines(text, before) or _is_field(pieces, number, before):
        return False
    below = pieces[number + 1].text if number + 1 < len(pieces) else ""
    signed = _signs(text, below) or (before is not None and _signs(before.text, text))
    return not (signed or _is_in_office(text) or is_long_name(text) or is_address(pieces, number))


def _is_below_masthead(raw: Raw) -> bool:
    """Whether a first line stands right below the masthead, apart from the text: the caption of a picture."""
    return (raw.line or 1) > 1 and "after" in raw.hints and "before" not in raw.hints


def _is_field(pieces: Sequence[Raw], number: int, before: Raw | None) -> bool:
    """Whether a line is a label with its value, beside another such: `Award Number: SD-12` / `Award Floor: $500`."""
    if not _FIELD.match(pieces[number].text):
        return False
    beside = [raw for raw in (before, *pieces[number + 1 : number + 2]) if raw is not None and raw.kind == "paragraph"]
    return any(len(raw.text) <= _LONGEST_PLAIN and _FIELD.match(raw.text) for raw in beside)


def _signs(text: str, below: str) -> bool:
    """Whether a name stands over its bearer's office, at the foot of a letter."""
    return is_name(text) and is_role(below) and len(below) <= _LONGEST_PLAIN and not _ENTRY.search(below)


def _is_in_office(text: str) -> bool:
    """Whether a line names who speaks or signs: `Secretary Example`."""
    person = read_person(text)
    return person is not None and person.role is not None


def _among_short_lines(text: str, before: Raw | None) -> bool:
    """A heading does not stand behind a short line of other things: cells, captions, entries."""
    if before is None or before.kind != "paragraph" or text.lower().rstrip("*") in SECTION_WORDS:
        return False
    if _RELATIONS.match(text) or _CAPTION.match(before.text) or ends_part(before.text):
        return False
    last = before.text.rsplit("\n", 1)[-1]
    return (
        len(last) < 60 and not last.endswith((".", ":", "\u201d", '"', ")", "?", "\u00bb")) and not _ENTRY.search(last)
    )


def _precedes_text(pieces: Sequence[Raw], number: int) -> bool:
    """A heading stands over text: a paragraph longer than itself, a list or table, or one more heading over these."""
    for ahead in (1, 2, 3):
        if number + ahead >= len(pieces):
            return False
        following = pieces[number + ahead]
        if following.kind != "paragraph":
            return following.kind in ("list", "table", "quote", "preformatted")
        text = following.text
        if _CAPTION.match(text):
            continue
        if _ENTRY.search(text.split("\n")[0]):
            return True
        least = _LIST_LEAD if text.endswith(":") and ahead == 1 else _SENTENCE
        if ahead == 1 and is_over_sentence(pieces[number], following):
            return True
        if len(text) > _LONGEST_PLAIN or (len(text) > least and text.endswith((".", "\u201d", '."', ":", ".)"))):
            return True
        if ahead == 1 and _PAGED.match(text) and text[-1] not in ".:;":
            return True
        if not may_head(text):
            return len(text) > len(pieces[number].text) and (len(text) >= _SENTENCE or not text[-1].isalpha())
    return False
