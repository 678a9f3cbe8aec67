"""The questions are answered, and alike in every engine."""

import contextlib
import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import psycopg
import pytest
from psycopg import sql

from statedocs.record import Document, Failure
from statedocs.sinks import to_json, write
from statedocs.sinks.tables.fulltext import load_extension
from statedocs.sinks.tables.questions import Question, questions, questions_text
from statedocs.sinks.tables.views import Engine
from statedocs.snapshot import Skipped

Results = list[Document | Failure | Skipped]
Make = Callable[..., Document]
QUESTIONS = {question.name: question for question in questions()}


def engine_of(place: str) -> Engine:
    return "postgresql" if "://" in place else "duckdb" if place.endswith(".duckdb") else "sqlite"


def ask(place: str, name: str, **asked: str) -> Sequence[Sequence[Any]]:
    """Put a question as a user would: with the engine's own driver."""
    return put(place, QUESTIONS[name], asked or dict(QUESTIONS[name].example))


def put(place: str, question: Question, values: dict[str, str]) -> Sequence[Sequence[Any]]:
    engine = engine_of(place)
    statement = question.sql_for(engine)
    if engine == "sqlite":
        with contextlib.closing(sqlite3.connect(place)) as db:
            return db.execute(statement, values).fetchall()
    if engine == "duckdb":
        with duckdb.connect(place, read_only=True) as duck:
            load_extension(duck)
            return duck.execute(statement, values).fetchall()
    with psycopg.connect(place) as server:
        return list(server.execute(sql.SQL(statement), values or None).fetchall())


def document(make: Make, origin: str, **changed: object) -> Document:
    made = make(origin, capture=str(changed.pop("capture", "")) or origin, text=str(changed.pop("text", "Peru")))
    return Document.model_validate_json(json.dumps({**json.loads(to_json(made)), **changed}))


@pytest.fixture
def filled(samples: Results, place: str) -> str:
    write(samples, place)
    return place


def test_every_question_of_the_issue_has_an_answer_in_the_samples(filled: str, samples: Results) -> None:
    documents = [result for result in samples if isinstance(result, Document)]
    for name in QUESTIONS:
        if name not in ("what_changed", "links_to_a_host", "one_section_everywhere", "facts"):
            assert ask(filled, name), name
    labels = sorted({fact.label for page in documents for fact in page.facts})
    assert labels
    for label in labels[:5]:
        assert ask(filled, "facts", label=label), label
    hosts = ask(filled, "hosts")
    assert sum(row[2] for row in ask(filled, "hosts")) == sum(
        link.url is not None and "://" in link.url and link.kind not in ("email", "phone")
        for page in documents
        for link in page.links
    )
    for host in (row[0] for row in hosts[:3]):
        assert {row[-1] for row in ask(filled, "links_to_a_host", host=host)}
    undated = {row[-1] for row in ask(filled, "pages_without_a_date")}
    assert undated == {page.id for page in documents if page.published is None}
    fact_sheets = [page for page in documents if page.document_type and page.document_type.slug == "fact-sheet"]
    on_peru = {page.id for page in fact_sheets if any(country.code == "PE" for country in page.countries)}
    assert {row[-1] for row in ask(filled, "fact_sheets_on_a_country", country="PE")} == on_peru != set()
    counted = {(row[0], row[1]): row[4] for row in ask(filled, "findings_by_template")}
    assert counted["plain-text", "headings-inferred"] == sum(
        finding.code == "headings-inferred"
        for page in documents
        if page.template.name == "plain-text"
        for finding in page.findings
    )


def test_a_section_has_everything_under_it(filled: str, samples: Results) -> None:
    documents = [result for result in samples if isinstance(result, Document)]
    found = 0
    for page in documents:
        for section in page.sections:
            if not section.heading:
                continue
            rows = [row for row in ask(filled, "one_section_everywhere", heading=section.heading) if row[-1] == page.id]
            texts = [block.text for block in section.blocks]
            below = [s for s in page.sections if s.parent == section.position]
            assert all(text in (row[4] or "") for text in texts for row in rows[:1] if len(rows) == 1)
            assert not below or len(rows) > 1 or all((s.heading or "") in rows[0][4] for s in below)
            found += bool(rows)
        if found > 8:
            break
    assert found > 8


