"""What a `title` element says of a page, and what of the parts of the site that hold it."""

from typing import Final

from statedocs.extraction.text import collapse
from statedocs.vocabulary import country_in, find_document_type, find_series

_DASHES: Final = (" - ", " | ", " \u2013 ", " \u2014 ")


def names_page(text: str, page_title: str | None) -> bool:
    """Whether a heading is what the `title` element says first, before the parts of the site.

    >>> names_page("The Sample Treaty", "The Sample Treaty - Milestones - Office of the Historian")
    True
    """
    named = collapse(text).casefold()
    return page_title is not None and page_title.casefold().startswith(tuple(named + dash for dash in _DASHES))


def names_itself(text: str) -> bool:
    """Whether a line that states a document type says more: `Background Notes: Peru`, `Visa Bulletin For June 2019`."""
    kind = find_document_type(text)
    if kind is not None and kind.slug == "dispatch":
        return True
    return bool(country_in(text)) or bool((series := find_series(text)) and series.edition)
