"""Drift: a redesign shows the day it happens, three odd pages do not."""

import json
import math
import random
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedocs.checks.baseline import Baseline, Thresholds, read_baseline, write_baseline
from statedocs.checks.drift import Drift, compare
from statedocs.checks.measures import Measures, Spread, TemplateMeasures
from statedocs.checks.statistics import passed_by_chance, rank_p, share_p
from statedocs.errors import SourceError
from statedocs.record import Document, Failure

Check = Callable[..., tuple[int, str]]
counts = st.integers(0, 40)
AS_WRITTEN = Thresholds()


@given(counts, counts, counts, counts)
def test_fishers_test_is_the_sum_of_all_tables_as_rare(a: int, b: int, c: int, d: int) -> None:
    def ways(hits: int) -> int:
        return math.comb(c + d, hits) * math.comb(a + b, a + c - hits) if 0 <= a + c - hits <= a + b else 0

    total = sum(ways(k) for k in range(c + d + 1))
    rare = sum(ways(k) for k in range(c + d + 1) if ways(k) <= ways(c))
    assert share_p(a, a + b, c, c + d) == pytest.approx(rare / total, rel=1e-6)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=30), st.lists(st.integers(0, 9), min_size=1, max_size=30))
def test_the_rank_test_is_symmetric_and_a_chance(old: list[int], new: list[int]) -> None:
    one, other = rank_p(Counter(old), Counter(new)), rank_p(Counter(new), Counter(old))
    assert one == pytest.approx(other)
    assert 0 <= one <= 1
    assert rank_p(Counter(old), Counter(old)) == 1.0


@pytest.mark.parametrize(
    ("old", "new", "chance"),
    [
        # the values of scipy.stats.mannwhitneyu(old, new, method="asymptotic")
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [11, 12, 13, 14, 15, 16, 17, 18, 19, 20], 0.00018267179110955002),
        ([1, 1, 2, 2, 3, 3], [2, 2, 3, 3, 4, 4, 4], 0.06425763970681275),
        ([0] * 20 + [3] * 5, [0] * 6 + [7] * 9, 0.0013251505902827046),
        ([5, 5, 5], [5, 5, 5, 5], 1.0),
        ([1], [], 1.0),
    ],
)
def test_the_rank_test_gives_known_values(old: list[int], new: list[int], chance: float) -> None:
    assert rank_p(Counter(old), Counter(new)) == pytest.approx(chance, rel=1e-9)


def test_many_comparisons_together_cry_wolf_seldom() -> None:
    assert passed_by_chance([0.004] * 20, 0.01) == [True] * 20
    assert passed_by_chance([0.0001] + [0.5] * 20, 0.01) == [False] + [True] * 20
    assert passed_by_chance([], 0.01) == []


def spread(values: Iterable[int]) -> Spread:
    measured = Spread()
    for value in values:
        measured.add(value)
    return measured


def measured(
    pages: int = 100, null_dates: int = 5, unknown: int = 1, failures: int = 1, links: Iterable[int] | None = None
) -> Measures:
    wave = [10 + number % 7 for number in range(pages)]
    template = TemplateMeasures(pages, null_dates, spread([0] * pages), spread(wave), spread(links or wave))
    return Measures(pages + failures, failures, unknown, {"wordpress-press": template})


def drifted(then: Measures, now: Measures, thresholds: Thresholds = AS_WRITTEN) -> list[str]:
    return [comparison.message() for comparison in compare(Baseline(then, thresholds), now).drifted()]


def test_the_same_pages_have_not_drifted() -> None:
    assert drifted(measured(), measured()) == []
    assert drifted(measured(1000, null_dates=50), measured(40, null_dates=2)) == []


def test_a_redesign_is_named_with_its_figures() -> None:
    assert drifted(measured(), measured(40, null_dates=2, unknown=30)) == [
        "pages of no known template 1.0% → 73.2% (41 pages now, 101 then)"
    ]
    assert drifted(measured(), measured(40, null_dates=40)) == [
        "wordpress-press: pages without a date 5.0% → 100.0% (40 pages now, 100 then)"
    ]
    assert drifted(measured(), measured(40, null_dates=2, links=[2] * 40)) == [
        "wordpress-press: links a page 12.9 → 2.0 (40 pages now, 100 then)"
    ]
    assert drifted(measured(), measured(40, null_dates=2, failures=20)) == [
        "pages that failed 1.0% → 33.3% (60 pages now, 101 then)"
    ]


def mixed(**pages: int) -> Measures:
    templates = {name: TemplateMeasures(count, 0) for name, count in pages.items()}
    return Measures(sum(pages.values()), 0, 0, templates)