def test_search_finds_titles_headings_and_texts(filled: str) -> None:
    rows = ask(filled, "search_for_words", words="democracy")
    assert {row[0] for row in rows} >= {"paragraph"}
    assert all("democra" in row[1].lower() for row in rows)
    assert all(row[-1] and row[-3] is not None for row in rows if row[0] == "paragraph")
    both = ask(filled, "search_for_words", words="peru democracy")
    assert all("peru" in row[1].lower() for row in both)
    assert any(row[0] == "title" for row in ask(filled, "search_for_words", words="Peru"))
    assert ask(filled, "search_for_words", words="zyzzyva") == []


def test_what_is_replaced_is_found_no_more(make_document: Make, place: str) -> None:
    write([document(make_document, "a.htm", text="Llamas graze")], place)
    assert len(ask(place, "search_for_words", words="llamas")) == 2
    write([document(make_document, "a.htm", capture="later", text="Vicuñas graze")], place)
    assert ask(place, "search_for_words", words="llamas") == []
    assert len(ask(place, "search_for_words", words="vicuñas")) == 2


def test_editions_of_a_page_and_of_a_series_are_compared(make_document: Make, place: str) -> None:
    def page(origin: str, text: str, captured: str, **more: object) -> Document:
        made = document(make_document, origin, text=text)
        source = {**made.source.model_dump(), "captured_at": captured}
        changed = {"page_key": "state.gov/peru", "source": source, "content_sha256": made.id * 2, **more}
        return document(make_document, origin, text=text, **changed)

    series = {"name": "Country Reports", "edition": "2019"}
    country = {"code": "PE", "name": "Peru", "as_written": "Peru", "evidence": "title"}
    write(
        [
            page("new.htm", "New text", "2014-01-01T00:00:00Z"),
            page("old.htm", "Old text", "2010-01-01T00:00:00Z"),
            page("x.htm", "2019", "2020-01-01T00:00:00Z", page_key="a", series=series, countries=[country]),
            page(
                "y.htm",
                "2020",
                "2021-01-01T00:00:00Z",
                page_key="b",
                series={**series, "edition": "2020"},
                countries=[country],
            ),
        ],
        place,
    )
    rows = [tuple(row[2:8]) for row in ask(place, "what_changed", page="%")]
    assert rows == [
        ("series", "rewritten", "", "", "2019", "2020"),
        ("capture", "retitled", "", "", "Old text", "New text"),
        ("capture", "rewritten", "", "", "Old text", "New text"),
    ]


def test_editions_of_a_series_follow_each_other_in_time(make_document: Make, place: str) -> None:
    """Of notes on Bhutan the letters are in another order; none has an address, and one has its date alone."""
    date = {"precision": "month", "role": "published", "evidence": "title", "as_written": "x", "line": 1}
    bhutan = {"series": {"name": "Background Notes", "edition": None}, "countries": [country("BT", "Bhutan")]}

    def note(origin: str, edition: str | None, day: str | None, captured: str | None = None) -> Document:
        made = document(make_document, origin, text=origin, **bhutan)
        said = {**made.source.model_dump(), "captured_at": captured}
        series = {"name": "Background Notes", "edition": edition}
        dates = [{**date, "value": day}] if day else []
        more = {"published": dates[0] if dates else None, "dates": dates, "source": said, "series": series}
        return document(make_document, origin, text=origin, **{**bhutan, **more})

    write(
        [
            note("1998 again", "October 1998", "1998-10", "2001-01-01T00:00:00Z"),
            note("1998", "OCTOBER 1998", "1998-10", "2000-01-01T00:00:00Z"),
            note("2008", None, "2008-05"),
            note("2000", "August 2000", "2000-08"),
            note("who knows", "May", None),
        ],
        place,
    )
    rows = [tuple(row[6:8]) for row in ask(place, "what_changed", page="%")]
    assert sorted(rows) == [("1998 again", "2000"), ("2000", "2008")]


