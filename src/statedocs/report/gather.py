"""A run, read once and summed up: memory grows with its kinds of things, not with its pages."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from statedocs.errors import SinkError
from statedocs.record import FINDINGS, Document, Failure
from statedocs.report.counts import Counts, Shares, cause_of
from statedocs.sinks.outcome import Summary, Tally
from statedocs.sinks.stored import Stored, StoredAsFiles, StoredRecord, read_document, read_failure

EXAMPLES: Final = 3
MOST_FAILURES: Final = 500
_Read = tuple["Document | Failure | SinkError", str | None]


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page in the table of pages."""

    origin: str
    title: str | None
    url: str | None
    output: str | None
    template: str
    published: str | None
    countries: tuple[str, ...]
    errors: int
    warnings: int
    infos: int
    visible: int
    removed: int

    @property
    def share(self) -> float:
        """How much of it is chrome."""
        return self.removed / self.visible if self.visible else 0.0

    @property
    def rank(self) -> tuple[int, int, float]:
        """The higher, the sooner a person should look at it."""
        return self.errors, self.warnings, self.share


@dataclass(frozen=True, slots=True)
class FailureRow:
    """One failure."""

    origin: str
    url: str | None
    output: str | None
    stage: str
    error: str
    message: str


@dataclass(slots=True)
class Gathered:
    """What a run was.

    Attributes:
        documents: How many were read.
        summary: What the manifest says; None where there is none.
        templates: Documents by design.
        by_year: Documents by design and year of publication.
        months: Documents by year and month of publication, where the month is known.
        undated: Documents whose date of publication is unknown.
        countries: Documents by country, as (name, code).
        types: Documents by type.
        findings: Findings by code, and `finding_pages` the pages that have them.
        causes: Failures by (stage, error, cause), with examples.
        failed: The first failures.
        shares: Chrome by design; under "" of all.
        unaccounted: Characters that are neither kept nor left out.
        pages: The pages that a person should look at first.
        damaged: Records that cannot be read, with the reason: how many, and the first.
        converters: Which programs made the records.
    """

    documents: int = 0
    failures: int = 0
    summary: Summary | None = None
    templates: Counts[str] = field(default_factory=Counts)
    by_year: Counts[tuple[str, int]] = field(default_factory=Counts)
    months: Counts[tuple[int, int]] = field(default_factory=Counts)
    undated: int = 0
    countries: Counts[tuple[str, str]] = field(default_factory=Counts)
    types: Counts[str] = field(default_factory=Counts)
    findings: Counter[str] = field(default_factory=Counter)
    finding_pages: Counter[str] = field(default_factory=Counter)
    causes: Counts[tuple[str, str, str]] = field(default_factory=Counts)
    examples: dict[tuple[str, str, str], list[FailureRow]] = field(default_factory=dict)
    failed: list[FailureRow] = field(default_factory=list)
    shares: dict[str, Shares] = field(default_factory=lambda: defaultdict(Shares))
    unaccounted: int = 0
    kept: int = 0
    pages: list[PageRow] = field(default_factory=list)
    damaged: int = 0
    damages: list[str] = field(default_factory=list)
    converters: Counts[str] = field(default_factory=Counts)


def gather(stored: Stored, most_pages: int) -> Gathered:
    """Reads a run once.

    Args:
        stored: What it wrote.
        most_pages: How many pages are kept for the table.

    Raises:
        SinkError: The manifest is damaged, or the place cannot be read.
    """
    found = Gathered()
    tally, gone = Tally(), set()
    outcomes = 0
    for outcome in stored.manifest():
        outcomes += 1
        tally.add(outcome)
        if outcome.outcome == "gone" and outcome.output:
            gone.add(outcome.output)
    found.summary = tally.summary() if outcomes else None
    heap: list[tuple[tuple[int, int, float], int, PageRow]] = []
    for number, (record, output) in enumerate(_records(stored, gone)):
        if isinstance(record, SinkError):
            found.damaged += 1
            if found.damaged <= EXAMPLES:
                found.damages.append(str(record))
        elif isinstance(record, Failure):
            _add_failure(found, record, output)
        else:
            row = _add_document(found, record, output)
            keep = heapq.heappush if len(heap) < most_pages else heapq.heappushpop
            keep(heap, (row.rank, -number, row))
    found.pages = [row for _, _, row in sorted(heap, key=lambda item: -item[1])]
    return found


def _records(stored: Stored, gone: AbstractSet[str]) -> Iterator[_Read]:
    """Every record; where they are files, a damaged one does not hide those behind it."""
    if not isinstance(stored, StoredAsFiles):
        yield from ((document, None) for document in stored.documents())
        yield from ((failure, None) for failure in stored.failures())
        return
    for found in stored.records():
        if found.output not in gone:
            yield _read(found), found.output


def _read(found: StoredRecord) -> Document | Failure | SinkError:
    try:
        if found.kind == "failure":
            return read_failure(found.data, found.place)
        return read_document(found.data, found.place)
    except SinkError as error:
        return error


def _add_document(found: Gathered, document: Document, output: str | None) -> PageRow:
    counts = document.accounting
    template = document.template.name
    found.documents += 1
    found.templates.add(template)
    found.unaccounted += abs(counts.unaccounted)
    found.kept += counts.kept
    found.converters.add(f"{document.converter.name} {document.converter.version}")
    for name in ("", template):
        found.shares[name].add(counts.visible, counts.removed)
    _add_date(found, document)
    for name, code in dict.fromkeys((country.name, country.code or "") for country in document.countries):
        found.countries.add((name, code))
    if kind := document.document_type:
        found.types.add(kind.slug or "(not in the vocabulary)")
    codes = Counter(finding.code for finding in document.findings)
    found.findings.update(codes)
    found.finding_pages.update(codes.keys())
    levels = Counter(FINDINGS[code][0] if code in FINDINGS else "info" for code in codes.elements())
    return PageRow(
        document.source.origin, document.title, document.url, output, template,
        document.published.value if document.published else None,
        tuple(country.code or country.name for country in document.countries),
        levels["error"], levels["warning"], levels["info"], counts.visible, counts.removed,
    )  # fmt: skip


def _add_date(found: Gathered, document: Document) -> None:
    value = document.published.value if document.published else ""
    if not value[:4].isdigit():
        found.undated += 1
        return
    year = int(value[:4])
    found.by_year.add((document.template.name, year))
    if value[5:7].isdigit() and "/" not in value:
        found.months.add((year, int(value[5:7])))


def _add_failure(found: Gathered, failure: Failure, output: str | None) -> None:
    row = FailureRow(failure.origin, failure.url, output, failure.stage, failure.error, failure.message)
    key = (failure.stage, failure.error, cause_of(failure.message))
    found.failures += 1
    found.causes.add(key)
    if key in found.causes.counts and len(found.examples.setdefault(key, [])) < EXAMPLES:
        found.examples[key].append(row)
    if len(found.failed) < MOST_FAILURES:
        found.failed.append(row)
