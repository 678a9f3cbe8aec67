"""Content becomes flat blocks in reading order; what is not seen is no text, what is chrome is told."""

# ruff: noqa: E501  (a case is a line)

from collections.abc import Callable

import pytest

from statedocs.pipeline import convert_html
from statedocs.record import Block, Document, Figure, Table

Blocks = Callable[[str], list[Block]]
Page = Callable[..., Document]


def said(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One<p>Two", ["One", "Two"]),
        ("<div>One<div>Two</div>Three</div>", ["One", "Two", "Three"]),
        ("One<p>Two</p>Three", ["One", "Two", "Three"]),
        ("<p>One<br>two", ["One\ntwo"]),
        ("<p>One<br><br>two<br>\n<br>three", ["One", "two", "three"]),
        ("<p>One &nbsp; two\n three", ["One two three"]),
        ("<p>co&shy;operate", ["cooperate"]),
        ("<p><b>Bold</b> and <i>leaning</i>, <u>joined</u>up", ["Bold and leaning, joinedup"]),
        ("<p>x<sup>2</sup> H<sub>2</sub>O", ["x2 H2O"]),
        ("<p>one<!-- two -->three", ["onethree"]),
        ("<p>&nbsp;</p><p>One", ["One"]),
        ("<center>One</center><address>Two<br>Three</address>", ["One", "Two\nThree"]),
        ("<p>One<hr>Two", ["One", "Two"]),
        ("<details><summary>One</summary>Two</details>", ["One", "Two"]),
        ("<custom-tag>One</custom-tag> two", ["One two"]),
        ("<p>em\u2003space stays", ["em\u2003space stays"]),
        ("<p>A &lt;b&gt; &amp; &eacute; &#8212; &#147;C&#148;", ["A <b> & é — “C”"]),
    ],
)
def test_paragraphs(blocks_of: Blocks, markup: str, expected: list[str]) -> None:
    assert said(blocks_of(markup)) == [("paragraph", text) for text in expected]


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>no</script>", "<style>no</style>", "<template>no</template>", "<noscript>no</noscript>",
        "<svg><title>no</title><desc>no</desc></svg>", "<iframe>no</iframe>", "<object>no</object>", "<audio>no</audio>",
        "<video>no</video>", "<canvas>no</canvas>", "<datalist><option>no</datalist>", "<noframes>no</noframes>",
        "<span hidden>no</span>", "<span hidden=''>no</span>", '<span style="display:none">no</span>',
        '<span style="color:red; DISPLAY : NONE !important">no</span>', '<b style="visibility: hidden"><i>no</i></b>',
        "<!-- no -->",
    ],
)  # fmt: skip
def test_what_is_not_seen_is_no_text_and_not_counted(page: Page, unseen: str) -> None:
    without, document = page("<p>One two"), page(f"<p>One {unseen}two")
    assert document.sections[0].blocks == without.sections[0].blocks
    assert document.accounting == without.accounting
    assert document.accounting.removed == 0


@pytest.mark.parametrize(
    "seen",
    [
        '<span aria-hidden="true">yes</span>', '<span style="position:absolute;left:-9999px">yes</span>',
        '<span style="display:block">yes</span>', "<svg><text>yes</text></svg>", '<span class="hidden">yes</span>',
    ],
)  # fmt: skip
def test_what_is_out_of_sight_is_visible_all_the_same(page: Page, seen: str) -> None:
    document = page(f"<p>One {seen}</p>")
    assert document.sections[0].blocks[-1].text == "One yes"


@pytest.mark.parametrize(
    ("markup", "rule", "text"),
    [
        ("<button>Press me</button>", "form-control", "Press me"),
        ("<p>Choose <select><option>Peru</select></p>", "form-control", "Peru"),
        ("<textarea>Say it</textarea>", "form-control", "Say it"),
        ("<nav>Home <a href='/'>State</a></nav>", "navigation", "Home State"),
        ("<div role=navigation>Home</div>", "navigation", "Home"),
    ],
)
def test_chrome_is_removed_under_a_rule(page: Page, markup: str, rule: str, text: str) -> None:
    document = page(f"{markup}<p>And it goes on from here.</p>")
    assert [(part.text, part.chars) for part in document.removed] == [(text, len(text.replace(" ", "")))]
    assert document.removed[0].rule.endswith(rule)
    assert document.accounting.unaccounted == 0


def test_removed_text_is_cut_but_counted_whole(page: Page) -> None:
    [part] = page("<nav>" + "menu " * 100 + "</nav><p>And it goes on.</p>").removed
    assert part.chars == 400
    assert len(part.text) <= 120
    assert part.text.startswith("menu menu")


