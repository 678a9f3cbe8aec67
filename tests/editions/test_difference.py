"""What differs between two records."""

import json
import random
import time
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.editions.conftest import a_list, a_table, paragraph

from statedocs.editions import Changes, diff, render_html, render_text, summary_of
from statedocs.record import Document

Record = Callable[..., Document]

LONG = "The valley has three rivers, two of which reach the sea in the dry season."
OTHER = "Farmers elect a council every fourth year; its seats are shared among the villages."
THIRD = "A railway was finished in 1931 and carries copper, timber and travellers to the coast."


def kinds(changes: Changes) -> list[tuple[str, tuple[str, ...]]]:
    return [(section.label, section.kinds) for section in changes.sections]


def test_a_record_and_itself_do_not_differ(record: Record) -> None:
    page = record((0, None, None, [LONG]), (2, "1", "Land", [OTHER]))
    assert not diff(page, page)
    assert render_text(diff(page, page)) == ""


def test_one_word_changed_shows_one_word(record: Record) -> None:
    old = record((0, None, None, []), (2, "1", "Land", [LONG, OTHER]))
    new = record((0, None, None, []), (2, "1", "Land", [LONG.replace("three", "four"), OTHER]))
    changes = diff(old, new)
    [section] = changes.sections
    [block] = section.blocks
    assert (section.kinds, section.label, block.kind, block.old) == (("rewritten",), "1 Land", "rewritten", (1, 0))
    assert [(piece.op, piece.text) for piece in block.pieces if piece.op != "equal"] == [
        ("deleted", "three"),
        ("inserted", "four"),
    ]
    assert "The valley has [-three-]{+four+} rivers" in render_text(changes)


def test_sections_come_go_move_and_are_rewritten(record: Record) -> None:
    old = record(
        (0, None, None, []),
        (2, None, "Land", [LONG]),
        (2, None, "People", [OTHER]),
        (2, None, "Trade", [THIRD]),
        (2, None, "Army", ["There is none."]),
    )
    new = record(
        (0, None, None, []),
        (2, None, "Trade", [THIRD]),
        (2, None, "Land", [LONG]),
        (2, None, "People", [OTHER + " Women vote."]),
        (2, None, "Courts", ["Judges are appointed for life."]),
    )
    assert kinds(diff(old, new)) == [
        ("Trade", ("moved",)),
        ("People", ("rewritten",)),
        ("Army", ("removed",)),
        ("Courts", ("added",)),
    ]


def test_a_section_put_in_moves_none(record: Record) -> None:
    old = record((0, None, None, []), (2, "a", "Land", [LONG]), (2, "b", "People", [OTHER]))
    new = record(
        (0, None, None, []), (2, "a", "Climate", [THIRD]), (2, "b", "Land", [LONG]), (2, "c", "People", [OTHER])
    )
    changes = diff(old, new)
    assert kinds(changes) == [
        ("a Climate", ("added",)),
        ("b Land", ("rewritten",)),
        ("c People", ("rewritten",)),
    ]
    assert [[change.path for change in section.fields] for section in changes.sections] == [[], ["number"], ["number"]]
    assert not any(section.blocks for section in changes.sections[1:])


def test_what_goes_along_with_the_section_above_has_not_moved(record: Record) -> None:
    land = [(2, None, "Land", []), (3, None, "Rivers", [LONG]), (3, None, "Hills", [OTHER])]
    trade = [(2, None, "Trade", [THIRD]), (3, None, "Ports", ["Two."])]
    changes = diff(record((0, None, None, []), *land, *trade), record((0, None, None, []), *trade, *land))
    assert [kind for _, kind in kinds(changes)] == [("moved",)]


