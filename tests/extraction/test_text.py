"""Text as a browser shows it, and characters counted."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedocs.extraction.text import (
    BOUND,
    BREAK,
    LINK,
    LINK_END,
    STRONG,
    STRONG_END,
    collapse,
    show,
    solid,
    solid_bytes,
)

ANY_TEXT = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(" \t\n\xa0\xad\u2003\u3000")
)


def _parts(raw: str) -> list[str]:
    """A run as it is gathered: texts and marks."""
    return [part for part in re.split("([\x00-\x07\x0e-\x11])", raw) if part]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (" U.S.\n\tRelations  ", "U.S. Relations"),
        ("no\u00a0break \u00a0 space", "no break space"),
        ("co\u00adoper\u00adation", "cooperation"),
        ("thin\u2009space, wide\u3000space", "thin\u2009space, wide\u3000space"),
        ("“quotes” — and ‘dashes’ stay", "“quotes” — and ‘dashes’ stay"),
        ("zero\u200bwidth", "zero\u200bwidth"),
        ("\u00ad", ""),
        ("", ""),
    ],
)
def test_white_space_is_collapsed_and_nothing_else_is_changed(raw: str, expected: str) -> None:
    assert collapse(raw) == expected


@given(ANY_TEXT)
def test_collapsing_keeps_every_character_that_is_seen_and_is_done_once(raw: str) -> None:
    shown = collapse(raw)
    assert collapse(shown) == shown
    assert solid(shown) == solid(raw)


@given(ANY_TEXT)
def test_characters_are_counted_as_python_would(raw: str) -> None:
    counted = sum(1 for character in raw if not character.isspace() and character != "\xad")
    assert solid(raw) == counted
    assert solid_bytes(raw.encode()) == counted


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (f"one{BREAK}two", "one\ntwo"),
        (f"one {BREAK} two", "one\ntwo"),
        (f"{BREAK}one{BREAK}{BREAK}two{BREAK}", "one\n\ntwo"),
        (f"one{BOUND}{BOUND}two{BOUND}", "one\ntwo"),
        (f"one{BREAK}{BOUND}two", "one\ntwo"),
        (f"{STRONG}one{STRONG_END} two", "one two"),
        (f"one{STRONG} two{STRONG_END}", "one two"),
        (f"one{STRONG} {STRONG_END}two", "one two"),
        (f"co{STRONG}\xad{STRONG_END}operate", "cooperate"),
        (f"co{STRONG}\xad{STRONG_END}{BREAK}operate", "co\noperate"),
        ("plain", "plain"),
    ],
)
def test_marks_become_line_ends_or_nothing(raw: str, text: str) -> None:
    assert show(_parts(raw), []).text == text


@pytest.mark.parametrize(
    ("raw", "cut"),
    [
        (f"see {LINK}the page{LINK_END}.", "the page"),
        (f"see {LINK} the  page {LINK_END} now", "the page"),
        (f"{BREAK}see {LINK}{STRONG}the{STRONG_END}{BREAK}page{LINK_END}", "the\npage"),
        (f"see {LINK}never closed", "never closed"),
        (f"see {LINK} {LINK_END} nothing", None),
    ],
)
def test_a_link_knows_its_place(raw: str, cut: str | None) -> None:
    shown = show(_parts(raw), ["x"])
    [anchor] = shown.anchors
    assert anchor.href == "x"
    assert (None if anchor.start is None else shown.text[anchor.start : anchor.stop]) == cut


@pytest.mark.parametrize(
    ("raw", "looks"),
    [
        (f"{STRONG}all{STRONG_END}", [{"strong"}]),
        (f"{STRONG}all of it{STRONG_END}:", [{"strong"}]),
        (f"{STRONG}half{STRONG_END} of it", [set()]),
        (f"{STRONG}Economy{STRONG_END}{BREAK}The rest", [{"strong"}, set()]),
        (f"{STRONG}a title{BREAK}in two{STRONG_END}", [{"strong"}, {"strong"}]),
    ],
)
def test_each_line_has_the_looks_that_cover_it(raw: str, looks: list[set[str]]) -> None:
    assert show(_parts(raw), []).looks == looks


def test_each_line_knows_how_many_marks_stand_before_it() -> None:
    assert show(_parts(f"{BOUND}one{BREAK}two{BOUND}{BOUND}three"), []).breaks == [1, 2, 4]