def test_a_new_title_is_a_change(make_document: Make, place: str) -> None:
    def capture(origin: str, title: str | None, captured: str) -> Document:
        made = document(make_document, origin, text="Same")
        source = {**made.source.model_dump(), "captured_at": captured}
        told = {"page_key": "state.gov/peru", "source": source, "content_sha256": made.id * 2, "title": title}
        return document(make_document, origin, text="Same", **told)

    write([capture("b", "Peru", "2014-01-01T00:00:00Z"), capture("a", None, "2010-01-01T00:00:00Z")], place)
    rows = [tuple(row[2:8]) for row in ask(place, "what_changed", page="state.gov/%")]
    assert rows == [("capture", "retitled", "", "", None, "Peru")]


def test_what_is_unknown_comes_last_in_every_engine(make_document: Make, place: str) -> None:
    """Which PostgreSQL would put first where the newest is wanted, and SQLite where the oldest is."""
    date = {"precision": "year", "role": "published", "evidence": "title", "as_written": "x", "line": 1}
    post: dict[str, object] = {
        "kind": "us-embassy",
        "country": "PE",
        "name": "Lima",
        "address": None,
        "phones": [],
        "emails": [],
    }
    kind = {"slug": "fact-sheet", "as_written": "Fact Sheet", "evidence": "masthead"}
    fact = {"topic": None, "label": "Area", "qualifier": None, "section": 0, "block": 0, "value": "1"}
    told = {
        "countries": [country("PE", "Peru")],
        "document_type": kind,
        "contacts": [{**post, "urls": [], "officials": [], "blocks": []}],
        "facts": [fact],
        "sections": [section(0, 0, None, "Lima"), section(1, 2, "Peru’s ECONOMY", "Zinc")],
    }

    def page(year: str | None) -> Document:
        dates = [{**date, "value": year}] if year else []
        return document(
            make_document, str(year), title=year, dates=dates, published=dates[0] if dates else None, **told
        )

    write([page("2010"), page(None), page("2012")], place)
    by_time = ["2010", "2012", None]
    asked = {"country": "PE"}
    assert [row[1] for row in ask(place, "fact_sheets_on_a_country", **asked)] == by_time
    assert [row[2] for row in ask(place, "pages_on_a_country", **asked)] == by_time
    assert [row[5] for row in ask(place, "contacts", **asked)] == ["2012", "2010", None]
    assert [row[5] for row in ask(place, "facts", label="area")] == by_time
    for heading in ("peru's economy", "Peru’s Economy"):
        assert [row[5] for row in ask(place, "one_section_everywhere", heading=heading)] == by_time


def country(code: str, name: str) -> dict[str, str]:
    return {"code": code, "name": name, "as_written": name, "evidence": "title"}


def section(
    position: int, level: int, heading: str | None, *texts: str, parent: int | None = None
) -> dict[str, object]:
    blocks = [{"kind": "paragraph", "text": text, "line": 1} for text in texts]
    place = {"position": position, "parent": parent, "level": level, "number": None, "heading": heading, "line": 1}
    return {**place, "blocks": blocks}