def test_a_section_under_another_heading_has_moved(record: Record) -> None:
    lead: Any = (0, None, None, [])
    old = record(lead, (2, None, "Land", [LONG]), (3, None, "Rivers", [OTHER]), (2, None, "Trade", [THIRD]))
    new = record(lead, (2, None, "Land", [LONG]), (2, None, "Trade", [THIRD]), (3, None, "Rivers", [OTHER]))
    [section] = diff(old, new).sections
    assert (section.label, section.kinds) == ("Rivers", ("moved",))
    assert [(change.path, change.old, change.new) for change in section.fields] == [("parent", "Land", "Trade")]


def test_the_same_heading_under_several_others_is_told_by_its_place(record: Record) -> None:
    def page(text: str) -> Document:
        parts: list[Any] = [(0, None, None, [])]
        for country, words in (("Fiji", LONG), ("Mali", text), ("Peru", THIRD)):
            parts += [(2, None, country, []), (3, None, "Economy", [words])]
        return record(*parts)

    changes = diff(page(OTHER), page(OTHER.replace("fourth", "fifth")))
    assert [(section.old, section.new, section.kinds) for section in changes.sections] == [(4, 4, ("rewritten",))]


def test_a_renamed_section_is_known_by_its_text(record: Record) -> None:
    old = record((0, None, None, []), (2, None, "Land", [LONG, OTHER]))
    new = record((0, None, None, []), (2, None, "Geography", [LONG, OTHER.replace("fourth", "fifth")]))
    [section] = diff(old, new).sections
    assert section.kinds == ("rewritten",)
    assert [change.path for change in section.fields] == ["heading"]


def test_a_short_section_is_not_the_long_one_that_holds_its_words(record: Record) -> None:
    sentence = "There were no reports of coerced abortion or involuntary sterilization by anybody."
    old = record((0, None, None, []), (2, None, "Women", [LONG, OTHER, THIRD, f"Rights: {sentence}", LONG * 3]))
    new = record((0, None, None, []), (2, "b", "Coercion in Population Control", [sentence]))
    assert kinds(diff(old, new)) == [("Women", ("removed",)), ("b Coercion in Population Control", ("added",))]


def test_a_section_whose_heading_is_alike_is_the_same_though_rewritten(record: Record) -> None:
    old = record(
        (0, None, None, []), (2, None, "National/Racial/Ethnic Minorities", [LONG]), (2, None, "Courts", [THIRD])
    )
    new = record((0, None, None, []), (2, None, "Members of National/Racial/Ethnic Groups", [OTHER]))
    assert kinds(diff(old, new)) == [
        ("Members of National/Racial/Ethnic Groups", ("rewritten",)),
        ("Courts", ("removed",)),
    ]


def test_a_paragraph_cut_to_its_first_sentence_is_the_same(record: Record) -> None:
    old = record((0, None, None, [f"{LONG} {OTHER} {THIRD} {OTHER[:-1]}, too. {THIRD[:-1]}, and the capital."]))
    [section] = diff(old, record((0, None, None, [LONG]))).sections
    assert [(block.kind, block.old, block.new) for block in section.blocks] == [("rewritten", (0, 0), (0, 0))]


def test_a_link_whose_text_and_address_were_mended_is_the_same_link(record: Record) -> None:
    old = record((0, None, None, []), links=[link("http://example.org/a", "http://example.org/a")])
    new = record((0, None, None, []), links=[link("http://example.org/a/", "http://example.org/a/")])
    assert {change.path: change.concern for change in diff(old, new).fields} == {
        "links[http://example.org/a/].text": "content",
        "links[http://example.org/a/].href": "reading",
        "links[http://example.org/a/].url": "reading",
    }


def test_a_paragraph_under_another_heading_has_moved(record: Record) -> None:
    old = record((0, None, None, []), (2, None, "Land", [LONG, THIRD]), (2, None, "Trade", [OTHER]))
    new = record((0, None, None, []), (2, None, "Land", [LONG]), (2, None, "Trade", [OTHER, THIRD]))
    changes = diff(old, new)
    moved = [(block.kind, block.old, block.new) for section in changes.sections for block in section.blocks]
    assert moved == [("moved", (1, 1), (2, 1))]
    shown = render_text(changes)
    assert "> block 2 (paragraph), from section 'Land': " in shown
    assert "{+" not in shown.partition("section")[2]
    assert "words" not in summary_of(changes)


