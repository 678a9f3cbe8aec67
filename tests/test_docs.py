"""What the documents say is true: examples run, commands work, tables are complete.

Run as a program, it writes the tables of findings and of events into README.md.
"""

import doctest
import pkgutil
import re
import shlex
import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

import statedocs
from statedocs.batch.events import EVENTS
from statedocs.cli import main
from statedocs.cli.lazy import LazyGroup
from statedocs.record import FINDINGS

README = Path(__file__).parent.parent / "README.md"
MARKS = ("<!-- findings: written by `python tests/test_docs.py` -->\n", "<!-- end of findings -->")
EVENT_MARKS = ("<!-- events: written by `python tests/test_docs.py` -->\n", "<!-- end of events -->")


def findings_table() -> str:
    """Give the closed list of findings as README shows it."""
    rows = (f"| `{code}` | {level} | {about} |\n" for code, (level, about) in sorted(FINDINGS.items()))
    return "| code | level | meaning |\n|---|---|---|\n" + "".join(rows)


def events_table() -> str:
    """Give the events of a run's log as README shows them."""
    rows = (
        f"| `{name}` | {event.when} | {'; '.join(f'`{field}`: {about}' for field, about in event.fields.items())} |\n"
        for name, event in EVENTS.items()
    )
    return "| event | when | fields |\n|---|---|---|\n" + "".join(rows)


TABLES = ((MARKS, findings_table), (EVENT_MARKS, events_table))


def between(text: str, marks: tuple[str, str]) -> str:
    assert marks[0] in text
    return text.partition(marks[0])[2].partition(marks[1])[0]


@pytest.mark.parametrize(("marks", "table"), TABLES, ids=["findings", "events"])
def test_readme_lists_all(marks: tuple[str, str], table: Callable[[], str]) -> None:
    assert between(README.read_text("utf-8"), marks) == table(), "run: python tests/test_docs.py"


@pytest.fixture(scope="session")
def clone(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that has what a clone has, and what the first commands of README make."""
    folder = tmp_path_factory.mktemp("clone")
    for part in ("raw", "tests/expected"):
        shutil.copytree(root / part, folder / part)
    for out in ("out", "pages.jsonl"):
        assert main(["convert", str(folder / "raw"), "-o", str(folder / out), "-q"]) == 0
    return folder


@pytest.fixture
def copy(clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Such a folder of one's own, to run examples in."""
    shutil.copytree(clone, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("copy")
def test_the_examples_in_python_are_right() -> None:
    failed, tried = doctest.testfile(str(README), module_relative=False, encoding="utf-8")
    assert tried > 5
    assert failed == 0


CONSOLES = re.findall(r"^```console\n(.+?)^```$", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
"""What README shows on a terminal: the commands of one picture are run one after the other in one folder."""
COMMAND = re.compile(r"^\$ statedocs (.+?)(?: +# exit code (\d))?$", re.MULTILINE)
"""A command, and the exit code that README says where it is not 0."""


@pytest.mark.parametrize("console", [text for text in CONSOLES if COMMAND.search(text)])
@pytest.mark.usefixtures("copy")
def test_the_commands_of_readme_work(console: str) -> None:
    for command, code in COMMAND.findall(console):
        assert main(shlex.split(command)) == int(code or 0), command


@pytest.mark.usefixtures("copy")
def test_the_first_line_of_readme_converts_every_sample(root: Path) -> None:
    first, second = re.findall(r"^```sh\n(.+)\n```$", README.read_text("utf-8"), re.MULTILINE)[:2]
    run = first.rpartition(".venv/bin/statedocs ")[2]
    assert main(shlex.split(run)) == 0
    assert second in (root / ".ci" / "run").read_text("utf-8")


def test_readme_speaks_of_every_command() -> None:
    program = import_module("statedocs.cli").program
    assert isinstance(program, LazyGroup)
    text = README.read_text("utf-8")
    assert [name for name in program._lines if f"**{name}**" not in text] == []


MODULES = sorted(module.name for module in pkgutil.walk_packages(statedocs.__path__, "statedocs."))


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith("__main__")])
def test_the_examples_in_docstrings_are_right(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0


def test_links_within_readme_lead_to_its_headings() -> None:
    text = README.read_text("utf-8")
    headings = {heading.lower().replace(" ", "-") for heading in re.findall(r"^##+ (.+)$", text, re.M)}
    links = set(re.findall(r"\]\(#([\w-]+)\)", text))
    assert len(links) > 10
    assert links <= headings


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_the_files_that_documents_name_are_there(root: Path, name: str) -> None:
    text = (root / name).read_text("utf-8")
    paths = re.findall(r"`((?:src|schemas|tests|benchmarks|raw|\.ci)/[\w./-]+|[A-Z]+\.md|pyproject\.toml)`", text)
    assert paths
    placeholders = ("NAME", "VERSION-OF-THE-SCHEMA")
    named = [path for path in paths if not any(word in path for word in placeholders)]
    assert [path for path in named if not (root / path).exists()] == []


def main_write() -> None:
    """Write the tables into README.md."""
    text = README.read_text("utf-8")
    for marks, table in TABLES:
        text = text.replace(marks[0] + between(text, marks), marks[0] + table())
    README.write_text(text, "utf-8")


if __name__ == "__main__":
    main_write()
