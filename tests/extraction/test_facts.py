"""Facts of country profiles and of travel quick facts. All texts are invented, in the forms that pages print."""

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedocs.extraction.fact_labels import HEADINGS, WEIGHTS, find_fields, find_labels, free_label, key
from statedocs.extraction.facts import extract_facts


def section(
    position: int, heading: str | None, *blocks: str | dict[str, Any], parent: int | None = None
) -> dict[str, Any]:
    return {
        "position": position,
        "parent": parent,
        "level": 2 if heading else 0,
        "number": None,
        "heading": heading,
        "line": None,
        "blocks": [{"kind": "paragraph", "text": b, "line": None} if isinstance(b, str) else b for b in blocks],
    }


def items(*texts: str) -> dict[str, Any]:
    return {
        "kind": "list",
        "text": "\n".join(texts),
        "line": None,
        "ordered": False,
        "items": [{"text": text, "depth": 0, "marker": None} for text in texts],
    }


def table(*rows: tuple[str, ...]) -> dict[str, Any]:
    text = "\n".join("\t".join(row) for row in rows)
    return {"kind": "table", "text": text, "line": None, "caption": None, "header_rows": 0, "rows": rows}


def profile(heading: str, *blocks: str | dict[str, Any]) -> list[dict[str, Any]]:
    return [section(0, None), section(1, "PROFILE"), section(2, heading, *blocks, parent=1)]


def said(facts: list[dict[str, Any]]) -> list[tuple[str | None, str, str | None, str]]:
    return [(fact["topic"], fact["label"], fact["qualifier"], fact["value"]) for fact in facts]


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("Geography", "Area: 12 sq. km. (5 sq. mi.).", [("Geography", "Area", None, "12 sq. km. (5 sq. mi.).")]),
        ("GEOGRAPHY", "Area:  377, 835 sq. km.", [("Geography", "Area", None, "377, 835 sq. km.")]),
        ("Geography", "Climate: Wet\nand  cold\nat sea.", [("Geography", "Climate", None, "Wet and cold at sea.")]),
        (
            "People",
            "Population (2011 est., no census exists): 3 million.",
            [("People", "Population", "2011 est., no census exists", "3 million.")],
        ),
        (
            "People",
            "Annual population growth rate (2005 UNDP estimate)*: 2%.",
            [("People", "Annual population growth rate", "2005 UNDP estimate", "2%.")],
        ),
        ("People", "Religion(s): None.", [("People", "Religion(s)", None, "None.")]),
        (
            "People",
            "Population (2009, 4.1 million): Composition--a third under 15.",
            [
                ("People", "Population", "2009, 4.1 million", "Composition--a third under 15."),
                ("Population", "Composition", None, "a third under 15"),
            ],
        ),
        ("Economy (2008)*", "GDP (2008 est.) (PPP): $3.", [("Economy", "GDP", "2008 est.; PPP", "$3.")]),
        ("Economy", "Per capita GDP 2009: $5.", [("Economy", "Per capita GDP", "2009", "$5.")]),
        (
            "Government",
            "Type:  Duchy since May 2, 1906.  Constitution:  June 1, 1908.",
            [
                ("Government", "Type", None, "Duchy since May 2, 1906."),
                ("Government", "Constitution", None, "June 1, 1908."),
            ],
        ),
        ("Geography", "Alda, Berra, Corto. Terrain: Hills.", [("Geography", "Terrain", None, "Hills.")]),
        ("Geography", "Other cities: Alda, Berra.\nTerrain: Hills.", [
            ("Geography", "Other cities", None, "Alda, Berra."), ("Geography", "Terrain", None, "Hills.")]),
        (
            "Geography",
            "Cities: Capital--Alda (pop. 2,000). Other cities--Berra, Corto.",
            [
                ("Geography", "Cities", None, "Capital--Alda (pop. 2,000). Other cities--Berra, Corto."),
                ("Cities", "Capital", None, "Alda (pop. 2,000)"),
                ("Cities", "Other cities", None, "Berra, Corto"),
            ],
        ),
        (
            "Geography",
            "Cities: Capital-Alda. Other cities-Berra.",
            [
                ("Geography", "Cities", None, "Capital-Alda. Other cities-Berra."),
                ("Cities", "Capital", None, "Alda"),
                ("Cities", "Other cities", None, "Berra"),
            ],
        ),
        (
            "Government",
            "Branches: Executive—Duke. Legislative -- one house.",
            [
                ("Government", "Branches", None, "Executive—Duke. Legislative -- one house."),
                ("Branches", "Executive", None, "Duke"),
                ("Branches", "Legislative", None, "one house"),
            ],
        ),
        (
            "Geography",
            "Climate: December to February--wind from the sea; the coast is dry--but not so.",
            [("Geography", "Climate", None, "December to February--wind from the sea; the coast is dry--but not so.")],
        ),
    ],
)  # fmt: skip
def test_forms(heading: str, text: str, expected: list[tuple[str | None, str, str | None, str]]) -> None:
    lost = profile(heading, "Nationality: Aldan.", text)
    assert said(extract_facts(lost))[1:] == expected


