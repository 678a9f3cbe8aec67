"""JUnit's XML, read by parsers and grammars that are none of ours."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, Skipped
from lxml import etree

from statedocs.checks import RUN, JUnit, Problem, Report, Verdict

Check = Callable[..., tuple[int, str]]
GRAMMARS = [
    etree.XMLSchema(file=str(Path(__file__).parent / "schemas" / f"junit-{name}.xsd")) for name in ("ant", "jenkins")
]


PUBLISHED = os.environ.get("STATEDOCS_JUNIT_XSD")
"""The schema that Jenkins's xUnit plugin publishes; `.ci/run` takes it from the source of pytest, which carries it."""
if PUBLISHED:
    GRAMMARS.append(etree.XMLSchema(file=PUBLISHED))


def validated(path: Path) -> JUnitXml:
    tree = etree.parse(str(path))
    for grammar in GRAMMARS:
        grammar.assertValid(tree)
    return JUnitXml.fromfile(str(path))


def test_a_suite_for_each_template_and_a_case_for_each_page(check: Check, pages: Path, tmp_path: Path) -> None:
    (pages / "gone.html").write_bytes(b"%PDF-1.4")
    (pages / "unknown.html").write_text("<title>T</title><h1>Some agency</h1><p>A page of nobody's design.</p>" * 3)
    path = tmp_path / "deep" / "junit.xml"
    assert check(pages, "--junit", path, "--fail-on", "warning")[0] == 1
    suites = {suite.name: suite for suite in validated(path)}
    assert set(suites) == {
        "wordpress-press", "classic-2010-article", "plain-text", "generic", "no document", "skipped"
    }  # fmt: skip
    cases = {case.name: case for suite in suites.values() for case in suite}
    assert len(cases) == len([path for path in pages.rglob("*") if path.is_file() and path.suffix != ".json"])
    [gone] = cases["gone.html"].result
    assert isinstance(gone, Error)
    assert (gone.type, gone.message) == ("page-failed", "UnsupportedFormat: expected HTML or text, found PDF")
    [unknown] = cases["unknown.html"].result
    assert isinstance(unknown, Failure)
    assert unknown.type == "template-unknown"
    [notes] = cases["notes.md"].result
    assert isinstance(notes, Skipped)
    assert notes.text == "notes (Markdown) (.md)"
    assert cases["peru-2013.txt"].result == []
    assert cases["peru-2013.txt"].time > 0
    for suite in suites.values():
        assert suite.tests == len(list(suite))
        assert suite.failures == sum(isinstance(result, Failure) for case in suite for result in case.result)
        assert suite.errors == sum(isinstance(result, Error) for case in suite for result in case.result)
        assert suite.time == pytest.approx(sum(case.time for case in suite), abs=0.01)


@pytest.mark.skipif(not PUBLISHED, reason="STATEDOCS_JUNIT_XSD names no published schema (`.ci/run` fetches it)")
def test_every_case_of_every_sample_is_valid_by_the_published_schema(check: Check, root: Path, tmp_path: Path) -> None:
    path = tmp_path / "junit.xml"
    assert check(root / "raw", "--junit", path, "--fail-on", "info")[0] == 1
    assert PUBLISHED is not None
    etree.XMLSchema(file=PUBLISHED).assertValid(etree.parse(str(path)))
    assert len(list(validated(path))) > 5


def test_what_is_said_of_the_run_has_a_suite_of_its_own(tmp_path: Path) -> None:
    with JUnit(tmp_path / "j.xml") as junit:
        problems = (
            Problem(rule="drift", message="links a page 3.0 → 9.0"),
            Problem(rule="manifest-wrong", message="x"),
        )
        junit.add(Verdict(origin=RUN, kind="run", suite=RUN, problems=problems))
        junit.finish(Report())
    [suite] = validated(tmp_path / "j.xml")
    assert suite.name == "the whole run"
    assert [case.name for case in suite] == ["drift: links a page 3.0 → 9.0", "manifest-wrong: x"]


def test_no_page_at_all_is_a_valid_file(tmp_path: Path) -> None:
    with JUnit(tmp_path / "j.xml") as junit:
        junit.finish(Report())
    assert list(validated(tmp_path / "j.xml")) == []


def test_several_problems_of_a_page_are_one_failure_that_shows_them_all(tmp_path: Path) -> None:
    problems = (
        Problem(rule="record-differs", message="differs in title", detail="~ title: [-a-]{+b+}"),
        Problem(rule="date-conflict", message="two dates", line=7),
        Problem(rule="date-missing", message="no date", fails=False),
    )
    with JUnit(tmp_path / "j.xml") as junit:
        junit.add(Verdict(origin="a.htm", kind="document", suite="classic", place="p/a.htm", problems=problems))
        junit.finish(Report())
    [[case]] = validated(tmp_path / "j.xml")
    [failure] = case.result
    assert failure.message == "differs in title (and 1 more)"
    assert failure.text.split("\n") == [
        "p/a.htm: record-differs: differs in title",
        "~ title: [-a-]{+b+}",
        "",
        "p/a.htm:7: date-conflict: two dates",
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.text(), st.text(), st.text())
def test_any_text_gives_a_valid_file(tmp_path: Path, origin: str, message: str, detail: str) -> None:
    problem = Problem(rule="record-differs", message=message, detail=detail)
    with JUnit(tmp_path / "j.xml") as junit:
        junit.add(Verdict(origin=origin, kind="document", suite="s", problems=(problem,)))
        junit.add(Verdict(origin=origin, kind="skipped", suite="skipped", reason=message))
        junit.finish(Report())
    assert len(list(validated(tmp_path / "j.xml"))) == 2


def test_a_text_of_a_megabyte_is_cut(tmp_path: Path) -> None:
    problem = Problem(rule="record-differs", message="differs", detail="x" * 1_000_000)
    with JUnit(tmp_path / "j.xml") as junit:
        junit.add(Verdict(origin="a", kind="document", suite="s", problems=(problem,)))
        junit.finish(Report())
    assert (tmp_path / "j.xml").stat().st_size < 30_000


def test_what_is_no_file_is_written_to_and_stays(check: Check, pages: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert check(pages / "peru-2013.txt", "--junit", pipe)[0] == 0
        assert os.read(reader, 1 << 16).startswith(b"<?xml")
    finally:
        os.close(reader)
    assert pipe.is_fifo()
