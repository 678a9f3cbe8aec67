"""Visible characters are counted on their own, and each is kept or removed once."""

# ruff: noqa: E501  (a case is a line)

from collections.abc import Callable

import pytest

from statedocs.pipeline import Options, convert, convert_html, convert_text
from statedocs.record import Document
from statedocs.snapshot import Snapshot

Page = Callable[..., Document]
FRAME = len("Samplepage" + "Itopenswithasentence.")


@pytest.mark.parametrize(
    ("markup", "visible"),
    [
        ("<p>a b\u00a0c\n", 3),
        ("<p>co&shy;op \u2003\u3000", 4),
        ("<p>\u00e9\U0001f600", 2),
        ("<p>a<script>bcd</script><!-- no --><span hidden>e</span>", 1),
        ("<p>a<span style='display:none'>b<i>c</i><script>d</script></span>e", 2),
        ("<p>a<svg><title>b</title><text>c</text></svg>", 2),
        ("<nav>ab</nav>", 2),
        ("<p>1. <b>a</b>", 3),
        ("<iframe>a</iframe><noscript>b</noscript>c", 1),
        ("<p>a</p></body></html><p>b</p></html>c<script>d</script>", 3),
    ],
)
def test_visible(page: Page, markup: str, visible: int) -> None:
    accounting = page(markup).accounting
    assert accounting.visible == FRAME + visible
    assert accounting.unaccounted == 0


def test_numbers_of_headings_count_with_their_point(page: Page) -> None:
    accounting = page("<h2>Section 1. Wells</h2><p>Dug.").accounting
    assert accounting.kept == FRAME + len("Section1.WellsDug.")


def test_captions_are_kept_once(page: Page) -> None:
    markup = "<figure><img src=a.jpg alt=no><figcaption>Lake</figcaption></figure><table><caption>Cap</caption><tr><th>a<th>b<tr><td>c<td>d</table>"
    assert page(markup).accounting.kept == FRAME + len("LakeCapabcd")


def test_control_characters_are_removed_under_their_rule() -> None:
    document = convert_html(b"<h1>Sample page</h1><p>It opens\x01\x02 with a sentence.\n<p>And\x03 more of it.")
    assert [(part.rule, part.chars, part.line) for part in document.removed] == [
        ("reading/control-character", 2, 1), ("reading/control-character", 1, 2),
    ]  # fmt: skip
    assert document.accounting.removed == 3
    assert document.accounting.unaccounted == 0
    assert "control-characters" in [finding.code for finding in document.findings]


def test_in_a_text_every_character_is_visible() -> None:
    text = "Wells of Sampletown\n===================\n\n* one well\n* <b>two</b> wells\n\nThey were dug &amp; used.\n"
    document = convert_text(text)
    assert document.accounting.visible == sum(1 for character in text if not character.isspace())
    assert document.accounting.unaccounted == 0


def test_removed_text_is_kept_whole_on_demand() -> None:
    data = b"<h1>Wells</h1><p>They were dug.</p><nav>" + b"menu " * 100 + b"</nav>"
    [part] = convert(Snapshot("a.html", data), Options(keep_removed=True)).removed
    assert part.text == ("menu " * 100).strip()
    assert part.chars == 400