def test_keys_order_and_place() -> None:
    facts = extract_facts([section(0, None, "Old note.", "OFFICIAL NAME:", "Duchy of Alda"), *profile("Geography")[1:]])
    assert facts == [
        {
            "topic": "Profile",
            "label": "OFFICIAL NAME",
            "qualifier": None,
            "value": "Duchy of Alda",
            "section": 0,
            "block": 2,
        }
    ]
    assert list(facts[0]) == ["topic", "label", "qualifier", "value", "section", "block"]


def test_named_parts_go_on_below_their_label() -> None:
    page = [
        section(1, "PROFILE", "Official Name: Republic of Samples"),
        section(2, "Government", "Type: Republic.", "Branches:", "Executive--president.", "Legislative--house.",
                "Judicial--court.", "Flag: Blue."),
        section(3, "Economy", "GDP: $1.", "Debt--external: $2.", "U.S. aid to it (FY 2008): $3.",
                "Budget: Revenues--$4; expenditures--$5."),
    ]  # fmt: skip
    found = [(fact["topic"], fact["label"], fact["qualifier"], fact["value"]) for fact in extract_facts(page)]
    assert found[2:7] == [
        ("Government", "Branches", None, "Executive--president. Legislative--house. Judicial--court."),
        ("Branches", "Executive", None, "president"),
        ("Branches", "Legislative", None, "house"),
        ("Branches", "Judicial", None, "court"),
        ("Government", "Flag", None, "Blue."),
    ]
    assert found[8:] == [
        ("Economy", "Debt--external", None, "$2."),
        ("Economy", "U.S. aid to it", "FY 2008", "$3."),
        ("Economy", "Budget", None, "Revenues--$4; expenditures--$5."),
        ("Budget", "Revenues", None, "$4"),
        ("Budget", "expenditures", None, "$5"),
    ]


def test_long_name_read_as_a_heading_is_still_the_official_name() -> None:
    page = [section(0, None, "OFFICIAL NAME:"), section(1, "Duchy of Alda", "Area: 3 sq. km.\nTerrain: Hills.")]
    assert said(extract_facts(page)) == [
        ("Profile", "OFFICIAL NAME", None, "Duchy of Alda"),
        ("Geography", "Area", None, "3 sq. km."),
        ("Geography", "Terrain", None, "Hills."),
    ]
    assert extract_facts([section(0, None, "OFFICIAL NAME:"), section(1, "Geography", "None.")]) == []


def test_record_line_of_1990_runs_on() -> None:
    text = (
        "PA/PC Source: Office of X Date: Dec 15, 199012/15/90 Category: Country Data Region: Sea Country: Alda "
        "Subject: Travel [TEXT] Official Name: Duchy of Alda PROFILE Geography Area: 3 sq. km. Cities: Capital-Berra. "
        "People Population: 50. Government Type: Duchy."
    )
    assert said(extract_facts([section(0, None, text)])) == [
        ("Profile", "Official Name", None, "Duchy of Alda"),
        ("Geography", "Area", None, "3 sq. km."),
        ("Geography", "Cities", None, "Capital-Berra."),
        ("Cities", "Capital", None, "Berra"),
        ("People", "Population", None, "50."),
        ("Government", "Type", None, "Duchy."),
    ]


def test_lists_and_tables() -> None:
    page = profile(
        "Government",
        items("Type: Duchy.", "Suffrage: Universal at 18."),
        table(("Capital", "Alda"), ("Independence:", "1904"), ("Unit", "Cost"), ("Flag: blue", "")),
        "Branches:",
        items("Executive--Duke", "Judicial--one court"),
    )
    facts = said(extract_facts(page))
    assert facts == [
        ("Government", "Type", None, "Duchy."),
        ("Government", "Suffrage", None, "Universal at 18."),
        ("Government", "Capital", None, "Alda"),
        ("Government", "Independence", None, "1904"),
        ("Government", "Flag", None, "blue"),
        ("Government", "Branches", None, "Executive--Duke Judicial--one court"),
        ("Branches", "Executive", None, "Duke"),
        ("Branches", "Judicial", None, "one court"),
    ]


def test_headings_printed_as_lines_give_the_topic() -> None:
    page = [
        section(0, None, "Official Name: Alda", "Geography", "Area: 3.", "People", "Health: Good.", "Cattle: Many.")
    ]
    assert [fact[0] for fact in said(extract_facts(page))] == ["Profile", "Geography", "People", "People"]


def test_topic_of_a_lost_heading_comes_from_the_vocabulary() -> None:
    page = [section(0, None, "Area: 3 sq. km.", "Suffrage: All.", "Nationality: Aldan.")]
    assert [fact[0] for fact in said(extract_facts(page))] == ["Geography", "Government", "People"]


def test_notes_count_among_facts_only() -> None:
    page = profile("People", "NOTE: Before.", "Population: 3.", "NOTE:", "After a line end.", "Note: After.")
    page.append(section(3, "History", "NOTE: The duke stayed."))
    assert [fact[3] for fact in said(extract_facts(page))] == ["3.", "After a line end.", "After."]


