"""What became of each input page: a line of the manifest, and their sum."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Final, Literal

from statedocs.plain import Record
from statedocs.record import Document, Failure
from statedocs.snapshot import Skipped

Result = Document | Record | Failure | Skipped

_VARYING: Final = {
    "duplicate of ": "duplicate of another page",
    "parts of the saved page ": "parts of a saved page",
}
"""Reasons that name a page are counted as one, so that the counts do not grow with the pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A line of the manifest, its fields in the line's order."""

    origin: str
    sha256: str | None
    outcome: Literal["document", "failure", "skipped", "gone"]
    reason: str | None
    id: str | None
    output: str | None
    template: str | None
    findings: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept(Outcome):
    """The line of a page that an earlier run has done, and nothing has changed since."""


def kept_of(outcome: Outcome) -> Kept:
    """Say of a page that an earlier run has done it."""
    return Kept(**{each.name: getattr(outcome, each.name) for each in fields(Outcome)})


def outcome_of(result: Result) -> Outcome:
    """Give what became of a page, before it is written anywhere."""
    if isinstance(result, Document):
        source, codes = result.source, [finding.code for finding in result.findings]
        return _document(source.origin, source.sha256, result.id, result.template.name, codes)
    if isinstance(result, Record):
        parts, said = result.parts, result.parts["source"]
        codes = [finding["code"] for finding in parts["findings"]]
        return _document(said["origin"], said["sha256"], parts["id"], parts["template"]["name"], codes)
    failed = isinstance(result, Failure)
    return Outcome(
        origin=result.origin,
        sha256=result.sha256,
        outcome="failure" if failed else "skipped",
        reason=f"{result.error}: {result.message}" if isinstance(result, Failure) else result.reason,
        id=None,
        output=None,
        template=None,
        findings={},
    )


def _document(origin: str, sha256: str, key: str, template: str, codes: Iterable[str]) -> Outcome:
    return Outcome(
        origin=origin,
        sha256=sha256,
        outcome="document",
        reason=None,
        id=key,
        output=None,
        template=template,
        findings=dict(sorted(Counter(codes).items())),
    )


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run wrote. `pages` is the sum of the four counts after it.

    Attributes:
        templates: Documents by the design that was recognised.
        findings: Findings by code.
        errors: Failures by error class.
        reasons: Skipped inputs by reason.
    """

    pages: int
    documents: int
    failures: int
    skipped: int
    gone: int
    templates: Mapping[str, int]
    findings: Mapping[str, int]
    errors: Mapping[str, int]
    reasons: Mapping[str, int]


@dataclass(slots=True)
class Tally:
    """Outcomes counted as they come."""

    _outcomes: Counter[str] = field(default_factory=Counter)
    _templates: Counter[str] = field(default_factory=Counter)
    _findings: Counter[str] = field(default_factory=Counter)
    _errors: Counter[str] = field(default_factory=Counter)
    _reasons: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        """Count one page."""
        self._outcomes[outcome.outcome] += 1
        if outcome.outcome == "document":
            self._templates[outcome.template or ""] += 1
            self._findings.update(outcome.findings)
        elif outcome.outcome == "failure":
            self._errors[(outcome.reason or "").partition(":")[0]] += 1
        elif outcome.outcome == "skipped":
            self._reasons[_kind_of_reason(outcome.reason or "")] += 1

    def summary(self) -> Summary:
        """Give the sum so far, each count's commonest first."""
        return Summary(
            pages=self._outcomes.total(),
            documents=self._outcomes["document"],
            failures=self._outcomes["failure"],
            skipped=self._outcomes["skipped"],
            gone=self._outcomes["gone"],
            templates=_commonest_first(self._templates),
            findings=_commonest_first(self._findings),
            errors=_commonest_first(self._errors),
            reasons=_commonest_first(self._reasons),
        )


def _kind_of_reason(reason: str) -> str:
    return next((kind for opening, kind in _VARYING.items() if reason.startswith(opening)), reason)


def _commonest_first(counts: Counter[str]) -> Mapping[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
