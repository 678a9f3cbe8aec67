"""Lists that no element marks are told by their marks; links stay with their words."""

from collections.abc import Callable

import pytest

from statedocs.record import Block, Document, List

Blocks = Callable[[str], list[Block]]


def said(blocks: list[Block]) -> list[tuple[str, object]]:
    return [
        (block.kind, [(item.marker, item.text) for item in block.items] if isinstance(block, List) else block.text)
        for block in blocks
    ]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>* One<br>* Two", [("list", [("*", "One"), ("*", "Two")])]),
        ("<p>&bull; One</p><p>&bull; Two</p>", [("list", [("•", "One"), ("•", "Two")])]),
        ("<p>1. One<br>2. Two<br>3. Three", [("list", [("1.", "One"), ("2.", "Two"), ("3.", "Three")])]),
        ("<p>(a) One<br>(b) Two<br>(c) Three", [("list", [("(a)", "One"), ("(b)", "Two"), ("(c)", "Three")])]),
        (
            "<p>Before:<br>- One<br>- Two<br>After it.<br>* Three<br>* Four<br>End.",
            [
                ("paragraph", "Before:"), ("list", [("-", "One"), ("-", "Two")]), ("paragraph", "After it."),
                ("list", [("*", "Three"), ("*", "Four")]), ("paragraph", "End."),
            ],
        ),
        ("<p>* One alone is none", [("paragraph", "* One alone is none")]),
        ("<p>1. One<br>2. Two alone are none", [("paragraph", "1. One\n2. Two alone are none")]),
        ("<p>2. Two<br>3. Three<br>4. Four", [("paragraph", "2. Two\n3. Three\n4. Four")]),
        ("<p>-12 degrees<br>-14 degrees", [("paragraph", "-12 degrees\n-14 degrees")]),
    ],
)  # fmt: skip
def test_marks_make_lists(blocks_of: Blocks, markup: str, expected: list[tuple[str, object]]) -> None:
    assert said(blocks_of(markup))[: len(expected)] == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<p>&bull; One</p><p>o Inner</p><p>o More</p><p>&bull; Two</p>",
            [(0, "One"), (1, "Inner"), (1, "More"), (0, "Two")],
        ),
        ("<p>* One<br>- Inner<br>* Two", [(0, "One"), (1, "Inner"), (0, "Two")]),
        ("<p>- One<br>-- Inner<br>- Two", [(0, "One"), (1, "Inner"), (0, "Two")]),
        ("<p>&bull; One<br>&bull; Two<br>- Robin Example", [(0, "One"), (0, "Two")]),
    ],
)
def test_a_bullet_of_another_kind_stands_below(blocks_of: Blocks, markup: str, expected: list[tuple[int, str]]) -> None:
    block = blocks_of(markup)[0]
    assert isinstance(block, List)
    assert [(item.depth, item.text) for item in block.items] == expected


def test_links_move_with_their_lines(page: Callable[..., Document]) -> None:
    document = page(
        "<p>See <a href=/a>this</a>:<br>* <a href=/b>One</a> is<br>* Two <a href=/c>is</a><br>and <a href=/d>that</a>."
    )
    cuts = []
    for link in document.links:
        assert link.block is not None
        cuts.append(document.sections[0].blocks[link.block].text[link.start : link.stop])
    assert cuts == [link.text for link in document.links] == ["this", "One", "is", "that"]


def test_very_many_runs_in_one_paragraph(blocks_of: Blocks) -> None:
    assert len(blocks_of("<p>" + "* One<br>* Two<br>text<br>" * 3000)) == 6000


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<p>&bull; One<br>&nbsp;&nbsp; &bull; Two<br>&nbsp;&nbsp;&nbsp;&nbsp;&bull; Three<br>&bull; Four</p>",
            [(0, "One"), (1, "Two"), (2, "Three"), (0, "Four")],
        ),
        (
            "<p>&nbsp;&bull; One<br>&nbsp;&nbsp;&nbsp;- Two<br>&nbsp;&nbsp;&nbsp;- Three<br>&nbsp;&bull; Four</p>",
            [(0, "One"), (1, "Two"), (1, "Three"), (0, "Four")],
        ),
        ("<p>* One</p><p>&nbsp;&nbsp;* Two</p><p>* Three</p>", [(0, "One"), (1, "Two"), (0, "Three")]),
    ],
)
def test_no_break_spaces_before_a_mark_say_how_deep_it_stands(
    blocks_of: Blocks, markup: str, expected: list[tuple[int, str]]
) -> None:
    [block] = blocks_of(markup)
    assert isinstance(block, List)
    assert [(item.depth, item.text) for item in block.items] == expected