def by_hand(make: Make) -> list[Document]:
    """Give a corpus small enough to know every answer without a program."""
    kind = {"slug": "fact-sheet", "as_written": "Fact Sheet", "evidence": "masthead"}
    date = {"precision": "day", "role": "published", "evidence": "masthead", "as_written": "x", "line": 1}
    link = {
        "text": "aid",
        "href": "x",
        "kind": "government",
        "section": 0,
        "block": 0,
        "start": 0,
        "stop": 4,
        "line": 1,
    }
    post = {"kind": "us-embassy", "country": "PE", "name": "Embassy Lima", "address": "Lima", "emails": ["a@b.gov"]}
    phone = {"kind": "phone", "as_written": "(51) 1", "e164": "+511"}
    fax = {"kind": "fax", "as_written": "(51) 2", "e164": None}
    fact = {"topic": "Geography", "label": "Area", "qualifier": None, "section": 0, "block": 0}
    day, later = {**date, "value": "2010-05-01"}, {**date, "value": "2012-03-04"}
    peru = [section(0, 0, None, "Lima"), section(1, 2, "ECONOMY", "Copper"), section(2, 3, "Mining", "Zinc", parent=1)]
    changed = [section(0, 0, None, "Lima"), section(1, 2, "ECONOMY", "Gold"), section(2, 2, "PEOPLE", "Many")]
    return [
        document(
            make,
            "peru-2010.htm",
            title="Peru",
            url="https://www.state.gov/peru",
            page_key="state.gov/peru",
            document_type=kind,
            countries=[country("PE", "Peru")],
            published=day,
            dates=[day],
            sections=peru,
            content_sha256="1" * 64,
            links=[{**link, "url": "https://www.usaid.gov/peru"}],
            facts=[{**fact, "value": "1,285,216 sq. km."}],
            contacts=[{**post, "phones": [phone, fax], "urls": [], "officials": [], "blocks": [[0, 0]]}],
        ),
        document(
            make,
            "peru-2012.htm",
            title="Peru",
            url="https://www.state.gov/peru",
            page_key="state.gov/peru",
            document_type=kind,
            countries=[country("PE", "Peru")],
            published=later,
            dates=[later],
            sections=changed,
            content_sha256="2" * 64,
            facts=[{**fact, "value": "1,285,000 sq. km."}],
        ),
        document(
            make,
            "chile.htm",
            title="Chile",
            document_type=kind,
            countries=[country("CL", "Chile")],
            series={"name": "Notes", "edition": "2011"},
            dates=[{**day, "role": "updated"}],
            sections=[section(0, 0, None, "Santiago"), section(1, 2, "Economy", 'Wine\'s "best" & <b>')],
            links=[{**link, "stop": 8, "url": "https://www.usaid.gov/chile"}],
            findings=[
                {"code": code, "level": "warning", "field": None, "message": code, "line": None}
                for code in ("date-conflict", "title-missing", "title-missing")
            ],
        ),
    ]


ID = {name: name.encode().hex().ljust(32, "0")[:32] for name in ("peru-2010.htm", "peru-2012.htm", "chile.htm")}
ANSWERS: dict[tuple[str, str | None], list[tuple[Any, ...]]] = {
    ("fact_sheets_on_a_country", "PE"): [(2010, "2010-05-01", "Peru"), (2012, "2012-03-04", "Peru")],
    ("fact_sheets_on_a_country", "CL"): [(2011, None, "Chile")],
    ("fact_sheets_on_a_country", "CU"): [],
    ("pages_on_a_country", "CL"): [(2011, "fact-sheet", None, "Chile")],
    ("one_section_everywhere", "economy"): [
        ("Chile", 2011, "Notes", "2011", 'Wine\'s "best" & <b>'),
        ("Peru", 2010, None, None, "Copper\nMining\nZinc"),
        ("Peru", 2012, None, None, "Gold"),
    ],
    ("links_to_a_host", "www.usaid.gov"): [
        ("https://www.usaid.gov/chile", "aid", "Chile", None, 0, 0),
        ("https://www.usaid.gov/peru", "aid", "Peru", "https://www.state.gov/peru", 0, 0),
    ],
    ("hosts", None): [("www.usaid.gov", "government", 2, 2)],
    ("pages_without_a_date", None): [("plain-text", "date-conflict", "date-conflict", "updated 2010-05-01", "Chile")],
    ("findings_by_template", None): [
        ("plain-text", "title-missing", "warning", 1, 2),
        ("plain-text", "date-conflict", "warning", 1, 1),
    ],
    ("what_changed", "state.gov/peru"): [
        ("state.gov/peru", "Peru", "capture", "added", "", "PEOPLE", None, "Many"),
        ("state.gov/peru", "Peru", "capture", "removed", "", "Mining", "Zinc", None),
        ("state.gov/peru", "Peru", "capture", "rewritten", "", "ECONOMY", "Copper", "Gold"),
    ],
    ("contacts", "PE"): [("us-embassy", "Embassy Lima", "Lima", "phone +511\nfax (51) 2")],
    ("facts", "area"): [
        ("Peru", 2010, "Area", None, "1,285,216 sq. km."),
        ("Peru", 2012, "Area", None, "1,285,000 sq. km."),
    ],
    ("search_for_words", "zinc"): [("paragraph", "Zinc", None, "Mining", "Peru")],
    ("search_for_words", "peru copper"): [],
    ("search_for_words", "mining"): [("heading", "Mining", None, "Mining", "Peru")],
}


