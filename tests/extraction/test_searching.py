"""What is searched at once gives what is found one by one."""

from typing import Any
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from statedocs.extraction.chrome import PREVIEW, _first_texts, _opening, _Preview, _texts
from statedocs.extraction.searching import Joined
from statedocs.extraction.text import collapse

MARKS = st.sampled_from(["@", "://", "www.", "WWW.", "a Mb", "ab", "aa"])
WORDS = st.text("ab@:/ w.WM\u2019", max_size=9)
TEXTS = st.one_of(st.none(), st.text("ab \n\xa0\xad\u2003\xe9", max_size=30))
LEAVES: st.SearchStrategy[Any] = st.builds(
    lambda tag, text, tail: (tag, text, tail, []), st.sampled_from("abip"), TEXTS, TEXTS
)
TREES: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        lambda tag, text, tail, children: (tag, text, tail, children),
        st.sampled_from("abip"), TEXTS, TEXTS, st.lists(inner, max_size=4),
    ),
)  # fmt: skip


def grown(tree: Any) -> etree._Element:
    """Give the element that a tuple describes."""
    tag, text, tail, children = tree
    element = etree.Element(tag)
    element.text, element.tail = text, tail
    element.extend([grown(child) for child in children])
    return element


@given(st.lists(WORDS, max_size=6), st.lists(MARKS, max_size=3))
def test_texts_that_hold_a_mark_are_found_in_all_of_them_at_once(texts: list[str], marks: list[str]) -> None:
    assert Joined(texts).holding(*marks) == [
        number for number, text in enumerate(texts) if any(mark in text for mark in marks)
    ]


@given(TREES, st.sampled_from([None, 5, PREVIEW]))
def test_the_opening_of_chrome_is_the_same_taken_at_once_or_element_by_element(tree: Any, limit: int | None) -> None:
    element = grown(tree)
    preview = _Preview(limit, frozenset())
    preview.read(element)
    assert _opening(_texts(element), limit) == " ".join(preview.parts)[:limit].rstrip()
    if limit is not None:
        assert _opening(_first_texts(element, limit), limit) == " ".join(preview.parts)[:limit].rstrip()
    assert "".join(_texts(element)) == etree.tostring(element, method="text", encoding="unicode", with_tail=False)


@given(
    st.lists(st.sampled_from([" ", "  ", "\n", "\xa0", "\t", "\xad", "\u2003", "\x1c", "Peru", "\xe9"]), max_size=30)
)
def test_white_space_of_a_long_text_is_collapsed_as_that_of_a_short_one(pieces: list[str]) -> None:
    text = "".join(pieces) + "Lima" * 50 + "".join(reversed(pieces))
    with patch("statedocs.extraction.text._LONG", len(text) + 1):
        expected = collapse(text)
    assert collapse(text) == expected
