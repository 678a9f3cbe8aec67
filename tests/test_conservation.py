"""Nothing that a page shows is lost, doubled or moved, whatever its markup: trees of every kind, in every design."""

# ruff: noqa: E501  (a case is a line)

import json
import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree, html

from statedocs import StatedocsError
from statedocs.extraction.tracing import Words
from statedocs.extraction.tracing.stream import solid_text
from statedocs.pipeline import Explanation, convert, convert_html, convert_text, explain
from statedocs.record import DateMention, Document, Link
from statedocs.report import render_explanation
from statedocs.schema import schemas
from statedocs.sinks import to_json
from statedocs.snapshot import Snapshot
from statedocs.templates.catalogue import TEMPLATES
from statedocs.templates.selectors import elements, xpath

RAW: Final = Path(__file__).parent.parent / "raw"
HIDING: Final = etree.XPath("//*[@hidden or contains(@style, ':')]")
VALIDATOR: Final = Draft202012Validator(schemas()["document"])
MODERATE: Final = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
FEW: Final = settings(MODERATE, max_examples=12)

SAID: Final = ["marlo", "tevin", "quorr", "besk", "Ondra", "plim", "vasto", "herrig"]
ODD: Final = [
    "&amp;", "&nbsp;", "&shy;", "co\u00adop", "\u00a0", "\u2003", "caf\u00e9", "\u4e2d\u6587", "&lt;b&gt;", "&#8212;", "&bogus;",
    "12.", "Section 1.", "a.", "www.example.org/x", "desk@example.gov", "March 3, 1997", "FY 2013", "\u2022", "- ", "\t", "\n",
    "<!-- gone -->", "<br>", "<br><br>", "<wbr>", "<hr>", "]]>", "<![if x]>", "</p>", "</b>", "\u00c3\u00a9", "\ufffd", "&#11;",
]  # fmt: skip
INLINE: Final = [
    "<b>{}</b>", "<i>{}</i>", "<u>{}</u>", "<span class='x'>{}</span>", "<font size='+1'>{}</font>", "<strong>{}</strong>",
    "<a href='/r/pa/1.htm'>{}</a>", "<a href='#n'>{}</a>", "<a name='top'>{}</a>", "<a href='javascript:x()'>{}</a>",
    "<sup>{}</sup>", "<big>{}</big>", "<label>{}</label>", "<custom-tag>{}</custom-tag>", "<ruby>{}</ruby>", "<q>{}</q>",
    "<a href='http://example.org/y'><img src='p.gif' alt='A picture'>{}</a>", "<span aria-hidden='true'>{}</span>",
]  # fmt: skip
UNSEEN: Final = [
    "<span hidden>{}</span>", "<div style='Display : none'>{}</div>", "<span style='visibility:hidden'>{}</span>",
    "<script>{}</script>", "<style>{}</style>", "<template>{}</template>", "<noscript>{}</noscript>",
    "<iframe>{}</iframe>", "<object>{}</object>", "<audio>{}</audio>", "<video>{}</video>", "<canvas>{}</canvas>",
    "<datalist>{}</datalist>", "<noframes>{}</noframes>", "<svg><title>{}</title><desc>x</desc></svg>",
]  # fmt: skip
BLOCK: Final = [
    "<p>{}</p>", "<p>{}", "<div>{}</div>", "<center>{}</center>", "<h1>{}</h1>", "<h2>{}</h2>", "<h4>{}</h4>",
    "<blockquote>{}</blockquote>", "<section>{}</section>", "<article>{}</article>", "<address>{}</address>",
    "<ul><li>{}</li></ul>", "<ol><li>{}<li>{}</ol>", "<ul>{}<li>{}<ul><li>{}</ul>{}</ul>", "<ul>{}</ul>", "<li>{}</li>",
    "<dl><dt>{}<dd>{}</dl>", "<dl>{}<dd>{}</dl>", "<menu><li>{}</menu>", "<pre>{}</pre>", "<pre>\n{}\n  {}</pre>",
    "<figure><img src='a.jpg' alt='b'><figcaption>{}</figcaption></figure>", "<figure>{}</figure>", "<a href='/z'>{}</a>",
    "<details><summary>{}</summary>{}</details>", "<div role='heading' aria-level='3'>{}</div>", "<p><b>{}</b></p>",
    "<a href='/q'><h3>{}</h3><p>{}</p></a>", "<a href='/q'><div>{}</div></a>", "<map><area href='/a' alt='b'></map>{}",
]  # fmt: skip
TABLE: Final = [
    "<table><tr><td>{}</td><td>{}</td></tr><tr><td>{}</td></tr></table>", "<table><tr><td>{}</table>",
    "<table><caption>{}</caption><thead><tr><th>{}<th>{}</thead><tbody><tr><td colspan=2>{}</table>",
    "<table>{}<tr>{}<td>{}</td>{}<td>{}</td></tr>{}</table>", "<table><tr><td rowspan=2>{}<td>{}<tr><td>{}</table>",
    "<table><tbody>{}<tr><th>{}</th><td>{}</td></tr></tbody>{}</table>", "<table role='presentation'><tr><td>{}<td>{}</table>",
    "<table>{}</table>", "<tr><td>{}</td></tr>", "<table><colgroup><col>{}</colgroup><tr><td>{}<td>{}<tr><td>{}<td>{}</table>",
]  # fmt: skip
CHROME: Final = [
    "<nav>{}</nav>", "<header>{}</header>", "<footer>{}</footer>", "<aside>{}</aside>", "<form>{}</form>", "<button>{}</button>",
    "<select><option>{}</option></select>", "<textarea>{}</textarea>", "<div class='skip-link'>{}</div>", "<fieldset>{}</fieldset>",
    "<div role='navigation'>{}</div>", "<ul class='breadcrumbs'><li><a href='/'>Home</a></li><li>{}</li></ul>",
]  # fmt: skip