def test_every_answer_is_the_one_known_by_hand(make_document: Make, place: str) -> None:
    write(by_hand(make_document), place)
    for (name, asked), expected in ANSWERS.items():
        given = {next(iter(QUESTIONS[name].example)): asked} if asked else {}
        rows = [tuple(str(v) if hasattr(v, "isoformat") else v for v in row) for row in ask(place, name, **given)]
        assert [row[: len(expected[0])] if expected else row for row in rows] == expected, (name, asked)
    assert {row[0] for row in ANSWERS} == set(QUESTIONS)


HITS = {
    "llama": {"llama"},
    "Llamas GRAZE": {"llama"},
    "perú": {"peru", "accents"},
    "peru": {"peru", "accents"},
    "Cote d'Ivoire": {"accents"},
    "Côte d’Ivoire": {"accents"},
    "U.S. Department of State": {"us"},
    "department u.s.": {"us"},
    '"department of state"': {"us"},
    "e-mail": {"mail"},
    "2013-11": {"mail"},
    "HIV": {"joint"},
    "aids": {"joint"},
    "hiv/aids": {"joint"},
    "2016": {"joint"},
    "DV-2016": {"joint"},
    "dv": {"joint"},
    "peoples": {"joint"},
    "child labor": {"joint"},
    "laughter": {"joint"},
    "llama peru": set(),
    "llama OR peru": set(),
    "text:llama": set(),
    "llama*": {"llama"},
    "lla*": set(),
    "^llama": {"llama"},
    "llama'; DROP TABLE documents; --": set(),
    "zyzzyva": set(),
    **{words: set() for words in ("", "  ", '"', "'", "*", "(((", "\\", "%", "-", "--", "日本", "…", ";")},
}
SAID = {
    "llama": "A llama grazed",
    "peru": "Peru's coast",
    "accents": "From Côte d’Ivoire to Perú",
    "us": "The U.S. Department of State announced",
    "mail": "By e-mail on 2013-11",
    "joint": "Persons with HIV/AIDS, in DV-2016, and/or people-s: <https://www.dol.gov/child-labor/> <Laughter>",
}


def knows_word_forms(place: str) -> bool:
    """Tell whether the search is an index's: DuckDB without its extension finds words as they are written."""
    if engine_of(place) != "duckdb":
        return True
    with duckdb.connect(place, read_only=True) as db:
        return bool(db.execute("FROM duckdb_schemas() WHERE schema_name = 'fts_main_search_places'").fetchall())


def test_the_search_takes_whatever_is_typed_and_finds_the_same_everywhere(make_document: Make, place: str) -> None:
    write([document(make_document, name, title=None, text=text) for name, text in SAID.items()], place)
    found = {words: {row[1] for row in ask(place, "search_for_words", words=words)} for words in HITS}
    wanted = HITS if knows_word_forms(place) else {**HITS, "Llamas GRAZE": set(), "peoples": set()}
    assert found == {words: {SAID[name] for name in names} for words, names in wanted.items()}


PHRASES = {'"human rights"': 1, '"right human"': 0, "rights human": 2, '"human right" groups': 1}


def test_what_stands_in_quotes_stands_together(make_document: Make, place: str) -> None:
    texts = ("Human rights groups", "Rights of a human being")
    write([document(make_document, f"{n}.htm", title=None, text=text) for n, text in enumerate(texts)], place)
    search = QUESTIONS["search_for_words"]
    opened = Question("x", "", "", "SELECT DISTINCT document_id FROM search(:words)", search.example)
    wanted = PHRASES if knows_word_forms(place) else {**PHRASES, '"human right" groups': 0}
    for words, count in wanted.items():
        assert len(put(place, opened, {"words": words})) == count, words


def test_the_committed_questions_are_these(root: Path) -> None:
    assert (root / "schemas" / "questions.sql").read_text("utf-8") == questions_text(), (
        "run: statedocs schema -o schemas"
    )
