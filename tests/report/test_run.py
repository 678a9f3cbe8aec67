"""The report of a run, in a real browser and as figures."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statedocs.cli import main
from statedocs.errors import SinkError, SourceError
from statedocs.record import Document, Failure
from statedocs.report import read_timing, render_run
from statedocs.report.counts import MOST_KEYS, Counts, Shares
from statedocs.report.gather import gather
from statedocs.sinks import open_stored, write

Made = Callable[..., Document]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The samples, converted, with pages that fail."""
    place = tmp_path_factory.mktemp("run")
    bad = place / "bad"
    bad.mkdir()
    for number in range(3):
        (bad / f"worse{number}.html").write_bytes(b"%PDF-1.4")
    (bad / "hostile <img src=x onerror=alert(1)> 'name'.html").write_text(
        "<title>404 Not Found</title><h1>Not Found</h1><script>alert(1)</script>"
    )
    main(["convert", "-q", str(root / "raw"), str(bad), "-o", str(place / "out")])
    return place / "out"


@pytest.fixture
def report(out: Path, tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_text(render_run(out, path)[0], "utf-8")
    return path


def _changed(document: Document, **changes: Any) -> Document:
    return Document.model_validate({**document.model_dump(), **changes})


def test_it_opens_from_disk_and_asks_for_nothing(report: Path, open_page: Callable[..., Any]) -> None:
    opened = open_page(report)
    opened.page.wait_for_selector("html[data-ready]", state="attached")
    assert opened.page.locator("svg[role=img]").count() >= 3
    for picture in opened.page.locator("svg[role=img]").all():
        assert len(opened.page.locator(f"#{picture.get_attribute('aria-labelledby')}").text_content()) > 20
    opened.check_quiet()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious(
    report: Path, open_page: Callable[..., Any], violations: Callable[[Any], list[str]], scheme: str, width: int
) -> None:
    opened = open_page(report, scheme=scheme, width=width)
    opened.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    opened.settle()
    assert violations(opened.page) == []
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _column(opened: Any, name: str, number: int) -> list[str]:
    cells = opened.page.locator(f"#{name} tbody tr:not([hidden]) > :nth-child({number})")
    return [text.strip() for text in cells.all_inner_texts()]


def test_tables_sort_by_mouse_and_keyboard(report: Path, open_page: Callable[..., Any]) -> None:
    opened = open_page(report)
    button = opened.page.locator("#all-pages thead th:nth-child(9) button")
    button.click()
    sizes = [int(text.replace(",", "")) for text in _column(opened, "all-pages", 9)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) > 10
    head = opened.page.locator("#all-pages thead th:nth-child(9)")
    assert head.get_attribute("aria-sort") == "descending"
    button.focus()
    opened.page.keyboard.press("Enter")
    sizes = [int(text.replace(",", "")) for text in _column(opened, "all-pages", 9)]
    assert sizes == sorted(sizes)
    opened.page.locator("#all-pages thead th:nth-child(4) button").focus()
    opened.page.keyboard.press("Space")
    dates = _column(opened, "all-pages", 4)
    assert dates == sorted(dates)
    assert head.get_attribute("aria-sort") is None


def test_tables_filter(report: Path, open_page: Callable[..., Any]) -> None:
    opened = open_page(report)
    there = len(_column(opened, "all-pages", 1))
    opened.page.get_by_label("Filter").last.fill("WORDPRESS report")
    left = _column(opened, "all-pages", 3)
    assert 0 < len(left) < there
    assert all("wordpress" in name for name in left)
    status = opened.page.locator("#pages .filter [role=status]")
    assert status.inner_text() == f"{len(left)} of {there} rows"
    opened.page.keyboard.press("Control+A")
    opened.page.keyboard.press("Delete")
    assert len(_column(opened, "all-pages", 1)) == there
    assert status.inner_text() == ""


def test_links_lead_to_the_records(report: Path, out: Path, open_page: Callable[..., Any]) -> None:
    opened = open_page(report)
    links = opened.page.locator("#all-pages tbody th a")
    assert links.count() > 10
    targets = opened.page.evaluate(
        "[...document.querySelectorAll('#pages tbody th a, #failures tbody th a')].map(a => a.href)"
    )
    from_uri = [
        Path(re.sub("%(..)", lambda match: chr(int(match[1], 16)), uri.removeprefix("file://"))) for uri in targets
    ]
    assert [path for path in from_uri if not path.is_relative_to(out) or not path.exists()] == []
    for link in opened.page.locator("a[href^=http]").all()[:5]:
        assert "noreferrer" in link.get_attribute("rel")


def test_without_scripts_it_is_plain_tables(report: Path, open_page: Callable[..., Any]) -> None:
    opened = open_page(report, script=False)
    assert opened.page.locator("input").count() == 0
    assert opened.page.locator("#all-pages tbody tr").count() > 10
    opened.check_quiet()


def test_it_prints_whole(report: Path, open_page: Callable[..., Any]) -> None:
    opened = open_page(report)
    opened.page.emulate_media(media="print")
    assert opened.page.locator("nav").is_hidden()
    assert opened.page.locator(".filter").first.is_hidden()
    assert opened.page.pdf().startswith(b"%PDF")
    paper = 718  # CSS pixels between the margins of A4
    opened.page.set_viewport_size({"width": paper, "height": 1000})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= paper
    assert opened.page.evaluate("document.querySelector('#all-pages thead th').offsetWidth") > paper / 6


def test_names_of_pages_stay_text(report: Path) -> None:
    shown = report.read_text("utf-8")
    assert "<img" not in shown
    assert shown.count("<script") == 1
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown


def test_the_figures_are_the_manifest_s(out: Path) -> None:
    found = gather(open_stored(out), 1_000)
    totals = json.loads((out / "manifest.jsonl").read_text("utf-8").splitlines()[-1])["totals"]
    assert found.summary
    assert found.summary.documents == found.documents == found.templates.total() == totals["documents"]
    assert found.summary.failures == found.failures == found.causes.total() == totals["failures"]
    assert found.by_year.total() + found.undated == found.documents
    assert found.shares[""].pages == found.documents
    assert found.unaccounted == 0
    assert found.causes.commonest()[0][1] == 3
    assert len(found.pages) == found.documents


def test_the_same_run_gives_the_same_bytes(out: Path, tmp_path: Path) -> None:
    assert render_run(out, tmp_path / "a.html") == render_run(out, tmp_path / "b.html")


def test_lines_are_reported_as_folders_are(
    make_document: Made, make_failure: Callable[..., Failure], tmp_path: Path
) -> None:
    results = [make_document(f"{name}.txt") for name in "abc"] + [make_failure("d.txt")]
    for place in (tmp_path / "out", tmp_path / "out.jsonl"):
        write(results, place)
    folder, lines = (gather(open_stored(tmp_path / name), 10) for name in ("out", "out.jsonl"))
    assert (folder.documents, folder.causes) == (lines.documents, lines.causes)
    shown, damaged = render_run(tmp_path / "out.jsonl", tmp_path / "r.html")
    assert damaged == 0
    assert 'href="./out.jsonl"' in shown


def test_a_database_is_reported_without_links_to_files(
    make_document: Made, make_failure: Callable[..., Failure], tmp_path: Path
) -> None:
    results = [make_document(f"{name}.txt") for name in "abc"] + [make_failure("d.txt")]
    for name in ("out.sqlite", "out.v1.jsonl"):
        write(results, tmp_path / name)
    found, lines = (gather(open_stored(tmp_path / name), 10) for name in ("out.sqlite", "out.v1.jsonl"))
    assert (found.documents, found.failures, found.causes) == (lines.documents, lines.failures, lines.causes)
    shown, _ = render_run(tmp_path / "out.sqlite", tmp_path / "r.html")
    assert '<th scope="row">a.txt</th>' in shown
    assert 'href="./out.v1.jsonl"' in render_run(tmp_path / "out.v1.jsonl", tmp_path / "r.html")[0]


def test_many_pages_are_bounded_and_what_is_left_out_is_said(make_document: Made, tmp_path: Path) -> None:
    codes = ("text-unaccounted", "template-unknown")
    results = [
        make_document(f"{number:03}.txt", findings=(codes[number % 2],) if number % 10 < 2 else ())
        for number in range(60)
    ]
    write(results, tmp_path / "out.jsonl")
    shown, _ = render_run(tmp_path / "out.jsonl", tmp_path / "r.html", pages=9)
    assert "9 of 60 documents: those with the gravest findings" in shown
    assert "51 are left out" in shown
    found = gather(open_stored(tmp_path / "out.jsonl"), 9)
    assert sorted(row.errors for row in found.pages) == [0, 0, 0, 1, 1, 1, 1, 1, 1]
    assert [row.origin for row in found.pages] == sorted(row.origin for row in found.pages)


def test_an_empty_run_says_so(
    tmp_path: Path, open_page: Callable[..., Any], violations: Callable[[Any], list[str]]
) -> None:
    write([], tmp_path / "out.jsonl")
    path = tmp_path / "r.html"
    path.write_text(render_run(tmp_path / "out.jsonl", path)[0], "utf-8")
    opened = open_page(path)
    assert opened.page.locator(".nothing").count() >= 5
    assert violations(opened.page) == []
    opened.check_quiet()


def test_one_page_alone_is_shown(root: Path, tmp_path: Path, open_page: Callable[..., Any]) -> None:
    main(["convert", "-q", str(root / "raw" / "peru-2013.txt"), "-o", str(tmp_path / "out")])
    path = tmp_path / "r.html"
    assert main(["report", str(tmp_path / "out"), "-o", str(path)]) == 0
    opened = open_page(path)
    assert opened.page.locator("#all-pages tbody tr").count() == 1
    assert "2013-11" in opened.page.locator("#dates").inner_html()
    opened.check_quiet()


def test_a_damaged_record_is_counted_and_the_rest_is_shown(make_document: Made, tmp_path: Path, capsys: Any) -> None:
    write([make_document("a.txt"), make_document("b.txt")], tmp_path / "out")
    (tmp_path / "out" / "a.txt.json").write_text('{"not": "a record"}')
    assert main(["report", str(tmp_path / "out"), "-o", str(tmp_path / "r.html")]) == 1
    assert "1 records" in capsys.readouterr().err
    shown = (tmp_path / "r.html").read_text("utf-8")
    assert "1 record cannot be read" in shown
    assert "b.txt" in shown


def test_a_page_that_is_gone_counts_no_more(make_document: Made, tmp_path: Path) -> None:
    write([make_document("a.txt"), make_document("b.txt")], tmp_path / "out")
    write([make_document("a.txt")], tmp_path / "out")
    found = gather(open_stored(tmp_path / "out"), 10)
    assert found.documents == 1
    assert found.summary
    assert found.summary.gone == 1
    assert "gone" in render_run(tmp_path / "out", tmp_path / "r.html")[0]


def test_what_is_no_run_is_said_in_a_line(tmp_path: Path, capsys: Any) -> None:
    assert main(["report", str(tmp_path / "absent"), "-o", str(tmp_path / "r.html")]) == 2
    assert "absent" in capsys.readouterr().err
    with pytest.raises(SinkError):
        render_run(tmp_path / "absent", tmp_path / "r.html")
    write([], tmp_path / "out.jsonl")
    assert main(["report", str(tmp_path / "out.jsonl"), "-o", str(tmp_path / "no" / "r.html")]) == 2


def _dated(document: Document, value: str | None, precision: str = "day") -> Document:
    date = {
        "value": value,
        "precision": precision,
        "role": "published",
        "evidence": "masthead",
        "as_written": value,
        "line": 1,
    }
    return _changed(document, published=date if value else None)


@pytest.mark.parametrize(
    ("dates", "labels"),
    [
        (["2017-03-03", "2017-04-01", "2018-01-09"], ["2017-01", "2018-12"]),
        (["1997", "1998", "2017-03-03"], ["1997", "2017"]),
        (["1861", "2017-03-03"], ["1860", "2015"]),
    ],
)
def test_time_is_shown_as_fine_as_it_is_known(
    dates: list[str], labels: list[str], make_document: Made, tmp_path: Path
) -> None:
    precision = {4: "year", 10: "day"}
    write([_dated(make_document(f"{each}.txt"), each, precision[len(each)]) for each in dates], tmp_path / "out.jsonl")
    shown, _ = render_run(tmp_path / "out.jsonl", tmp_path / "r.html")
    over_time = shown.partition('id="over-time-figures"')[2].partition("</table>")[0]
    found = re.findall(r'<th scope="row">([^<]*)</th>', over_time)
    assert [found[0], found[-1]] == labels


def test_pages_a_second_come_from_the_log_alone(make_document: Made, tmp_path: Path) -> None:
    write([make_document("a.txt")], tmp_path / "out.jsonl")
    assert "unknown" in render_run(tmp_path / "out.jsonl", tmp_path / "r.html")[0]
    log = tmp_path / "run.log"
    end = {"event": "end", "figures": {"pages": 30, "seconds": 2.0}}
    log.write_text("statedocs: text\n" + json.dumps({"event": "start"}) + "\n[1]\n" + json.dumps(end) + "\n")
    assert read_timing(log).pages_a_second == 15.0
    assert main(["report", str(tmp_path / "out.jsonl"), "-o", str(tmp_path / "r.html"), "--log", str(log)]) == 0
    assert "15.0" in (tmp_path / "r.html").read_text("utf-8")
    log.write_text(json.dumps({"event": "end", "pages": 3, "seconds": 0}))
    assert read_timing(log).pages_a_second == 0.0
    log.write_text(json.dumps({"event": "end", "pages": None}))
    with pytest.raises(SourceError, match="end of a run"):
        read_timing(log)
    with pytest.raises(SinkError):
        read_timing(tmp_path / "absent.log")


def test_the_log_that_a_run_writes_is_read(root: Path, tmp_path: Path, capsys: Any) -> None:
    inputs, out = str(root / "raw" / "peru-2013.txt"), tmp_path / "out"
    assert main(["convert", inputs, "-o", str(out), "--quiet", "--verbose", "--log-format", "json"]) == 0
    (tmp_path / "run.log").write_text(capsys.readouterr().err, "utf-8")
    timing = read_timing(tmp_path / "run.log")
    assert timing.pages == 1
    assert 0 < timing.seconds < 600
    shown, _ = render_run(out, tmp_path / "r.html", timing)
    assert f"The run took {timing.seconds:,.1f} s for 1 pages" in shown


def test_counts_stay_small() -> None:
    counts: Counts[str] = Counts()
    for number in range(MOST_KEYS + 10):
        counts.add(str(number))
    assert (len(counts.counts), counts.others, counts.total()) == (MOST_KEYS, 10, MOST_KEYS + 10)
    shares = Shares()
    assert (shares.middle, shares.overall) == (0.0, 0.0)
    shares.add(0, 0)
    shares.add(100, 20)
    shares.add(100, 100)
    assert (shares.pages, shares.overall, shares.bins[4], shares.bins[-1]) == (2, 0.6, 1, 1)


def test_a_run_without_pages_is_no_run_without_a_manifest(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert main(["convert", "-q", str(tmp_path / "none"), "-o", str(tmp_path / "out")]) == 0
    shown, _ = render_run(tmp_path / "out", tmp_path / "r.html")
    assert "There are no records here." in shown
    assert "No manifest" not in shown


def test_a_design_without_dates_is_not_in_the_legend(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    text = "<p>Peru lies on the Pacific, and its capital is Lima, a city of ten million people by the sea.</p>"
    (pages / "peru.html").write_text(f"<title>Peru</title><h1>Peru</h1>{text}")
    (pages / "chile.txt").write_text("Chile\n\nFact Sheet\nMarch 3, 2017\n\nChile lies on the Pacific, by the sea.\n")
    main(["convert", "-q", str(pages), "-o", str(tmp_path / "out")])
    shown, _ = render_run(tmp_path / "out", tmp_path / "r.html")
    assert "stacked by design: plain-text 1" in shown
    assert "stacked by design: plain-text 1, " not in shown
