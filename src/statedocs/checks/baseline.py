"""The file in which a run's measures are kept, with the thresholds that a maintainer may change."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Final, Literal

from statedocs.checks.measures import Measures, Spread, TemplateMeasures
from statedocs.checks.output import whole_file
from statedocs.errors import SourceError

FORM: Final = 1
"""The form of the file, written under `baseline`."""

Direction = Literal["up", "down", "both"]


@dataclass(frozen=True, slots=True)
class Threshold:
    """How much a measure may change.

    Attributes:
        change: Of a share: by how much it may, 0.1 being ten of a hundred pages. Of a mean: by what part of it.
        direction: Which way counts.
    """

    change: float
    direction: Direction = "up"


MEASURES: Final[Mapping[str, Threshold]] = {
    "unknown_templates": Threshold(0.02),
    "failures": Threshold(0.02),
    "template_share": Threshold(0.1, "both"),
    "null_dates": Threshold(0.1),
    "empty_sections": Threshold(0.1),
    "headings": Threshold(0.25, "both"),
    "links": Threshold(0.25, "both"),
}
"""Everything that is compared, with the threshold that holds unless the file says otherwise."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a difference counts as drift.

    Attributes:
        min_pages: Fewer pages than this, then or now, are not compared.
        false_alarm: How often a run may cry wolf when nothing changed: 0.01 is once in a hundred runs.
        measures: By measure.
        templates: By template, then by measure; they go before the others.
    """

    min_pages: int = 10
    false_alarm: float = 0.01
    measures: Mapping[str, Threshold] = field(default_factory=lambda: dict(MEASURES))
    templates: Mapping[str, Mapping[str, Threshold]] = field(default_factory=dict)

    def of(self, measure: str, template: str | None) -> Threshold:
        """Give the threshold of a measure, for a template's pages or for all."""
        return self.templates.get(template or "", {}).get(measure) or self.measures[measure]


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was measured, and how much of a change is drift."""

    measures: Measures
    thresholds: Thresholds


def read_baseline(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        SourceError: It cannot be read, or is none; the place in it is named.
    """
    try:
        value = json.loads(path.read_bytes())
    except OSError as error:
        raise SourceError(f"--baseline {path} cannot be read: {error.strerror or error}") from error
    except ValueError as error:
        raise SourceError(f"--baseline {path}: expected JSON, {error}") from error
    try:
        return _baseline(value)
    except _Unexpected as error:
        raise SourceError(f"--baseline {path}: {error}") from error


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline: the same measures, the same bytes.

    Raises:
        SinkError: The place cannot be written.
    """
    value = {"baseline": FORM, "thresholds": _thresholds_json(baseline.thresholds), **_json(baseline.measures)}
    with whole_file(path) as file:
        file.write((json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())


class _Unexpected(Exception):
    """Something else stands where a part of a baseline should."""


def _baseline(value: Any) -> Baseline:
    if not isinstance(value, dict) or value.get("baseline") != FORM:
        raise _Unexpected(f'expected a baseline of the form {FORM} ("baseline": {FORM})')
    counts = {name: _count(value, name) for name in ("pages", "failures", "unknown_templates")}
    templates = {name: _template(part, name) for name, part in _object(value, "templates").items()}
    return Baseline(Measures(**counts, templates=templates), _thresholds(_object(value, "thresholds")))


def _template(value: Any, name: str) -> TemplateMeasures:
    place = f"templates.{name}"
    if not isinstance(value, dict):
        raise _Unexpected(f"{place}: expected an object")
    spreads = {spread: _spread(_object(value, spread), place) for spread in ("empty_sections", "headings", "links")}
    return TemplateMeasures(_count(value, "pages"), _count(value, "null_dates"), **spreads)


def _spread(value: dict[str, Any], place: str) -> Spread:
    pages = _object(value, "pages")
    if not all(count.isdigit() for count in pages):
        raise _Unexpected(f"{place}: expected pages by count")
    return Spread(_count(value, "total"), Counter({int(count): _count(pages, count) for count in pages}))


def _thresholds(value: dict[str, Any]) -> Thresholds:
    known = {"min_pages", "false_alarm", "templates", *MEASURES}
    if unknown := [name for name in value if name not in known]:
        raise _Unexpected(f"thresholds: {unknown[0]} is none of {', '.join(sorted(known))}")
    defaults = Thresholds()
    measures = {**MEASURES, **_by_measure({name: value[name] for name in MEASURES if name in value}, "thresholds")}
    templates = {
        name: _by_measure(part, f"thresholds.templates.{name}")
        for name, part in _object(value, "templates", optional=True).items()
    }
    return Thresholds(
        min_pages=_count(value, "min_pages") if "min_pages" in value else defaults.min_pages,
        false_alarm=_number(value.get("false_alarm", defaults.false_alarm), "thresholds.false_alarm", most=1),
        measures=measures,
        templates=templates,
    )


def _by_measure(value: Any, place: str) -> dict[str, Threshold]:
    if not isinstance(value, dict) or not set(value) <= set(MEASURES):
        raise _Unexpected(f"{place}: expected measures among {', '.join(MEASURES)}")
    return {name: _threshold(part, MEASURES[name], f"{place}.{name}") for name, part in value.items()}


def _threshold(value: Any, default: Threshold, place: str) -> Threshold:
    if not isinstance(value, dict) or not set(value) <= {item.name for item in fields(Threshold)}:
        raise _Unexpected(f"{place}: expected change and direction")
    direction = value.get("direction", default.direction)
    if direction not in ("up", "down", "both"):
        raise _Unexpected(f"{place}.direction: expected up, down or both, found {direction!r}")
    return Threshold(_number(value.get("change", default.change), f"{place}.change"), direction)


def _number(value: Any, place: str, most: float = float("inf")) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
        raise _Unexpected(f"{place}: expected a number from 0{f' to {most:g}' if most < float('inf') else ''}")
    return value


def _count(value: dict[str, Any], name: str) -> int:
    count = value.get(name)
    if isinstance(count, bool) or not isinstance(count, int) or count < 0:
        raise _Unexpected(f"{name}: expected a count, found {count!r}")
    return count


def _object(value: dict[str, Any], name: str, *, optional: bool = False) -> dict[str, Any]:
    part = value.get(name, {} if optional else None)
    if not isinstance(part, dict):
        raise _Unexpected(f"{name}: expected an object")
    return part


def _thresholds_json(thresholds: Thresholds) -> dict[str, Any]:
    by_measure = {name: asdict(threshold) for name, threshold in thresholds.measures.items()}
    by_template = {
        template: {name: asdict(threshold) for name, threshold in part.items()}
        for template, part in thresholds.templates.items()
    }
    first = {"min_pages": thresholds.min_pages, "false_alarm": thresholds.false_alarm}
    return {**first, **by_measure, "templates": by_template}


def _json(measures: Measures) -> dict[str, Any]:
    templates = {name: _template_json(measures.templates[name]) for name in sorted(measures.templates)}
    counts = {name: getattr(measures, name) for name in ("pages", "failures", "unknown_templates")}
    return {**counts, "templates": templates}


def _template_json(measures: TemplateMeasures) -> dict[str, Any]:
    spreads = {
        "empty_sections": measures.empty_sections, "headings": measures.headings, "links": measures.links
    }  # fmt: skip
    return {
        "pages": measures.pages,
        "null_dates": measures.null_dates,
        **{
            name: {"total": spread.total, "pages": {str(k): n for k, n in sorted(spread.values.items())}}
            for name, spread in spreads.items()
        },
    }
