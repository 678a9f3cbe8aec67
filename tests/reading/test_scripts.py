"""Scripts and style sheets among the lines of a text."""

import time

import pytest

from statedocs.pipeline import convert_text
from statedocs.reading.plaintext import build

BODY = "The reading rooms of this sample hold 12,400 books and three pianos, and all of them are open to readers."
CODE = [
    "var dataLayer = dataLayer || [];",
    'const hide = document.querySelector(".bc_hide");',
    'if (middle && middle.classList.contains("collapse")) {',
    'hide.addEventListener("click", () => { hide.classList.toggle("visible"); });',
    "}",
    "jQuery(document).ready(function(){",
    "});",
    "img.emoji {",
    "display: inline !important;",
    "//<![CDATA[",
    '{"@context":"https://schema.org","@graph":[]}',
]


def test_code_is_taken_off_and_accounted_for() -> None:
    record = convert_text(
        "\n".join([*CODE, "Sample Wells", "May 3, 2013", BODY, "function go(a) { return a; }"]) + "\n"
    )
    assert record.title == "Sample Wells"
    assert [block.text for section in record.sections for block in section.blocks] == [BODY]
    assert {gone.rule for gone in record.removed} == {"plain-text/script"}
    assert record.accounting.unaccounted == 0


@pytest.mark.parametrize(
    "line",
    [
        "restored forty-one lighthouses between 1996 and 2004;",
        "Let us count the wells (see the annex);",
        "Climate: dry, with two rainy seasons;",
        "Window seats are blue.",
        "Function and form of the wells",
    ],
)
def test_prose_beside_code_stays(line: str) -> None:
    root, _ = build("\n".join([*CODE, line, BODY]))
    assert line in [" ".join(map(str, element.itertext())) for element in root.iter("p", "li")]


def test_a_text_with_hardly_a_sign_of_code_keeps_all_of_it() -> None:
    record = convert_text(f"Sample Wells\nMay 3, 2013\n{BODY}\nvar wells = 4;\n")
    assert any("var wells = 4;" in block.text for section in record.sections for block in section.blocks)


def test_a_long_line_costs_little() -> None:
    started = time.perf_counter()
    build("\n".join([*CODE, "&&" * 4_000 + ",", "a(b" * 2_500 + ","]))
    assert time.perf_counter() - started < 2


RULES = [
    "if (window.jQuery) {",
    "} else {",
    '"src": "/theme/gateway.min.js",',
    '"data-role": "gateway"',
    "html .entry-content img.alignleft,",
    "max-width:1200px",
    "/* .page .entry-content p{",
    "// hide the menu",
    ".sample-link{color:#fff;border-radius:9px}.sample-link:hover{color:#000}",
    "--sample-chat-font: none;  /* of the chat */",
    '<option value="en">English</option>',
]


@pytest.mark.parametrize("line", RULES)
def test_what_may_be_code_goes_with_the_code_beside_it(line: str) -> None:
    text = "\n".join([*CODE, line, CODE[0], "", "Sample Wells", "May 3, 2013", BODY]) + "\n"
    record = convert_text(text)
    assert [block.text for section in record.sections for block in section.blocks] == [BODY]
    alone = convert_text("\n".join([*CODE, "", "Sample Wells", "May 3, 2013", BODY, "", line, "", BODY]) + "\n")
    assert alone.accounting.unaccounted == 0


def test_what_may_be_code_stays_among_prose() -> None:
    lines = [*CODE, "", "Sample Wells", "May 3, 2013", BODY, "for (some) readers only,", BODY]
    blocks = [block.text for section in convert_text("\n".join(lines)).sections for block in section.blocks]
    assert any("for (some) readers only," in text for text in blocks)