def _words() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(SAID), min_size=1, max_size=5).map(" ".join)


def _filled(wrapper: str, parts: list[str]) -> str:
    pieces = wrapper.split("{}")
    return "".join(
        piece + (parts[number % len(parts)] if number + 1 < len(pieces) else "") for number, piece in enumerate(pieces)
    )


def _markup(leaves: st.SearchStrategy[str], wrappers: list[str]) -> st.SearchStrategy[str]:
    """Strings of HTML: leaves in wrappers in wrappers, side by side."""

    def deeper(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        parts = st.lists(inner, min_size=1, max_size=4)
        return st.one_of(st.builds(_filled, st.sampled_from(wrappers), parts), parts.map(" ".join), parts.map("".join))

    return st.recursive(leaves, deeper, max_leaves=16)


ANYTHING: Final = _markup(
    st.one_of(_words(), st.sampled_from(ODD), st.text(max_size=8)), INLINE + UNSEEN + BLOCK * 2 + TABLE + CHROME
)
PLAIN: Final = _markup(_words(), INLINE + UNSEEN + [wrapper for wrapper in BLOCK if "article" not in wrapper] * 2)
"""Without an element that says where a page's content is: then all of it is."""


@cache
def frame(template: str) -> str:
    """A sample page of a design with a place in its content to put things."""
    pages = sorted((*RAW.glob(f"{template}/*.html"), *RAW.glob(f"{template}/*.htm")))
    if not pages:
        pytest.skip(f"raw/{template}/ holds no page yet")
    root = html.document_fromstring(pages[0].read_bytes())
    path = xpath(next(design for design in TEMPLATES if design.name == template).content)
    [content, *_] = elements(path, root)
    place = etree.SubElement(content, "div")
    place.text = "PUT-IT-HERE"
    return str(html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>"))


@cache
def places(template: str) -> tuple[str, ...]:
    """The sample page of a design with a place in each element, one after the other, that the design knows by name."""
    design = next(design for design in TEMPLATES if design.name == template)
    pages = sorted((*RAW.glob(f"{template}/*.html"), *RAW.glob(f"{template}/*.htm")))
    known = [xpath(name) for name in (*design.masthead, *design.lines, *design.breadcrumb, *design.chrome)]
    found = []
    for path in known if pages else ():
        root = html.document_fromstring(pages[0].read_bytes())
        for element in elements(path, root)[:1]:
            place = etree.SubElement(element, "div")
            place.text = "PUT-IT-HERE"
            found.append(str(html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>")))
    return tuple(found)


def cuts(document: Document) -> list[tuple[str, str]]:
    """Every span: what stands there, and what its owner says stands there."""
    found = []
    parts: list[Link | DateMention] = [*document.links, *document.date_mentions]
    for part in parts:
        if part.section is None or part.start is None or part.stop is None:
            continue
        section = document.sections[part.section]
        text = section.heading if part.block is None else section.blocks[part.block].text
        assert part.stop <= len(text or "")
        found.append(((text or "")[part.start : part.stop], part.text if isinstance(part, Link) else part.as_written))
    return found


def check(document: Document) -> None:
    accounting = document.accounting
    assert accounting.unaccounted == 0
    assert accounting.kept + accounting.removed == accounting.visible
    assert sum(part.chars for part in document.removed) == accounting.removed
    assert "text-unaccounted" not in [finding.code for finding in document.findings]
    for stands, said in cuts(document):
        assert stands == said
        assert said == said.strip()
    for section in document.sections:
        assert section.parent is None or document.sections[section.parent].level < section.level
    VALIDATOR.validate(json.loads(to_json(document)))


def shown(document: Document) -> list[str]:
    """The words of a record in its reading order."""
    texts = [line.text for line in document.masthead]
    for section in document.sections:
        texts += [section.number or "", section.heading or ""]
        for block in section.blocks:
            texts += [getattr(block, "caption", None) or "" if block.kind == "table" else "", block.text]
    return re.findall("|".join(SAID), "\n".join(texts))


@given(ANYTHING)
@MODERATE
@example("<table>marlo<tr>tevin<td>quorr</td>besk<td>plim</td></tr>vasto</table>")
@example("<ul>marlo<li>tevin<ul><li>quorr</ul>besk</ul>")
@example("<figure>marlo<img src=a.jpg>tevin<figcaption>quorr</figcaption>besk</figure>")
@example("<pre>marlo<script>no</script><button>tevin</button> quorr</pre>")
@example("<a href='/q'><h3>marlo</h3><p>tevin</p></a>quorr")
@example("<dl>marlo<dt>tevin</dt>quorr<dd>besk<dl><dt>plim</dt></dl></dd>vasto</dl>")
def test_nothing_is_lost_on_a_page_of_no_design(markup: str) -> None:
    page = f"<title>Sample</title><body><h1>Sample page</h1><p>It opens with a sentence.</p>{markup}<p>It ends.</p>"
    check(convert_html(page))


@pytest.mark.parametrize("template", [template.name for template in TEMPLATES])
@given(markup=ANYTHING)
@FEW
@example(markup="<p>\u2003 :</p>")
def test_nothing_is_lost_in_any_design(template: str, markup: str) -> None:
    document = convert_html(frame(template).replace("PUT-IT-HERE", markup))
    assert document.template.name in (template, "generic")
    check(document)


@pytest.mark.parametrize("template", [template.name for template in TEMPLATES])
@given(data=st.data(), markup=ANYTHING)
@MODERATE
def test_nothing_is_lost_in_any_element_that_a_design_knows(template: str, data: st.DataObject, markup: str) -> None:
    if pages := places(template):
        check(convert_html(data.draw(st.sampled_from(pages)).replace("PUT-IT-HERE", markup)))


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><img src='a.jpg' alt='b'><figcaption>marlo tevin</figcaption></figure>",
        "<table><caption>marlo tevin</caption><tr><th>quorr<th>besk<tr><td>plim<td>vasto</table>",
        "<div style='display:none'><ul class='breadcrumbs'><li>marlo</li><li>tevin</li></ul></div>",
    ],
)
@pytest.mark.parametrize("template", [template.name for template in TEMPLATES])
def test_pictures_tables_and_hidden_breadcrumbs_beside_the_content_are_counted_once(template: str, markup: str) -> None:
    for page in places(template):
        check(convert_html(page.replace("PUT-IT-HERE", markup)))


@given(PLAIN)
@MODERATE
@example("marlo <span class='x'><p>marlo tevin quorr</span> besk")
def test_words_keep_their_order(markup: str) -> None:
    prose = "<p>" + "It says what makes the whole body the content. " * 200
    page = f"<title>Sample</title><body><h1>Sample page</h1>{prose}{markup}{prose}"
    document = convert_html(page)
    root = html.document_fromstring(page)
    unseen = "script style template noscript iframe object audio video canvas datalist noframes title desc".split()
    for element in [*root.iter(*unseen), *elements(HIDING, root)]:
        for inner in element.iter():
            inner.text = None
            if inner is not element:
                inner.tail = None
    assert shown(document) == re.findall("|".join(SAID), str(etree.tostring(root, method="text", encoding="unicode")))


@given(ANYTHING)
@FEW
@example("<article><span hidden>000000000000</span></article>")
def test_the_same_page_gives_the_same_bytes(markup: str) -> None:
    page = f"<title>Sample</title><h1>Sample page</h1><p>It opens with a sentence.</p>{markup}"
    assert to_json(convert_html(page)) == to_json(convert_html(page))


@given(st.one_of(st.binary(max_size=400), ANYTHING.map(lambda text: text.encode("utf-8", "replace"))))
@MODERATE
@example(b"\xff\xfe<")
@example(b"\x00" * 9)
@example(b"<!--")
@example(b"<![")
@example(b"<p>\xef\xbf\xbf" + b"<div>" * 130)
def test_any_bytes_give_a_document_or_a_named_error(data: bytes) -> None:
    try:
        document = convert(Snapshot("page", data))
    except StatedocsError as error:
        assert error.origin == "page"  # noqa: PT017  (a document is as right)
    else:
        check(document)


@given(st.text(alphabet=st.sampled_from("ab Z.,:-\n\n\t\f\r*=1")), st.text(max_size=40))
@MODERATE
def test_nothing_is_lost_in_a_text(shape: str, odd: str) -> None:
    document = convert_text(f"A plain sample text stands here.\n\n{shape}\n\n{odd}\n\nAnd here it ends.\n")
    check(document)


def check_explained(found: Explanation) -> None:
    """The page shows every visible character, and each one that a tree or text still holds has its place."""
    words = [token for token in found.page if isinstance(token, Words)]
    before = sum(part.chars for part in found.document.removed if part.rule == "reading/control-character")
    seen = sum(len(solid_text(token.text)) for token in words)
    visible = found.document.accounting.visible
    assert visible - before <= seen <= visible
    assert "".join(solid_text(token.text) for token in words if not token.pairs) == ""
    assert render_explanation(found).count("<script>") == 1


@given(ANYTHING)
@MODERATE
@example("<table>marlo<tr>tevin<td>quorr</td>besk<td>plim</td></tr>vasto</table>")
@example("<p>marlo<p>marlo <a href='/r/pa/1.htm'>marlo</a>marlo")
@example("<table><colgroup><col>marlo</colgroup><tr><td>l<td>marlo<tr><td>l<td>marlo</table>")
@example("<table><tbody>marlo<tr><th>marlo tevin</th><td>marlo</td></tr></tbody>marlo tevin</table>")
@example("<table><colgroup><col>marlo tevin</colgroup><tr><td>marlo<td>marlo tevin<tr><td>marlo<td>marlo tevin</table>")
@example("<table><colgroup><col>0</colgroup><tr><td>&amp;<td>0<tr><td>&amp;<td>0</table> 0 marlo")
def test_an_explained_page_shows_every_character_in_its_place(markup: str) -> None:
    page = f"<title>Sample</title><body><h1>Sample page</h1><p>It opens with a sentence.</p>{markup}<p>It ends.</p>"
    check_explained(explain(Snapshot("page.html", page.encode("utf-8", "replace"))))


@pytest.mark.parametrize("template", [template.name for template in TEMPLATES])
@given(markup=ANYTHING)
@FEW
def test_an_explained_page_of_any_design_does_so_too(template: str, markup: str) -> None:
    page = frame(template).replace("PUT-IT-HERE", markup)
    check_explained(explain(Snapshot("page.html", page.encode("utf-8", "replace"))))


@given(st.text(alphabet=st.sampled_from("ab Z.,:-\n\n\t\f\r*=1")), st.text(max_size=40))
@MODERATE
@example("* a\n* b\n\n1. a\n2. b\n", "=====")
def test_an_explained_text_shows_every_character(shape: str, odd: str) -> None:
    text = f"A plain sample text stands here.\n\n{shape}\n\n{odd}\n\nAnd here it ends.\n"
    found = explain(Snapshot("page.txt", text.encode("utf-8", "replace"), media_type="text/plain"))
    words = [token for token in found.page if isinstance(token, Words)]
    before = sum(part.chars for part in found.document.removed if part.rule == "reading/control-character")
    seen = sum(len(solid_text(token.text)) for token in words)
    assert found.document.accounting.visible - before <= seen <= found.document.accounting.visible
    unplaced = sum(len(solid_text(token.text)) for token in words if not token.pairs)
    assert unplaced <= 2, [token.text for token in words if not token.pairs]
    assert render_explanation(found)