def test_entries_of_lists_and_cells_of_tables(record: Record) -> None:
    old = record((0, None, None, [a_list("copper", "tin", "old wool"), a_table(("Year", "Tons"), ("1990", "12"))]))
    new = record(
        (0, None, None, [a_list("copper", "old silk"), a_table(("Year", "Tons"), ("1990", "14"), ("1991", "15"))])
    )
    [section] = diff(old, new).sections
    listed, table = section.blocks
    assert [(part.kind, part.old, part.new) for part in listed.parts] == [
        ("removed", (1,), None),
        ("rewritten", (2,), (1,)),
    ]
    assert [(part.kind, part.old, part.new) for part in table.parts] == [
        ("rewritten", (1, 1), (1, 1)),
        ("added", None, (2,)),
    ]


def test_entries_and_rows_that_only_stand_elsewhere_have_moved(record: Record) -> None:
    rows = [("Country", "Tons"), ("Angola", "12"), ("Benin", "14"), ("Chad", "15"), ("Djibouti", "16")]
    metals = ["copper", "tin", "silver", "lead", "-"]
    old = record((0, None, None, [a_list(*metals), LONG, a_table(*rows)]))
    turned = [rows[0], *reversed(rows[1:])]
    new = record((0, None, None, [a_list("-", "lead", "copper", "tin", "silver"), LONG, a_table(*turned)]))
    [section] = (changes := diff(old, new)).sections
    listed, table = section.blocks
    assert [(part.kind, part.old, part.new, part.label) for part in listed.parts] == [
        ("added", None, (0,), "entry 1"),  # a dash tells nothing
        ("moved", (3,), (1,), "entry 2, was entry 4"),
        ("removed", (4,), None, "entry 5"),
    ]
    assert {part.kind for part in table.parts} == {"moved"}
    shown = render_text(changes)
    assert "> entry 2, was entry 4: lead\n" in shown
    assert "> row 2, was row 5: Djibouti | 16\n" in shown
    assert "words: 1 gone, 1 come" in summary_of(changes)
    assert "<ins>Djibouti" not in render_html(changes)


def test_a_section_put_in_renumbers_those_behind_it(record: Record) -> None:
    old = record((0, None, None, []), (2, "1", "Land", [LONG]), (2, "2", "Trade", [OTHER]))
    new = record((0, None, None, []), (2, "1", "Land", [LONG]), (2, "2", "Water", [THIRD]), (2, "3", "Trade", [OTHER]))
    changes = diff(old, new)
    assert "sections: 1 added, 1 renumbered; words" in summary_of(changes)
    assert "~ section '3 Trade': renumbered\n  ~ number: [-2-]{+3+}\n" in render_text(changes)


def test_a_column_put_in_is_said_for_each_row(record: Record) -> None:
    old = record((0, None, None, [a_table(("Year", "Tons of copper"), ("1990", "twelve or more"))]))
    new = record((0, None, None, [a_table(("Year", "Price", "Tons of copper"), ("1990", "3", "twelve or more"))]))
    parts = diff(old, new).sections[0].blocks[0].parts
    assert [(part.kind, part.old, part.new) for part in parts] == [("added", None, (0, 1)), ("added", None, (1, 1))]


def issuer(name: str, evidence: str = "masthead") -> dict[str, Any]:
    return {"name": name, "code": None, "as_written": name, "evidence": evidence}


def link(text: str, url: str, line: int = 1) -> dict[str, Any]:
    nulls = dict.fromkeys(["section", "block", "start", "stop"])
    return {"text": text, "href": url, "url": url, "kind": "state", **nulls, "line": line}