@pytest.mark.parametrize(
    "page",
    [
        [section(0, None), section(1, "Quick Facts"), section(2, "Passport Validity:", "Six months.", parent=1),
         section(3, "VACCINATIONS", "None.", parent=1)],
        [section(0, None, "PASSPORT VALIDITY:\nSix months.\nVACCINATIONS:\nNone.")],
        [section(0, None, "PASSPORT VALIDITY:", "Six months.", "VACCINATIONS:", items("None."))],
    ],
)  # fmt: skip
def test_travel_quick_facts(page: list[dict[str, Any]]) -> None:
    facts = said(extract_facts(page))
    assert [(topic, label.upper().rstrip(":"), value) for topic, label, _, value in facts] == [
        ("Quick Facts", "PASSPORT VALIDITY", "Six months."),
        ("Quick Facts", "VACCINATIONS", "None."),
    ]


@pytest.mark.parametrize(
    "blocks",
    [
        ["MR. DOE: Good morning.", "QUESTION: On trade: what now?", "SECRETARY ROE: Area: unknown."],
        ["Physical Conditions: The government opened one.", "Administration: There was one ombudsman."],
        [
            "Women: The law forbids it.",
            "Arbitrary Arrest: None.",
            "Education: The law provides for it.",
            "Health: Bad.",
        ],
        ["TEL: 202-555-0100", "FAX: 202-555-0101"],
        ["The plan has three parts: area: one, population: two."],
        ["Date: 01/13/2009 Location: Alda Description: A duke waves."],
        [
            "Political Parties and Political Participation: They ran freely.",
            "Type: A",
            "Trade: Fell.",
            "Note: See above.",
        ],
        ["Population: 3 million.", "The duke said: no."],
        [table(("Course Title", "Location", "Cost", "Type"), ("Area: A", "x", "1", "Population: 3"))],
    ],
)
def test_pages_that_are_no_profile_have_no_facts(blocks: list[str | dict[str, Any]]) -> None:
    assert extract_facts([section(0, None, *blocks), section(1, "Section 1", *blocks)]) == []


def test_prose_after_the_profile_is_left_alone() -> None:
    page = profile("Geography", "Area: 3.", "Terrain: Hills.", "Climate: Dry.")
    page += [
        section(3, "HISTORY", "Three dukes ruled: A, B and C.", "Note: Some say four."),
        section(4, "GOVERNMENT", "The duchy is small: it has one town.", "Short words: a tale."),
        section(5, "Principal Government Officials", "Duke--Doe"),
    ]
    assert {fact["section"] for fact in extract_facts(page)} == {2}


def test_free_labels_need_a_topic_and_known_neighbours() -> None:
    page = profile(
        "Economy", "GDP: $3.", "Cattle (2003): 7.", "The ports are: A, B.", "MR. DOE: No.", "Home page: http://a.gov"
    )
    assert [fact[1] for fact in said(extract_facts(page))] == ["GDP", "Cattle"]
    assert [fact[1] for fact in said(extract_facts([section(0, None, "Official Name: Alda", "Cattle: 7.")]))] == [
        "Official Name"
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Noun--Aldan(s); adjective--Aldan.", [("Noun", None, "Aldan(s)"), ("adjective", None, "Aldan")]),
        ("(2 million): Agriculture--85%; Guilds--3%.", [("Agriculture", None, "85%"), ("Guilds", None, "3%")]),
        ("Literacy (2001)--98%.", [("Literacy", "2001", "98%")]),
        ("Land--9 sq. km. Water-- 3 sq. km.", [("Land", None, "9 sq. km."), ("Water", None, "3 sq. km.")]),
        (
            "Exports (2008)--$3 billion: gold, U.S. oil. Major markets--U.S. Imports--$2.",
            [
                ("Exports", "2008", "$3 billion: gold, U.S. oil"),
                ("Major markets", None, "U.S."),
                ("Imports", None, "$2"),
            ],
        ),
        ("Well-known and capital-intensive; Capital-intensive plants.", []),
        ("May to June--9 degrees", []),
        ("Rich in fish--perhaps too rich.", []),
        ("", []),
    ],
)
def test_fields(value: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert [(field.name, field.qualifier, field.value) for field in find_fields(value)] == expected


def test_vocabulary_is_folded_and_whole() -> None:
    assert all(label == key(label) for label in WEIGHTS)
    assert {weight for weight, _ in WEIGHTS.values()} == {"strong", "weak", "travel", "note", "masthead"}
    assert {topic for _, topic in WEIGHTS.values()} - {None} <= set(HEADINGS.values())


@given(st.text(alphabet="AreaPopultin():*-–—.;\n 123sGographyPROFILE", max_size=200))
def test_labels_stand_in_the_text_in_order(text: str) -> None:
    labels = find_labels(text)
    assert all(0 <= label.start < label.stop <= len(text) for label in labels)
    assert all(one.stop <= other.start for one, other in itertools.pairwise(labels))
    assert all(key(label.name) in WEIGHTS and text[label.stop - 1] == ":" for label in labels)
    assert all(field.value for field in find_fields(text))
    free = free_label(text)
    assert free is None or text[: free.stop].endswith(":")
