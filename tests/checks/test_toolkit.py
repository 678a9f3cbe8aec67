"""Annotations are the commands that GitHub's own toolkit gives for the same problems, character by character."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from statedocs.checks import Annotations, Problem, Report, Verdict

TOOLKIT = os.environ.get("STATEDOCS_ACTIONS_TOOLKIT")
NODE = shutil.which("node")
SAID = """
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
const core = await import(pathToFileURL(process.argv[1] + '/lib/core.js'))
for (const { level, message, properties } of JSON.parse(readFileSync(0, 'utf-8'))) core[level](message, properties)
"""
TEXTS = (
    "plain",
    "50% of a,b: c\r\n::error::no command\n%0A",
    "::stop-commands::x",
    "Côte d’Ivoire, \U0001f30d %25",
    "a=b;c\td  e",
    " blanks at the edges ",
)

pytestmark = [
    pytest.mark.skipif(not TOOLKIT, reason="STATEDOCS_ACTIONS_TOOLKIT names no @actions/core (`.ci/run` fetches it)"),
    pytest.mark.skipif(NODE is None, reason="there is no Node.js to run GitHub's toolkit"),
]


def parts(line: str) -> tuple[str, frozenset[str], str]:
    """Give a command's name, its properties in no order (the toolkit has its own), and its text as they are written."""
    _, command, text = line.split("::", 2)
    name, _, properties = command.partition(" ")
    return name, frozenset(properties.split(",")), text


def told_by_us(problems: list[Problem], place: str) -> list[str]:
    lines: list[str] = []
    annotations, report = Annotations(lines.append, {}), Report()
    for problem in problems:
        verdict = Verdict(origin="a.htm", kind="document", suite="s", place=place, problems=(problem,))
        annotations.add(verdict)
        report.add(verdict)
    annotations.finish(report)
    return lines


def told_by_the_toolkit(problems: list[Problem], place: str) -> list[str]:
    asked = [
        {
            "level": "error" if problem.fails else "warning",
            "message": f"{problem.message}\n{problem.detail}" if problem.detail else problem.message,
            "properties": {"title": f"statedocs: {problem.rule}", "file": place, "startLine": problem.line or 1},
        }
        for problem in problems
    ]
    command = [str(NODE), "--input-type=module", "--eval", SAID, str(TOOLKIT)]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, encoding="utf-8", check=True)
    return done.stdout.splitlines()


@pytest.mark.parametrize("place", ["in/a.htm", "in/a,b: 5%.htm", "in/Côte.htm"])
@pytest.mark.parametrize("fails", [True, False])
def test_a_command_is_that_of_githubs_toolkit(place: str, fails: bool) -> None:
    problems = [Problem(rule="record-differs", message=text, fails=fails, line=3) for text in TEXTS]
    problems += [Problem(rule="date-conflict", message=text, detail=text, fails=fails) for text in TEXTS[:4]]
    ours, theirs = told_by_us(problems, place), told_by_the_toolkit(problems, place)
    assert len(theirs) == len(problems)
    assert [parts(line) for line in ours] == [parts(line) for line in theirs]


def test_a_real_check_says_what_the_toolkit_would_say(check: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    page = tmp_path / "a,b: 5%.htm"
    page.write_text("<title>Page Not Found</title><h1>Page Not Found</h1>", "utf-8")
    code, shown = check(page, "--annotations", "github")
    assert code == 1
    [ours] = [line for line in shown.splitlines() if line.startswith("::error")]
    _, properties, text = parts(ours)
    values = dict(pair.split("=", 1) for pair in properties)
    for code_, character in (("%2C", ","), ("%3A", ":"), ("%25", "%")):
        values = {name: value.replace(code_, character) for name, value in values.items()}
        text = text.replace(code_, character)
    rule = values["title"].removeprefix("statedocs: ")
    again = told_by_the_toolkit([Problem(rule=rule, message=text, line=int(values["line"]))], values["file"])
    assert [parts(line) for line in again] == [parts(ours)]
