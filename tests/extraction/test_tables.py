"""Tables: spans expanded, header rows, captions; layout tables are seen through."""

# ruff: noqa: E501  (a case is a line)

from collections.abc import Callable, Iterable

import pytest

from statedocs.record import Block, Document, Table

Blocks = Callable[[str], list[Block]]
Page = Callable[..., Document]


def only(blocks: list[Block]) -> Table:
    [table] = [block for block in blocks if isinstance(block, Table)]
    return table


@pytest.mark.parametrize(
    ("markup", "rows"),
    [
        ("<tr><td>a<td>b<tr><td>c<td>d", [["a", "b"], ["c", "d"]]),
        ("<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", [["a", "", "b"], ["c", "d", "e"]]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c", [["a", "b"], ["", "c"]]),
        ("<tr><td>a<td rowspan=3>b<tr><td>c<tr><td>d<tr><td>e<td>f", [["a", "b"], ["c", ""], ["d", ""], ["e", "f"]]),
        ("<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c", [["a", "", "b"], ["", "", "c"]]),
        ("<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d", [["a", "b"], ["", "c"], ["", "d"]]),
        ("<tr><td>a<td>b<tr><td>&nbsp;<td>d", [["a", "b"], ["", "d"]]),
        ("<tr><td>a<br>b<td>c<tr><td><p>d</p><p>e</p><td>f", [["a\nb", "c"], ["d\ne", "f"]]),
        ("<tr><td>a\tb<td> c  d <tr><td>e<td>f", [["a b", "c d"], ["e", "f"]]),
        ("<tr><td colspan=0>a<td rowspan=x>b<tr><td colspan='-2'>c<td>d", [["a", "b"], ["c", "d"]]),
        (
            "<thead><tr><th>a<th>b</thead><tfoot><tr><td>c<td>d</tfoot><tbody><tr><td>e<td>f",
            [["a", "b"], ["c", "d"], ["e", "f"]],
        ),
        ("<form><tr><td>a<td>b</tr><tr><td>c<td>d</tr>", [["a", "b"], ["c", "d"]]),
        ("<tr><td>a<td><script>no</script>b<tr><td>c<td hidden>d<td>e", [["a", "b"], ["c", "e"]]),
    ],
)
def test_cells_stand_in_their_positions(blocks_of: Blocks, markup: str, rows: list[list[str]]) -> None:
    if "<form>" in markup:
        markup = markup.replace("<form>", "<font>")
    table = only(blocks_of(f"<table>{markup}</table>"))
    assert [list(row) for row in table.rows] == rows
    assert table.text == "\n".join("\t".join(row) for row in rows)


@pytest.mark.parametrize(
    ("markup", "count"),
    [
        ("<tr><td>a<td>b<tr><td>c<td>d", 0),
        ("<tr><th>a<th>b<tr><td>c<td>d", 1),
        ("<thead><tr><td>a<td>b<tr><td>c<td>d</thead><tr><td>e<td>f", 2),
        ("<tr><th>a<td>b<tr><th>c<td>d", 0),
        ("<tr><th>a<th>b<tr><td>c<td>d<tr><th>e<th>f", 1),
    ],
)
def test_header_rows_stand_at_the_top(blocks_of: Blocks, markup: str, count: int) -> None:
    assert only(blocks_of(f"<table>{markup}</table>")).header_rows == count


def test_a_caption_is_kept_beside_the_rows(blocks_of: Blocks) -> None:
    table = only(blocks_of("<table><caption>Wells <b>dug</b></caption><tr><th>Year<th>Wells<tr><td>1<td>2</table>"))
    assert table.caption == "Wells dug"
    assert [list(row) for row in table.rows] == [["Year", "Wells"], ["1", "2"]]


def test_what_stands_between_the_cells_is_kept(blocks_of: Blocks) -> None:
    table = only(blocks_of("<table>lost<tr>and<th>a<th>b</tr>found<tr><td>c<td>d</tr><p>here</p></table>"))
    assert [list(row) for row in table.rows][:2] == [["a", "b"], ["c", "d"]]
    assert sorted(cell for row in table.rows[2:] for cell in row) == ["and", "found", "here", "lost"]


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<table><tr><td>One<tr><td>Two</table>", ["One", "Two"]),
        ("<table><tr><td>One</td><td>Two</td></tr></table>", ["One", "Two"]),
        ("<table role=presentation><tr><td>One<td>Two<tr><td>Three<td>Four</table>", ["One", "Two", "Three", "Four"]),
        ("<table><tr><td><p>One</p><p>Two</p></td></tr></table>", ["One", "Two"]),
        ("<table>Zero<tr><td>One</table>", ["Zero", "One"]),
        ("<table><caption>Zero</caption><tr><td>One</table>", ["Zero", "One"]),
        ("<table><td>One</table>", ["One"]),
    ],
)
def test_layout_tables_are_seen_through(blocks_of: Blocks, markup: str, texts: list[str]) -> None:
    assert [(block.kind, block.text) for block in blocks_of(markup)] == [("paragraph", text) for text in texts]


