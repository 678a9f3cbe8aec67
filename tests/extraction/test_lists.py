"""Lists: items with their depth in reading order; lists that only indent are seen through."""

from collections.abc import Callable

import pytest

from statedocs.record import Block, Document, List

Blocks = Callable[[str], list[Block]]
Page = Callable[..., Document]


def items(found: list[List]) -> list[tuple[int, str]]:
    return [(item.depth, item.text) for block in found for item in block.items]


def lists(blocks: list[Block]) -> list[List]:
    return [block for block in blocks if isinstance(block, List)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ul><li>One<li>Two</ul>", [(0, "One"), (0, "Two")]),
        ("<ol><li><p>One</p><p>more</p></li></ol>", [(0, "One\nmore")]),
        ("<ul><li>One<ul><li>In<ol><li>Deep</ol></ul><li>Two</ul>", [(0, "One"), (1, "In"), (2, "Deep"), (0, "Two")]),
        ("<ul><li>One</li><ul><li>In</li></ul><li>Two</li></ul>", [(0, "One"), (1, "In"), (0, "Two")]),
        ("<ul><li>One <ul><li>In</ul> after</ul>", [(0, "One"), (1, "In"), (0, "after")]),
        ("<ul>Stray<li>One</li>between<li>Two</ul>", [(0, "Stray"), (0, "One"), (0, "between"), (0, "Two")]),
        ("<ul><li>One<div>boxed<ul><li>In</ul></div></ul>", [(0, "One\nboxed"), (1, "In")]),
        ("<ul><li><li>Two<li>&nbsp;</ul>", [(0, "Two")]),
        ("<menu><li>One</menu>", [(0, "One")]),
        ("<dl><dt>Term<dd>What it is<dd>And more</dl>", [(0, "Term"), (1, "What it is"), (1, "And more")]),
        ("<dl><div><dt>Term</dt><dd>It</dd></div></dl>", [(0, "Term"), (1, "It")]),
        (
            "<dl>Stray<dt>Term</dt>and<dd>It<ul><li>In</ul></dd></dl>",
            [(0, "Stray"), (0, "Term"), (0, "and"), (1, "It"), (2, "In")],
        ),
        ("<dl><dt>Term<dd>It<dl><dt>Inner<dd>That</dl></dl>", [(0, "Term"), (1, "It"), (2, "Inner"), (3, "That")]),
        ("<dl><dt>Term<dd>It<dt>Other<dd>That</dl>", [(0, "Term"), (1, "It"), (0, "Other"), (1, "That")]),
        ("<ul><li>One<dl><dt>Term<dd>It</dl>after</ul>", [(0, "One"), (1, "Term"), (2, "It"), (0, "after")]),
        ("<ul><li>One<br>two</ul>", [(0, "One\ntwo")]),
        ("<ul><li>One <script>no</script><button>press</button>two</ul>", [(0, "One two")]),
    ],
)
def test_items_have_their_depth(blocks_of: Blocks, markup: str, expected: list[tuple[int, str]]) -> None:
    found = lists(blocks_of(markup + "<p>And it goes on from here.</p>"))
    assert items(found) == expected
    assert len(found) == 1
    assert found[0].text == "\n".join(text for _, text in expected)


@pytest.mark.parametrize(("tag", "ordered"), [("ol", True), ("ul", False)])
def test_a_list_says_whether_it_counts(blocks_of: Blocks, tag: str, ordered: bool) -> None:
    [block] = lists(blocks_of(f"<{tag}><li>One</{tag}>"))
    assert block.ordered is ordered
    assert block.items[0].marker is None


@pytest.mark.parametrize(
    "markup",
    [
        "<ul><p>Only moved in.</ul>",
        "<dl><dd>Only moved in.</dl>",
        "<ul>Only moved in.</ul>",
        "<ul><ul>Only moved in.</ul></ul>",
    ],
)
def test_lists_that_only_indent_are_seen_through(blocks_of: Blocks, markup: str) -> None:
    assert [(block.kind, block.text) for block in blocks_of(markup)] == [("paragraph", "Only moved in.")]


def test_a_list_around_headings_is_no_list(page: Page) -> None:
    document = page("<ul><li><h3>Heading</h3><p>Its text.</p></li></ul>")
    assert [(section.heading, [block.text for block in section.blocks]) for section in document.sections[1:]] == [
        ("Heading", ["Its text."])
    ]


def test_links_in_items_keep_their_place_in_the_list(page: Page) -> None:
    document = page(
        "<ul><li>One <a href=/a>first</a><li><a href=/b>second</a> two<ul><li><a href=/c>third</a></ul></ul>"
    )
    block = document.sections[0].blocks[1]
    assert [block.text[link.start : link.stop] for link in document.links] == ["first", "second", "third"]
    assert [link.text for link in document.links] == ["first", "second", "third"]


def test_an_image_in_an_item_is_a_figure(blocks_of: Blocks) -> None:
    assert [block.kind for block in blocks_of("<ul><li>One <img src=a.jpg alt=Lake></ul>")] == ["list", "figure"]