def test_entries_of_lists_are_told_by_what_they_are(record: Record) -> None:
    old = record(
        (0, None, None, []), issuers=[issuer("A"), issuer("B")], links=[link("x", "http://a"), link("y", "http://b")]
    )
    new = record(
        (0, None, None, []),
        issuers=[issuer("B", "class"), issuer("C")],
        links=[link("new", "http://n"), link("x", "http://a", 9), link("y", "http://c")],
    )
    found = {(change.path, change.kind, change.concern) for change in diff(old, new).fields}
    assert found == {
        ("issuers[A]", "removed", "content"),
        ("issuers[B].evidence", "changed", "reading"),
        ("issuers[C]", "added", "content"),
        ("links[new, http://n]", "added", "content"),
        ("links[y].url", "changed", "content"),
        ("links[y].href", "changed", "reading"),
    }
    assert [(shift.path, shift.count) for shift in diff(old, new).shifts] == [("links", 1)]


def test_the_order_of_a_short_list_is_said_once(record: Record) -> None:
    old = record((0, None, None, []), issuers=[issuer("A"), issuer("B")])
    new = record((0, None, None, []), issuers=[issuer("B"), issuer("A")])
    [change] = diff(old, new).fields
    assert (change.path, change.kind, change.old, change.new) == ("issuers", "reordered", ["A", "B"], ["B", "A"])


def test_the_order_of_a_long_list_is_counted(record: Record) -> None:
    links = [link(f"text {number}", f"http://example.org/{number}") for number in range(4)]
    changes = diff(record((0, None, None, []), links=links), record((0, None, None, []), links=[*links[1:], links[0]]))
    assert (changes.fields, [(shift.path, shift.count) for shift in changes.shifts]) == ((), [("links", 1)])
    assert "links: 1 elsewhere" in render_text(changes)
    assert "elsewhere" in render_html(changes)


@pytest.mark.parametrize(
    ("before", "after", "concern"),
    [
        ("http://www.state.gov/a.htm", "https://2009-2017.state.gov/a.htm", "reading"),
        ("http://www.state.gov/a.htm", "http://www.state.gov/b.htm", "content"),
        ("http://www.state.gov/a.htm#x", "http://www.state.gov/a.htm#y", "content"),
    ],
)
def test_a_link_to_a_copy_of_the_page_is_no_other_link(record: Record, before: str, after: str, concern: str) -> None:
    old, new = (record((0, None, None, []), links=[link("x", url)]) for url in (before, after))
    assert {change.path: change.concern for change in diff(old, new).fields} == {
        "links[x].url": concern,
        "links[x].href": "reading",
    }


@pytest.mark.parametrize(
    ("names", "kind", "concern"),
    [(("Home", "Press"), "changed", "content"), (("Home", "Reports"), "changed", "reading")],
)
def test_the_breadcrumb_is_one_path(record: Record, names: tuple[str, str], kind: str, concern: str) -> None:
    def crumbs(*texts: str, host: str) -> list[dict[str, str]]:
        return [{"text": text, "url": f"http://{host}/{text}"} for text in texts]

    old = record((0, None, None, []), breadcrumb=crumbs("Home", "Reports", host="www.state.gov"))
    new = record((0, None, None, []), breadcrumb=crumbs(*names, host="2009-2017.state.gov"))
    assert [(change.path, change.kind, change.concern) for change in diff(old, new).fields] == [
        ("breadcrumb", kind, concern)
    ]


def test_a_title_that_the_masthead_prints_is_said_once(record: Record) -> None:
    def page(title: str) -> Document:
        return record((0, None, None, []), title=title, masthead=[{"role": "title", "text": title, "line": 1}])

    changes = diff(page("One"), page("Two"))
    assert [(change.path, change.concern) for change in changes.fields] == [
        ("title", "content"),
        ("masthead[title].text", "reading"),
    ]


