"""A SQLite file opens well in Datasette: started as README says, and asked over HTTP."""

import json
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from statedocs.record import Document, Failure
from statedocs.sinks import write
from statedocs.sinks.tables.looking import metadata
from statedocs.sinks.tables.questions import questions
from statedocs.snapshot import Skipped

Results = list[Document | Failure | Skipped]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, samples: Results, root: Path) -> Iterator[str]:
    """The address of a Datasette that shows the samples."""
    folder = tmp_path_factory.mktemp("datasette")
    write(samples, folder / "pages.sqlite")
    said = re.findall(r"^datasette (.+)$", (root / "README.md").read_text("utf-8"), re.MULTILINE)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "datasette", *said[0].split(), "--host", "127.0.0.1", "--port", str(port)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address, process, folder / "log")
        yield address
    finally:
        process.terminate()
        process.wait(30)


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until:
        try:
            urllib.request.urlopen(address + "/-/versions.json", timeout=5).close()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    raise AssertionError(log.read_text("utf-8"))


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as answer:
        return str(answer.read().decode())


def rows(address: str, **asked: str) -> Any:
    return json.loads(get(f"{address}?{urllib.parse.urlencode({'_shape': 'objects', **asked})}"))["rows"]


def test_tables_have_titles_descriptions_and_facets(server: str) -> None:
    assert "Pages of the U.S. Department of State" in get(server)
    page = get(server + "/pages/documents")
    assert "One row for each capture of a page" in page
    assert "The page&#39;s own title" in page
    assert "facet-results" in page
    assert "wordpress-press" in page


def test_words_are_searched_where_texts_are_shown(server: str) -> None:
    found = rows(server + "/pages/search_texts.json", _search="democracy")
    assert found
    assert all("democra" in row["text"].lower() for row in found)
    for typed in ("U.S.", "U.S. policy", '"foreign policy', "NEAR("):
        assert rows(server + "/pages/search_texts.json", _search=typed) is not None
    assert all("u.s." in row["text"].lower() for row in rows(server + "/pages/search_texts.json", _search="U.S."))
    assert rows(server + "/pages/search_texts.json", _search="democ*", _searchmode="raw")


@pytest.mark.parametrize("question", questions(), ids=lambda question: str(question.name))
def test_every_question_is_a_query(server: str, question: Any) -> None:
    page = get(f"{server}/pages/{question.name}")
    assert question.title in page.replace("&#39;", "'")
    answered = rows(f"{server}/pages/{question.name}.json", **question.example)
    if question.name in ("search_for_words", "fact_sheets_on_a_country", "hosts", "findings_by_template"):
        assert answered


def test_the_metadata_is_for_the_file_that_it_stands_beside() -> None:
    assert list(json.loads(metadata(Path("here/state.db")))["databases"]) == ["state"]
