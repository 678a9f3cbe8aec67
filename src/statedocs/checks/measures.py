"""What is measured of many pages, so that one day's can be compared with another's."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from statedocs.record import Document, Failure

_UNKNOWN: Final = frozenset({"template-unknown", "template-ambiguous"})
_EXACT: Final = 100
"""Counts above it are kept to two digits, so that a measurement stays small."""


@dataclass(slots=True)
class Spread:
    """Counts of pages: their sum and how many pages had each."""

    total: int = 0
    values: Counter[int] = field(default_factory=Counter)

    def add(self, value: int) -> None:
        """Count a page."""
        self.total += value
        self.values[_rounded(value)] += 1

    @property
    def pages(self) -> int:
        """How many pages were counted."""
        return self.values.total()

    @property
    def mean(self) -> float:
        """The mean of a page."""
        return self.total / self.pages if self.pages else 0.0


def _rounded(value: int) -> int:
    """Keep two digits of a large count.

    >>> _rounded(57), _rounded(1234)
    (57, 1200)
    """
    if value <= _EXACT:
        return value
    unit: int = 10 ** (len(str(value)) - 2)
    return value // unit * unit


@dataclass(slots=True)
class TemplateMeasures:
    """What is measured of the pages of one template.

    Attributes:
        pages: How many there are.
        null_dates: How many do not say when they were published.
        empty_sections: Hundredths of a page's sections in which nothing stands, neither a block nor a section.
        headings: Headings a page.
        links: Links a page.
    """

    pages: int = 0
    null_dates: int = 0
    empty_sections: Spread = field(default_factory=Spread)
    headings: Spread = field(default_factory=Spread)
    links: Spread = field(default_factory=Spread)

    def add(self, document: Document) -> None:
        """Measure a page."""
        self.pages += 1
        self.null_dates += document.published is None
        self.links.add(len(document.links))
        self.headings.add(sum(section.heading is not None for section in document.sections))
        parents = {section.parent for section in document.sections}
        named = [section for section in document.sections if section.position]
        if named:
            empty = sum(not section.blocks and section.position not in parents for section in named)
            self.empty_sections.add(round(100 * empty / len(named)))


@dataclass(slots=True)
class Measures:
    """What is measured of all pages of a run.

    Attributes:
        pages: Documents and failures.
        failures: How many could not become a document.
        unknown_templates: How many no template claimed, or two.
        templates: Measured by template.
    """

    pages: int = 0
    failures: int = 0
    unknown_templates: int = 0
    templates: dict[str, TemplateMeasures] = field(default_factory=dict)

    def add(self, result: Document | Failure) -> None:
        """Measure a page."""
        self.pages += 1
        if isinstance(result, Failure):
            self.failures += 1
            return
        self.unknown_templates += any(finding.code in _UNKNOWN for finding in result.findings)
        self.templates.setdefault(result.template.name, TemplateMeasures()).add(result)