def test_pages_that_move_to_another_known_design_have_drifted() -> None:
    then, now = mixed(press=60, report=40), mixed(press=20, report=80)
    assert drifted(then, now) == [
        "press: share of the documents 60.0% → 20.0% (100 pages now, 100 then)",
        "report: share of the documents 40.0% → 80.0% (100 pages now, 100 then)",
    ]
    assert drifted(then, mixed(press=57, report=43)) == []
    assert drifted(mixed(press=100), mixed(press=70, block=30)) == [
        "block: share of the documents 0.0% → 30.0% (100 pages now, 100 then)",
        "press: share of the documents 100.0% → 70.0% (100 pages now, 100 then)",
    ]


def test_a_baseline_of_before_the_shares_is_read_and_its_shares_are_compared(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    write_baseline(path, Baseline(measured(), Thresholds()))
    value = json.loads(path.read_text("utf-8"))
    assert value["thresholds"].pop("template_share") == {"change": 0.1, "direction": "both"}
    path.write_text(json.dumps(value))
    older = read_baseline(path)
    now = Measures(100, 0, 0, {"wordpress-block": measured().templates["wordpress-press"]})
    assert [each.measure for each in compare(older, now).drifted()] == ["template_share", "template_share"]
    assert compare(older, now).new_templates == ("wordpress-block",)


def test_three_odd_pages_are_no_drift() -> None:
    now = measured(3, null_dates=3, unknown=3, links=[90, 90, 90])
    drift = compare(Baseline(measured(), Thresholds()), now)
    assert drift.drifted() == []
    assert drift.too_few == (("", 4), ("wordpress-press", 3))


def test_a_change_for_the_better_and_one_too_small_to_matter_are_no_drift() -> None:
    assert drifted(measured(1000, null_dates=500), measured(1000, null_dates=10)) == []
    many = measured(100_000, null_dates=5000)
    assert drifted(many, measured(100_000, null_dates=6000)) == []


def test_one_long_page_is_no_drift() -> None:
    links = [12] * 39 + [5000]
    assert drifted(measured(), measured(40, null_dates=2, links=links)) == []


def test_thresholds_of_a_template_go_before_the_others(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    write_baseline(path, Baseline(measured(), Thresholds()))
    now = measured(40, null_dates=40)
    assert len(drifted(measured(), now, read_baseline(path).thresholds)) == 1
    value = json.loads(path.read_text("utf-8"))
    value["thresholds"]["templates"] = {"wordpress-press": {"null_dates": {"direction": "down"}}}
    path.write_text(json.dumps(value))
    assert drifted(measured(), now, read_baseline(path).thresholds) == []
    value["thresholds"] = {"min_pages": 50}
    path.write_text(json.dumps(value))
    assert drifted(measured(), now, read_baseline(path).thresholds) == []


def test_a_template_that_is_new_is_told() -> None:
    drift = compare(Baseline(Measures(), Thresholds()), measured())
    assert drift == Drift((), (("", 101),), ("wordpress-press",))


def test_chance_alone_is_seldom_called_drift() -> None:
    """Days drawn from the same pages, over and over: the promise of `false_alarm`."""
    dice = random.Random(5)
    alarms = 0
    for _ in range(300):
        then, now = (
            measured(
                size,
                null_dates=sum(dice.random() < 0.3 for _ in range(size)),
                unknown=sum(dice.random() < 0.05 for _ in range(size)),
                links=[int(dice.expovariate(0.05)) for _ in range(size)],
            )
            for size in (60, 25)
        )
        alarms += bool(drifted(then, now))
    assert alarms <= 300 * 0.01 + 4


def test_measures_are_taken_of_records(
    make_document: Callable[..., Document], make_failure: Callable[..., Failure]
) -> None:
    measures = Measures()
    measures.add(make_document("a.htm", findings=("template-unknown",)))
    measures.add(make_document("b.htm"))
    measures.add(make_failure("c.htm"))
    assert (measures.pages, measures.failures, measures.unknown_templates) == (3, 1, 1)
    template = measures.templates["plain-text"]
    assert (template.pages, template.null_dates, template.links.mean) == (2, 2, 0)
    assert template.empty_sections.pages == 0, "a page without sections says nothing of them"


def test_a_section_with_nothing_but_sections_is_not_empty(make_document: Callable[..., Document]) -> None:
    document = make_document("a.htm")
    lead = document.sections[0]

    def section(position: int, parent: int | None, level: int, *, full: bool) -> Any:
        update = {"position": position, "parent": parent, "level": level, "heading": "H"}
        return lead.model_copy(update={**update, "blocks": lead.blocks if full else ()})

    sections = (lead, section(1, None, 1, full=False), section(2, 1, 2, full=True), section(3, 1, 2, full=False))
    measures = Measures()
    measures.add(document.model_copy(update={"sections": sections}))
    assert measures.templates["plain-text"].empty_sections.values == {33: 1}
    assert measures.templates["plain-text"].headings.total == 3


def test_large_counts_keep_two_digits_and_the_exact_sum() -> None:
    measured_links = spread([101, 109, 12345])
    assert measured_links.total == 12555
    assert measured_links.values == {100: 2, 12000: 1}


def test_a_baseline_is_read_as_it_was_written_and_has_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "baseline.json"
    write_baseline(path, Baseline(measured(), Thresholds()))
    baseline = read_baseline(path)
    assert baseline == Baseline(measured(), Thresholds())
    before = path.read_bytes()
    write_baseline(path, baseline)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda v: v.update(baseline=2), "expected a baseline of the form 1"),
        (lambda v: v.pop("pages"), "pages: expected a count, found None"),
        (lambda v: v.update(pages=True), "pages: expected a count, found True"),
        (lambda v: v.update(templates=[]), "templates: expected an object"),
        (lambda v: v["templates"].update(x=3), "templates.x: expected an object"),
        (lambda v: v["templates"]["wordpress-press"]["links"]["pages"].update(x=3), "expected pages by count"),
        (lambda v: v["thresholds"].update(links=3), "thresholds.links: expected change and direction"),
        (lambda v: v["thresholds"].update(likns={}), "thresholds: likns is none of empty_sections, failures"),
        (lambda v: v["thresholds"]["links"].update(direction="left"), "expected up, down or both, found 'left'"),
        (lambda v: v["thresholds"]["links"].update(change=-1), "thresholds.links.change: expected a number from 0"),
        (lambda v: v["thresholds"].update(false_alarm=5), "thresholds.false_alarm: expected a number from 0 to 1"),
        (lambda v: v["thresholds"].update(templates={"x": {"y": {}}}), "thresholds.templates.x: expected measures"),
    ],
)
def test_a_baseline_that_is_none_is_refused_with_the_place(
    tmp_path: Path, change: Callable[[Any], object], said: str
) -> None:
    path = tmp_path / "baseline.json"
    write_baseline(path, Baseline(measured(), Thresholds()))
    value = json.loads(path.read_text("utf-8"))
    change(value)
    path.write_text(json.dumps(value))
    with pytest.raises(SourceError, match=r"baseline\.json") as raised:
        read_baseline(path)
    assert said in raised.value.message


