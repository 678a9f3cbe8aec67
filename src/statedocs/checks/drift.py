"""Whether today's pages are still like those of the baseline: a redesign is noticed the day it happens."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from statedocs.checks.baseline import Baseline, Thresholds
from statedocs.checks.measures import Measures, Spread, TemplateMeasures
from statedocs.checks.statistics import passed_by_chance, rank_p, share_p

_NAMES = {
    "unknown_templates": "pages of no known template",
    "failures": "pages that failed",
    "template_share": "share of the documents",
    "null_dates": "pages without a date",
    "empty_sections": "empty sections",
    "headings": "headings a page",
    "links": "links a page",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One measure then and now.

    Attributes:
        measure: Its name.
        template: Whose pages; None means all.
        old: Share or mean then.
        new: Share or mean now.
        old_pages: How many pages it was measured on.
        new_pages: The same now.
        is_share: Whether it is a share of one.
        chance: How probable so great a difference is when nothing changed.
        drifted: Whether it is drift.
    """

    measure: str
    template: str | None
    old: float
    new: float
    old_pages: int
    new_pages: int
    is_share: bool
    chance: float
    drifted: bool = False

    def message(self) -> str:
        """Say it in one line."""
        whose = f"{self.template}: " if self.template else ""
        if self.is_share:
            then, now = f"{self.old:.1%}", f"{self.new:.1%}"
        else:
            then, now = f"{self.old:.1f}", f"{self.new:.1f}"
        pages = f"{self.new_pages:,} pages now, {self.old_pages:,} then"
        return f"{whose}{_NAMES[self.measure]} {then} → {now} ({pages})"


@dataclass(frozen=True, slots=True)
class Drift:
    """What became of the measures.

    Attributes:
        comparisons: Every measure that was compared.
        too_few: Templates, and the run as a whole (""), that have too few pages to be compared, with how many.
        new_templates: Templates that the baseline does not know.
    """

    comparisons: tuple[Comparison, ...]
    too_few: tuple[tuple[str, int], ...]
    new_templates: tuple[str, ...]

    def drifted(self) -> list[Comparison]:
        """Give what has drifted."""
        return [comparison for comparison in self.comparisons if comparison.drifted]


def compare(baseline: Baseline, now: Measures) -> Drift:
    """Compare a run with a baseline.

    A measure has drifted when it changed by more than its threshold, in the direction that counts, and when chance
    does not explain it: so neither three odd pages nor a change too small to matter turn a check red.
    """
    least, then = baseline.thresholds.min_pages, baseline.measures
    found: list[Comparison] = []
    few: list[tuple[str, int]] = []
    if min(then.pages, now.pages) >= least:
        found += _overall(then, now)
        found += _mix(then, now)
    else:
        few.append(("", now.pages))
    known = [name for name in sorted(now.templates) if name in then.templates]
    for name in known:
        old, new = then.templates[name], now.templates[name]
        if min(old.pages, new.pages) >= least:
            found += _of_template(name, old, new)
        else:
            few.append((name, new.pages))
    fresh = tuple(name for name in sorted(now.templates) if name not in then.templates)
    return Drift(tuple(_judged(found, baseline.thresholds)), tuple(few), fresh)


def _overall(then: Measures, now: Measures) -> Iterator[Comparison]:
    yield _share("unknown_templates", None, (then.unknown_templates, then.pages), (now.unknown_templates, now.pages))
    yield _share("failures", None, (then.failures, then.pages), (now.failures, now.pages))


def _mix(then: Measures, now: Measures) -> Iterator[Comparison]:
    """The share of every template, then or now: a redesign may look like another design that is known."""
    old, new = ({name: part.pages for name, part in run.templates.items()} for run in (then, now))
    if old and new:
        for name in sorted({*old, *new}):
            shares = (old.get(name, 0), sum(old.values())), (new.get(name, 0), sum(new.values()))
            yield _share("template_share", name, *shares)


def _of_template(name: str, then: TemplateMeasures, now: TemplateMeasures) -> Iterator[Comparison]:
    yield _share("null_dates", name, (then.null_dates, then.pages), (now.null_dates, now.pages))
    yield _mean("empty_sections", name, then.empty_sections, now.empty_sections)
    yield _mean("headings", name, then.headings, now.headings)
    yield _mean("links", name, then.links, now.links)


def _share(measure: str, template: str | None, then: tuple[int, int], now: tuple[int, int]) -> Comparison:
    (old, of_old), (new, of_new) = then, now
    return Comparison(
        measure=measure,
        template=template,
        old=old / of_old,
        new=new / of_new,
        old_pages=of_old,
        new_pages=of_new,
        is_share=True,
        chance=share_p(old, of_old, new, of_new),
    )


def _mean(measure: str, template: str, then: Spread, now: Spread) -> Comparison:
    unit = 100 if measure == "empty_sections" else 1
    return Comparison(
        measure=measure,
        template=template,
        old=then.mean / unit,
        new=now.mean / unit,
        old_pages=then.pages,
        new_pages=now.pages,
        is_share=unit > 1,
        chance=rank_p(then.values, now.values),
    )


def _judged(found: list[Comparison], thresholds: Thresholds) -> Iterator[Comparison]:
    chance = passed_by_chance([comparison.chance for comparison in found], thresholds.false_alarm)
    for comparison, by_chance in zip(found, chance, strict=True):
        drifted = not by_chance and _matters(comparison, thresholds)
        yield replace(comparison, drifted=drifted)


def _matters(comparison: Comparison, thresholds: Thresholds) -> bool:
    threshold = thresholds.of(comparison.measure, comparison.template)
    change = comparison.new - comparison.old
    if not comparison.is_share:
        change /= max(comparison.old, 1.0)
    if threshold.direction != "both" and (change > 0) != (threshold.direction == "up"):
        return False
    return abs(change) > threshold.change
