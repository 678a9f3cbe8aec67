"""Kinds of document, and the lines, classes and addresses that tell them."""

from dataclasses import dataclass
from functools import cache

from statedocs.vocabulary.spelling import fold
from statedocs.vocabulary.tables import choices, read_table

_MOST_WORDS = 45
"""Longer than any masthead line seen; a paragraph that begins `Remarks by …` is not one."""


_LETTERHEAD = "us department of state "
"""What may stand before a kind, folded: `U.S. Department of State Background Note`."""


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document: its key in records, and its name as State writes it."""

    slug: str
    name: str
    spellings: tuple[str, ...]
    openings: tuple[str, ...]
    endings: tuple[str, ...]
    source: str


@cache
def all_document_types() -> tuple[DocumentType, ...]:
    """Every row of the data, in its order."""
    return tuple(
        DocumentType(
            slug=row["slug"],
            name=row["name"],
            spellings=choices(row["spellings"]),
            openings=choices(row["openings"]),
            endings=choices(row["endings"]),
            source=row["source"],
        )
        for row in read_table("document_types")
    )


@cache
def _by_slug() -> dict[str, DocumentType]:
    return {kind.slug: kind for kind in all_document_types()}


@cache
def _by_spelling() -> dict[str, DocumentType]:
    return {fold(text): kind for kind in all_document_types() for text in (kind.name, *kind.spellings)}


@cache
def _by_opening() -> dict[str, DocumentType]:
    return {fold(text): kind for kind in all_document_types() for text in kind.openings}


@cache
def _by_ending() -> dict[str, DocumentType]:
    return {fold(text): kind for kind in all_document_types() for text in kind.endings}


@cache
def _longest() -> int:
    return max(text.count(" ") for index in (_by_opening(), _by_ending()) for text in index) + 1


def find_document_type(line: str) -> DocumentType | None:
    """The kind of document that a whole masthead line or title states, if it states one.

    >>> find_document_type("Remarks Before the House Committee on Foreign Affairs").slug
    'remarks'
    >>> find_document_type("95/09/20 Daily Press Briefing").slug
    'daily-press-briefing'
    """
    folded = fold(line)
    exact = _by_spelling().get(folded) or _by_spelling().get(folded.removeprefix(_LETTERHEAD))
    if exact:
        return exact
    words = folded.split(" ", _MOST_WORDS)
    if len(words) > _MOST_WORDS:
        return None
    lengths = range(min(_longest(), len(words)), 0, -1)
    for length in lengths:
        kind = _by_opening().get(" ".join(words[:length]))
        if kind:
            return kind
    for length in lengths:
        kind = _by_ending().get(" ".join(words[-length:]))
        if kind:
            return kind
    return None


def document_type_by_slug(slug: str) -> DocumentType | None:
    """The kind of document with this key."""
    return _by_slug().get(slug)


@cache
def _marks(witness: str) -> dict[str, str]:
    rows = [row for row in read_table("document_marks") if row["witness"] == witness]
    return {row["mark"]: row["slug"] for row in sorted(rows, key=lambda row: len(row["mark"]), reverse=True)}


def document_type_by_class(class_name: str) -> DocumentType | None:
    """The kind of document of a WordPress class: a post type (`state_report`) or a term of one.

    A weaker witness than a line of the page: `state_press_release` holds statements and fact sheets alike.
    """
    slug = _marks("class").get(class_name.removeprefix("type-"))
    return _by_slug()[slug] if slug else None


def document_type_by_path(path: str) -> DocumentType | None:
    """The kind of document that an address tells: `/r/pa/prs/dpb/2008/sept/109.htm`. The weakest witness.

    >>> document_type_by_path("/r/pa/prs/dpb/2008/sept/109.htm").slug
    'daily-press-briefing'
    """
    for mark, slug in _marks("path").items():
        if mark in path:
            return _by_slug()[slug] if slug else None
    return None
