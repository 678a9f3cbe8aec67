"""Pages that are no documents: error pages, challenges, shells and redirects that were served as pages."""

from lxml import etree

from statedocs.templates.recognise import Match

Element = etree._Element


def refuse_impostor(root: Element, match: Match) -> None:
    """Raises for a page that is none."""