@pytest.mark.parametrize(
    ("markup", "kind", "text"),
    [
        ("<blockquote>He said so.</blockquote>", "quote", "He said so."),
        ("<blockquote><p>He said so.</p><p>Twice.</p></blockquote>", "quote", "He said so.\nTwice."),
        ("<pre>  one\n\n    two  three\n</pre>", "preformatted", "  one\n\n    two  three"),
        ("<pre>\none<br>two</pre>", "preformatted", "one\ntwo"),
        ("<pre>a&nbsp;b&shy;c <b>d</b><script>no</script></pre>", "preformatted", "a bc d"),
        ("<pre>one<p>two</p>three</pre>", "preformatted", "one\ntwo\nthree"),
        ("<xmp>one\n  two</xmp>", "preformatted", "one\n  two"),
    ],
)
def test_quotes_and_preformatted_text(blocks_of: Blocks, markup: str, kind: str, text: str) -> None:
    assert said(blocks_of(f"<p>Before it.</p>{markup}<p>And it goes on from here.</p>"))[1] == (kind, text)


def test_a_blockquote_that_only_indents_a_page_is_seen_through(blocks_of: Blocks) -> None:
    kinds = [block.kind for block in blocks_of("<blockquote><p>One</p><ul><li>Two</ul><p>Three</p></blockquote>")]
    assert kinds == ["paragraph", "list", "paragraph"]


def test_an_image_stands_where_the_page_has_it(blocks_of: Blocks) -> None:
    """Also where no element parts it from the words beside it."""
    blocks = blocks_of("<div><img src=a.jpg alt=Lake><br>The lake.<br><img src=b.jpg alt=Rule></div>")
    assert [(block.kind, block.alt if block.kind == "figure" else block.text) for block in blocks] == [
        ("figure", "Lake"), ("paragraph", "The lake."), ("figure", "Rule"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "figure", "rest"),
    [
        (
            "<figure><img src=a.jpg alt='A lake'><figcaption>Lake <b>Sample</b></figcaption></figure>",
            ("A lake", "Lake Sample", "a.jpg"),
            [],
        ),
        ("<figure><a href=/x><img src=a.jpg></a></figure>", (None, None, "a.jpg"), []),
        ("<img src=a.jpg alt=' A  lake '>", ("A lake", None, "a.jpg"), []),
        ("<p>One <img src=a.jpg alt=Lake> two", ("Lake", None, "a.jpg"), ["One two"]),
        (
            "<figure>Before<img src=a.jpg>beside<figcaption>Lake</figcaption>after</figure>",
            (None, "Lake", "a.jpg"),
            ["Beforebeside\nafter"],
        ),
        (
            "<figure><div><img src=a.jpg><figcaption>Lake</figcaption></div></figure>",
            (None, "Lake", "a.jpg"),
            [],
        ),
    ],
)
def test_figures(blocks_of: Blocks, markup: str, figure: tuple[str | None, ...], rest: list[str]) -> None:
    blocks = blocks_of(markup)
    [found] = [block for block in blocks if block.kind == "figure"]
    assert (found.alt, found.caption, found.src) == figure
    assert found.text == (found.caption or "")
    assert [block.text for block in blocks if block.kind != "figure"] == rest


@pytest.mark.parametrize(
    "spacer",
    [
        "<img src=/images/xpt_shim.gif width=1 height=9>",
        "<img src=spacer.gif>",
        "<img width=600 height=3 src=line.gif alt='Blue Bar'>",
        "<img>",
    ],
)
def test_images_that_only_hold_space_are_no_figures(blocks_of: Blocks, spacer: str) -> None:
    assert said(blocks_of(f"<p>One {spacer}two")) == [("paragraph", "One two")]


def test_a_figure_without_image_is_seen_through(blocks_of: Blocks) -> None:
    assert [block.kind for block in blocks_of("<figure><table><tr><th>A<th>B<tr><td>1<td>2</table></figure>")] == [
        "table"
    ]


def test_lines_of_the_input(page: Page) -> None:
    document = page("\n<p>One</p>\n<div>\nTwo<br>\nthree</div>\n\n<ul>\n<li>Four</ul>")
    assert [(block.text, block.line) for block in document.sections[0].blocks[1:]] == [
        ("One", 2),
        ("Two\nthree", 3),
        ("Four", 7),
    ]


def test_a_heading_in_a_paragraphs_place(page: Page) -> None:
    document = page("<div role=heading aria-level=3>Told by its role</div><p>Text of it.")
    assert [(section.heading, section.level) for section in document.sections[1:]] == [("Told by its role", 3)]


def test_captions_of_tables_and_of_classic_images() -> None:
    record = convert_html(
        "<main><figure><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table><figcaption>Table 1</figcaption></figure>"
        '<div class="wp-caption alignleft"><img src="w.jpg" alt="A well"><p class="wp-caption-text">The well</p></div></main>'
    )
    table, figure = record.sections[0].blocks
    assert (table.kind, figure.kind) == ("table", "figure")
    assert isinstance(table, Table)
    assert isinstance(figure, Figure)
    assert table.caption == "Table 1"
    assert (figure.alt, figure.caption) == ("A well", "The well")
    assert record.accounting.unaccounted == 0