def test_what_is_no_json_is_no_baseline(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text("{")
    with pytest.raises(SourceError, match="expected JSON"):
        read_baseline(tmp_path / "b.json")
    (tmp_path / "b.json").write_text("[]")
    with pytest.raises(SourceError, match="expected a baseline"):
        read_baseline(tmp_path / "b.json")


def test_a_redesign_turns_the_check_red_and_a_new_baseline_is_written_when_asked_for(
    check: Check, root: Path, tmp_path: Path
) -> None:
    page = (root / "raw" / "peru-2013.txt").read_text("utf-8")
    folder, baseline = tmp_path / "day", tmp_path / "baseline.json"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number}.txt").write_text(page.replace("Peru", f"Peru {number}"))
    assert check(folder, "--baseline", baseline, "--write-baseline")[0] == 0
    assert check(folder, "--baseline", baseline)[0] == 0
    for number in range(30):
        (folder / f"{number}.txt").unlink()
        (folder / f"{number}.html").write_text(
            f"<title>{number}</title><div><b>A new look {number}</b> of the site</div>" * 4
        )
    before = baseline.read_bytes()
    code, said = check(folder, "--baseline", baseline)
    assert code == 1
    assert "baseline.json: drift: pages of no known template 0.0% → 100.0% (30 pages now, 30 then)" in said
    assert "note: not in the baseline: generic" in said
    assert baseline.read_bytes() == before
    code, said = check(folder, "--baseline", baseline, "--write-baseline")
    assert code == 1, "somebody is to read what has changed"
    assert check(folder, "--baseline", baseline)[0] == 0


def test_the_json_summary_has_every_comparison(check: Check, pages: Path, tmp_path: Path) -> None:
    check(pages, "--baseline", tmp_path / "b.json", "--write-baseline")
    value = json.loads((tmp_path / "b.json").read_text("utf-8"))
    value["thresholds"]["min_pages"] = 1
    (tmp_path / "b.json").write_text(json.dumps(value))
    _, said = check(pages, "--baseline", tmp_path / "b.json", "--format", "json")
    compared = json.loads(said)["drift"]
    assert {comparison["measure"] for comparison in compared} == {
        "unknown_templates", "failures", "template_share", "null_dates", "empty_sections", "headings", "links"
    }  # fmt: skip
    assert not any(comparison["drifted"] for comparison in compared)
