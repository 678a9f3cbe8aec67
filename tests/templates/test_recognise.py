"""Exactly one design claims a page; signs in comments and scripts are none."""

import pytest

from statedocs.errors import AmbiguousTemplate, NotADocument, UnknownTemplate
from statedocs.pipeline import Options, convert, convert_html
from statedocs.record import Document
from statedocs.snapshot import Snapshot

PROSE = "<p>" + "The wells were dug by the people of the town, as this sample says at some length. " * 4 + "</p>"
RESPONSIVE = (
    "<div class=l-page-title><h2 id=page-title>Wells</h2></div><div class=l-wrap><div id=middlecolumn>{}</div></div>"
)
TRAVEL = "<div class=tsg-rwd-main-copy-body-frame><h1>Roads</h1>{}</div>"


def codes(document: Document) -> list[str]:
    return [finding.code for finding in document.findings]


def test_one_design_claims_a_page() -> None:
    document = convert_html(RESPONSIVE.format(PROSE))
    assert (document.template.name, document.title) == ("responsive-2015", "Wells")
    assert "#middlecolumn" in document.template.evidence
    assert not {"template-unknown", "template-ambiguous"} & set(codes(document))


@pytest.mark.parametrize(
    "page",
    [
        f"<h1>Wells</h1>{PROSE}",
        f"<!-- {RESPONSIVE.format('')} --><h1>Wells</h1>{PROSE}",
        f'<script>var page = "{RESPONSIVE.format("")}";</script><h1>Wells</h1>{PROSE}',
        f"<body id=middlecolumn class=l-wrap><h1>Wells</h1>{PROSE}",
        f"<h2 id=page-title>Wells</h2><p>id=middlecolumn class=l-wrap</p>{PROSE}",
    ],
)
def test_marks_that_are_no_elements_claim_nothing(page: str) -> None:
    document = convert_html(page)
    assert document.template.name == "generic"
    assert "template-unknown" in codes(document)


def test_two_designs_are_read_by_generic_and_told() -> None:
    document = convert_html(RESPONSIVE.format(PROSE) + TRAVEL.format(PROSE))
    assert document.template.name == "generic"
    assert document.template.evidence == "claimed by responsive-2015 and travel-rwd"
    [finding] = [finding for finding in document.findings if finding.code == "template-ambiguous"]
    assert finding.level == "error"


@pytest.mark.parametrize(
    ("page", "error"),
    [(RESPONSIVE.format(PROSE) + TRAVEL.format(PROSE), AmbiguousTemplate), (f"<h1>Wells</h1>{PROSE}", UnknownTemplate)],
)
def test_strict_makes_both_failures(page: str, error: type[Exception]) -> None:
    with pytest.raises(error, match="expected"):
        convert(Snapshot("a.html", page.encode()), Options(strict=True))


def test_strict_takes_a_page_of_one_design_and_texts() -> None:
    options = Options(strict=True)
    assert convert(Snapshot("a.html", RESPONSIVE.format(PROSE).encode()), options).template.name == "responsive-2015"
    assert convert(Snapshot("a.txt", b"Wells\n\nThey were dug by the people.\n"), options).template.name == "plain-text"


@pytest.mark.parametrize(
    ("page", "kept", "left"),
    [
        (f"<div>Menu</div><main><h1>Wells</h1>{PROSE}</main><div>Foot</div>", "The wells were dug", "Menu"),
        (f"<div>Menu</div><div role=main><h1>Wells</h1>{PROSE}</div>", "The wells were dug", "Menu"),
        (f"<header>Menu</header><h1>Wells</h1>{PROSE}<footer>Foot</footer>", "The wells were dug", "Foot"),
        (
            f"<main style='display:none'>{PROSE}</main><div><h1>Roads</h1>{PROSE.replace('wells', 'roads')}</div>",
            "The roads were dug",
            "",
        ),
    ],
)
def test_a_page_of_no_design_is_read_by_its_semantic_elements_else_by_density(page: str, kept: str, left: str) -> None:
    document = convert_html(page)
    text = "\n".join(block.text for section in document.sections for block in section.blocks)
    assert kept in text
    assert not left or left not in text
    assert not left or left in " ".join(part.text for part in document.removed)
    assert document.accounting.unaccounted == 0


def test_a_text_says_whose_chrome_was_recognised() -> None:
    assert convert(Snapshot("a", b"Wells\n\nThey were dug by the people.\n")).template.design is None


@pytest.mark.parametrize("box", ["{}", "<table><tr><td>{}</td></tr></table>"])
def test_a_page_within_a_form_is_no_form(box: str) -> None:
    inner = box.format("<h1>Sample</h1><p>Wells.</p>")
    record = convert_html(f'<html><body><form id="aspnetForm" method="post">{inner}</form></body></html>')
    assert record.title == "Sample"
    assert [block.text for block in record.sections[0].blocks] == ["Wells."]


@pytest.mark.parametrize("box", ["noscript", "div hidden", "div style='display: none'", "template", "object"])
def test_content_that_nobody_sees_claims_no_page(box: str) -> None:
    content = (
        "<h1 class='featured-content__headline'>Wells</h1><div class='entry-content'><p>They were dug by hand.</div>"
    )
    assert convert_html(f"<body>{content}").template.name == "wordpress-press"
    with pytest.raises(NotADocument, match="no text"):
        convert_html(f"<body><{box}>{content}")
    seen = convert_html(f"<body><{box}>{content}</{box.partition(' ')[0]}>{content}")
    assert (seen.title, seen.sections[0].blocks[0].text) == ("Wells", "They were dug by hand.")
    assert seen.accounting.unaccounted == 0
