"""The vocabulary against what real pages say; skipped where the pages are absent."""

import json
from pathlib import Path
from typing import Any

import pytest

from statedocs.vocabulary.bureaus import find_bureau
from statedocs.vocabulary.document_types import find_document_type
from statedocs.vocabulary.issuers import split_issuers
from statedocs.vocabulary.series import find_series
from statedocs.vocabulary.titles import country_in

REFERENCE = Path(__file__).parents[3] / "shared" / "pages" / "reference"
PAGES = sorted(REFERENCE.rglob("*.json"))

pytestmark = pytest.mark.skipif(not PAGES, reason="the real pages are not beside this checkout")


@pytest.fixture(params=PAGES, ids=lambda path: path.relative_to(REFERENCE).as_posix())
def said(request: pytest.FixtureRequest) -> Any:
    return json.loads(Path(request.param).read_text(encoding="utf-8"))


def test_a_title_tells_the_country(said: Any) -> None:
    codes = [match.country.code for match in country_in(said["title"])]
    assert codes == (said["countries"] or [])


def test_issuers_and_kinds_are_known(said: Any) -> None:
    for name in said["issuers"] or []:
        assert split_issuers(name) == [name]
        assert find_bureau(name)
    for line in (said["document_type"] or [])[:1]:
        assert find_document_type(line)


def test_a_title_that_names_its_series_tells_the_edition(said: Any) -> None:
    found = find_series(said["title"])
    if said["series"] and said["series"]["name"] in said["title"]:
        assert found
        assert {"name": found.name, "edition": found.edition} == said["series"]
    elif said["series"]:
        assert found is None