def test_a_table_in_a_layout_table_is_read(blocks_of: Blocks) -> None:
    inner = "<table><tr><th>a<th>b<tr><td>c<td>d</table>"
    blocks = blocks_of(f"<table><tr><td>Menu</td><td><p>Before</p>{inner}<p>After</p></td></tr></table>")
    assert [(block.kind, block.text) for block in blocks] == [
        ("paragraph", "Menu"), ("paragraph", "Before"), ("table", "a\tb\nc\td"), ("paragraph", "After"),
    ]  # fmt: skip


def test_a_table_in_a_cell_of_a_table_with_a_head_is_the_words_of_that_cell(blocks_of: Blocks) -> None:
    inner = "<table><tr><td>early<td>late</table>"
    table = only(blocks_of(f"<table><tr><th>Row<th>Kind<tr><td>1<td>Apple{inner}</table>"))
    assert [list(row) for row in table.rows] == [["Row", "Kind"], ["1", "Apple\nearly\nlate"]]


def test_links_in_cells_keep_their_place_in_the_table(page: Page) -> None:
    rows = "<tr><th>Name<th>Page<tr><td rowspan=2><a href=/a>Ada</a><td>see <a href=/b>this<br>page</a><tr><td><a href=/c>c</a>"
    document = page(f"<table>{rows}</table>")
    block = document.sections[0].blocks[1]
    assert [link.text for link in document.links] == ["Ada", "this\npage", "c"]
    assert [block.text[link.start : link.stop] for link in document.links] == ["Ada", "this\npage", "c"]


def test_a_monstrous_span_is_bounded(blocks_of: Blocks) -> None:
    table = only(blocks_of("<table><tr><td colspan=99999>a<td>b<tr><td>c<td>d</table>"))
    assert len(table.rows[0]) == 1001


TRAINING = (
    "<TABLE><TR><TD><B>Peru, FY 00</B></TD></TR>\n<TR><TD>SAMPLE COURSE</TD><TD>2</TD><TD>$460</TD></TR></TABLE>\n\n"
)


def tables(blocks: Iterable[Block]) -> list[list[list[str]]]:
    return [list(map(list, block.rows)) for block in blocks if isinstance(block, Table)]


def test_rows_that_go_on_behind_a_table_closed_too_early_are_a_table(page: Page) -> None:
    document = page(
        TRAINING
        + '<TR><TD>SAMPLE &amp; PLAN 22</TD><TD>30</TD><TD ALIGN="RIGHT">$0</TD></TR>\n<TR><TD>UNIT</TD><TD></TD></TR>\n'
        '<TR><TD> Country Totals: </TD><TD>4952</TD><TD>$31,374,853</TD></TR>\n<P>\n<FONT SIZE="1">The end.</FONT>'
    )
    [section] = document.sections
    assert tables(section.blocks) == [
        [["Peru, FY 00"], ["SAMPLE COURSE", "2", "$460"]],
        [["SAMPLE & PLAN 22", "30", "$0"], ["UNIT", ""], ["Country Totals:", "4952", "$31,374,853"]],
    ]
    assert section.blocks[-1].text == "The end."
    assert document.accounting.unaccounted == 0


def test_what_stands_between_loose_rows_is_kept_in_its_place(page: Page) -> None:
    document = page(
        "<tr><td>a<td>b</tr>loose words<tr><td>c</td>stray<td><a href='/d'>d</a></td></tr><tr hidden><td>x<td>y</tr>"
    )
    [section] = document.sections
    assert [block.text for block in section.blocks[1:]] == ["a\tb", "loose words", "c\td\nstray"]
    [link] = document.links
    assert (link.block, link.start, link.stop) == (3, 2, 3)
    assert document.accounting.unaccounted == 0


def test_loose_rows_that_only_place_things_are_seen_through(page: Page) -> None:
    document = page(
        "<div><tr><td><p>One.</p><p>Two.</p></td></tr></div><table role=presentation><tr><td>Three.</table>"
    )
    [section] = document.sections
    assert [(block.kind, block.text) for block in section.blocks[1:]] == [
        ("paragraph", "One."),
        ("paragraph", "Two."),
        ("paragraph", "Three."),
    ]


@pytest.mark.parametrize(
    "markup", ["<tr><td>a<td>b</td><q><tr><td>c<td>d", "<table><tr><th>a<th>b</th><q><tr><td>c<td>d"]
)
def test_a_row_within_a_row_is_kept(blocks_of: Blocks, markup: str) -> None:
    assert [list(row) for row in only(blocks_of(markup)).rows] == [["a", "b"], ["c", "d"]]
