"""Two texts, word by word."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedocs.editions import Piece
from statedocs.editions.words import pieces_of


def marked(pieces: tuple[Piece, ...]) -> str:
    around = {"equal": "{}", "deleted": "[-{}-]", "inserted": "[+{}+]"}
    return "".join(around[piece.op].format(piece.text) for piece in pieces)


CASES = [
    ("the quick fox", "the slow fox", "the [-quick-][+slow+] fox"),
    ("The old dog", "The dog", "The[- old-] dog"),
    ("The dog", "The old dog", "The[+ old+] dog"),
    ("The dog", "dog", "[-The -]dog"),
    ("It rained.", "It rained!", "It rained[-.-][+!+]"),
    ("population 29,100", "population 30,250", "population [-29,100-][+30,250+]"),
    ("the U.S. Embassy", "the British Embassy", "the [-U.S.-][+British+] Embassy"),
    ("a long-term plan", "a short-term plan", "a [-long-term-][+short-term+] plan"),
    ("one  two", "one two", "one [- -]two"),
    ("one two\n", "one two", "one two[-\n-]"),
    ("One. Two.", "One. Two. Two.", "One. Two.[+ Two.+]"),
    ("A ruled. B fell.", "A ruled. C fell. B fell.", "A ruled.[+ C fell.+] B fell."),
    ("http://a.gov/x/y", "http://b.gov/x/y", "http://[-a.gov-][+b.gov+]/x/y"),
    ("他住在北京市", "他住在南京市", "他住在[-北-][+南+]京市"),
    ("यह हिन्दी है", "यह उर्दू है", "यह [-हिन्दी-][+उर्दू+] है"),
    ("red and blue", "green and yellow", "[-red-][+green+] and [-blue-][+yellow+]"),
    ("", "new", "[+new+]"),
    ("old", "", "[-old-]"),
    ("", "", ""),
    (" ", "  ", " [+ +]"),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_a_person_sees_the_words_that_changed(old: str, new: str, expected: str) -> None:
    assert marked(pieces_of(old, new)) == expected


def test_stray_words_do_not_cut_a_rewritten_sentence_to_pieces() -> None:
    old = "Peru has been governed by a council of elders and merchants since the harbor was opened."
    new = "Elections are held every five years under the supervision of a national board."
    assert [piece.op for piece in pieces_of(old, new)] in (["deleted", "inserted", "equal"], ["deleted", "inserted"])


TEXTS = st.text(alphabet=st.sampled_from("ab.,\n 北éि’-/\t "), max_size=40)


@given(TEXTS, TEXTS)
def test_the_pieces_make_up_both_texts(old: str, new: str) -> None:
    pieces = pieces_of(old, new)
    assert "".join(piece.text for piece in pieces if piece.op != "inserted") == old
    assert "".join(piece.text for piece in pieces if piece.op != "deleted") == new
    assert all(piece.text for piece in pieces)
    assert all(one.op != other.op for one, other in pairwise(pieces))
    assert (old == new) == all(piece.op == "equal" for piece in pieces)


WORDS = [f"w{number * 7919 % 5003}" for number in range(60_000)]
LONG = {
    "the same but one word": (WORDS, [*WORDS[:30_000], "other", *WORDS[30_001:]]),
    "wholly different": (WORDS, [word + "x" for word in WORDS]),
    "the same words in another order": (WORDS, WORDS[::-1]),
    "every word once, in two orders": (
        [f"w{number}" for number in range(40_000)],
        [f"w{number}" for number in (*range(1, 20_000), *range(19_999), *range(20_100, 40_000))],
    ),
    "one word again and again": (["x"] * 60_000, ["y", "x"] * 45_000),
}


@pytest.mark.parametrize("name", LONG)
def test_texts_of_half_a_megabyte_are_compared_at_once(name: str) -> None:
    old, new = (" ".join(words) for words in LONG[name])
    start = time.process_time()
    pieces = pieces_of(old, new)
    assert time.process_time() - start < 5
    assert "".join(piece.text for piece in pieces if piece.op != "inserted") == old
    assert "".join(piece.text for piece in pieces if piece.op != "deleted") == new
    if name == "the same but one word":
        assert [piece.text for piece in pieces if piece.op != "equal"] == [WORDS[30_000], "other"]