def test_what_has_no_name_of_its_own_is_a_difference_all_the_same(record: Record) -> None:
    """An image's caption that is its text besides, or is none."""

    def page(caption: str | None) -> Document:
        figure = {"kind": "figure", "text": "Seal", "line": 1, "alt": None, "caption": caption, "src": None}
        return record((0, None, None, [figure]))

    changes = diff(page(None), page("Seal"))
    assert [(change.path, change.old, change.new) for change in changes.fields] == [
        ("sections[0].blocks[0].caption", None, "Seal")
    ]


def test_concerns_can_be_looked_at_alone(record: Record) -> None:
    old = record((0, None, None, [LONG]), title="One", language="en", url="http://a")
    new = record((0, None, None, [OTHER]), title="Two", language="fr", url="http://b")
    changes = diff(old, new)
    assert [change.path for change in changes.fields] == ["url", "title", "language"]
    assert [change.path for change in changes.of("content").fields] == ["title"]
    assert changes.of("content").sections
    assert not changes.of("capture").sections
    assert [change.path for change in changes.of("reading", "capture").fields] == ["url", "language"]


def test_changes_are_frozen_and_json(record: Record) -> None:
    changes = diff(record((0, None, None, [LONG])), record((0, None, None, [OTHER])))
    with pytest.raises(FrozenInstanceError):
        changes.fields = ()  # type: ignore[misc]
    value = json.loads(json.dumps(changes.as_json()))
    assert [*value] == ["old", "new", "fields", "sections", "shifts"]
    block = "kind block old new pieces parts fields moved_from"
    assert [*value["sections"][0]["blocks"][0]] == block.split()


def test_lines_that_moved_are_counted_only(record: Record) -> None:
    old, new = (record((0, None, None, [paragraph(LONG, line)])) for line in (1, 7))
    changes = diff(old, new)
    assert (changes.fields, changes.sections, [shift.count for shift in changes.shifts]) == ((), (), [1])


LABELS = st.sampled_from(["Land", "People", "Trade", None])
TEXTS = st.sampled_from([LONG, OTHER, THIRD, "Yes.", LONG.replace("three", "four")])
BLOCKS = st.lists(TEXTS | st.lists(TEXTS, min_size=1, max_size=3).map(lambda texts: a_list(*texts)), max_size=3)
SPECS = st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["1", "a", None]), LABELS, BLOCKS), max_size=6)


@settings(max_examples=200)
@given(SPECS, SPECS)
def test_differences_of_any_outlines_are_whole(record: Record, one: list[Any], other: list[Any]) -> None:
    old, new = record((0, None, None, []), *one), record((0, None, None, []), *other)
    changes = diff(old, new)
    assert bool(changes) == (old != new)
    assert changes == diff(old, new)
    gone = {section.old for section in changes.sections if section.new is None}
    come = {section.new for section in changes.sections if section.old is None}
    assert len(old.sections) - len(gone) == len(new.sections) - len(come)
    lines = render_text(changes).splitlines()
    assert len([line for line in lines if line[2:].startswith("section ")]) == len(changes.sections)


def big(record: Record, words: list[str], seed: int) -> Document:
    chance = random.Random(seed)
    parts: list[Any] = [(0, None, None, [])]
    for number in range(200):
        texts = [" ".join(chance.choices(words, k=90)) for _ in range(4)]
        parts.append((2 + number % 3, str(number), f"Heading {chance.choice(words)}", texts))
    return record(*parts)


def test_pages_of_half_a_megabyte_are_compared_in_a_moment(record: Record) -> None:
    words = [f"word{number}" for number in range(3000)]
    page = big(record, words, 1)
    slightly = page.sections[57].blocks[2].text
    changed = Document.model_validate_json(page.model_dump_json().replace(slightly, slightly + " more"))
    for other, most in ((page, 1), (changed, 1), (big(record, words, 2), 1000), (big(record, ["x", "y"], 3), 1000)):
        start = time.process_time()
        changes = diff(page, other)
        assert time.process_time() - start < 10
        assert len(changes.sections) <= most
