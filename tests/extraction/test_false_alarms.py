"""Neither facts nor contacts on real reports, bulletins and tables, where colons and embassies abound."""

import json
from pathlib import Path
from typing import Any

import pytest

from statedocs.extraction.contacts import extract_contacts
from statedocs.extraction.facts import extract_facts

REFERENCE = Path(__file__).parents[3] / "shared" / "pages" / "reference"
PAGES = sorted(REFERENCE.rglob("*.json"))


def sections(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for block in [{"kind": "heading", "text": None}, *blocks]:
        if block["kind"] == "heading":
            found.append({"position": len(found), "parent": None, "heading": block["text"], "blocks": []})
        elif block["kind"] == "table":
            rows = [row["cells"] for row in block["rows"]]
            found[-1]["blocks"].append({"kind": "table", "text": "\n".join(map("\t".join, rows)), "rows": rows})
        else:
            found[-1]["blocks"].append({"kind": "paragraph", "text": block["text"]})
    return found


@pytest.mark.skipif(not PAGES, reason="the real pages are not at hand")
def test_reports_bulletins_and_tables_have_neither() -> None:
    for path in PAGES:
        page = json.loads(path.read_text(encoding="utf-8"))
        body = sections(page["blocks"])
        assert sum(len(part["blocks"]) for part in body) > 0, path.name
        assert extract_facts(body) == [], path.name
        assert extract_contacts(body, [(code, code) for code in page["countries"] or []]) == [], path.name
