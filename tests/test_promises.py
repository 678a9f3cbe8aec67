"""What the documents promise in one sentence and nothing else tests: pages in, and what must come of them."""

import codecs
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from statedocs.cli import main
from statedocs.extraction import accounting
from statedocs.pipeline import Options, convert, convert_html, convert_text
from statedocs.record import FINDINGS, Document
from statedocs.snapshot import Snapshot
from statedocs.templates import ALL

STATE = "https://www.state.gov/sample-page/"
BODY = "This page is a sample, and it says little: the wells of the town were dug, and were found to be deep enough."
PRESS = (
    '<title>{title} - United States Department of State</title>{head}<main><article class="post-1 {classes}">'
    '<section class="page-header"><div class="featured-content__copy">'
    '<h1 class="featured-content__headline">{title}</h1>'
    "{meta}</div></section><div class=entry-content><p>" + BODY + "</p>{more}</div></article></main>"
)


def press(title: str = "Wells", head: str = "", classes: str = "", meta: str = "", more: str = "") -> bytes:
    """A press page of the WordPress site."""
    return PRESS.format(title=title, head=head, classes=classes, meta=meta, more=more).encode()


def meta(**lines: str) -> str:
    names = {"kind": "doctype-meta", "who": "article-meta__author-bureau", "day": "article-meta__publish-date"}
    return "".join(f'<p class="{names[name]}">{text}</p>' for name, text in lines.items())


def page(data: bytes, **known: str) -> Document:
    return convert(Snapshot("page.html", data, **{"url": STATE, **known}))


FOUND = {
    "base-foreign": press(head="<base href=https://www.example.org/>"),
    "control-characters": press(more="<p>one\x01 two"),
    "country-unknown": press(classes="state_countries_and_areas-freedonia"),
    "date-after-capture": press(meta=meta(day="May 3, 2031")),
    "date-before-edition": press("2019 Country Reports on Human Rights Practices: Peru", meta=meta(day="May 3, 2018")),
    "date-conflict": press(
        head='<meta property="article:published_time" content="2019-05-30">', meta=meta(day="May 3, 2019")
    ),
    "date-impossible": press(meta=meta(day="February 30, 2019")),
    "date-letter-digit": press(meta=meta(day="May 3, l999")),
    "date-missing": press(),
    "date-misspelled": press(meta=meta(day="Febuary 3, 2019")),
    "document-type-unknown": press(meta=meta(kind="Well Song")),
    "encoding-label-wrong": press(head="<meta charset=iso-8859-1>", more="<p>Zoë"),
    "encoding-replaced": press(more="<p>Señor Peña and Zoë say X").replace(b"X", b"\x93"),
    "headings-inferred": press(more=f"<p><b>The Ropes</b></p><p>{BODY}</p>"),
    "issuer-unknown": press(meta=meta(who="Bureau of Wells and Ropes")),
    "link-unresolved": b"<title>Wells</title><main><h1>Wells</h1><p>"
    + BODY.encode()
    + b" See <a href=ropes.htm>ropes</a>.",
    "markup-deep": press(more="<div>" * 3000 + "deep"),
    "mojibake": press(more="<p>Perâ€™s cafÃ© and its friendâ€™s cafÃ© and the thirdâ€™s cafÃ©"),
    "template-ambiguous": press(
        more="<h2 id=page-title>Ropes</h2><div id=middlecolumn><div id=top-meta></div><p>x</div>"
    ),
    "template-unknown": f"<title>Wells</title><main><h1>Wells</h1><p>{BODY}</p></main>".encode(),
    "title-inferred": f"<div id=content><p>{BODY}</p></div><p>[This is a mobile copy of Wells]</p>".encode(),
    "title-missing": f"{BODY}\n\n{BODY}\n".encode(),
}


@pytest.mark.parametrize("code", sorted(FINDINGS.keys() - {"text-unaccounted"}))
def test_every_finding_of_the_closed_list_is_made_of_some_page(code: str) -> None:
    known = {"captured_at": "2020-06-01T00:00:00Z"} if code == "date-after-capture" else {}
    if code in ("link-unresolved", "title-missing"):
        document = convert(Snapshot("page.html", FOUND[code]))
    else:
        document = page(FOUND[code], **known)
    found = {finding.code: finding for finding in document.findings}
    assert found[code].level == FINDINGS[code][0]


def test_text_that_is_neither_kept_nor_removed_is_an_error_on_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page brings it about: here the page is said to hold three characters more than it does."""
    true = accounting.visible
    monkeypatch.setattr(accounting, "visible", lambda page, chrome: true(page, chrome) + 3)
    document = page(press())
    [finding] = [finding for finding in document.findings if finding.code == "text-unaccounted"]
    assert (finding.level, document.accounting.unaccounted) == ("error", 3)


def test_the_findings_of_a_plain_page_are_none() -> None:
    assert page(press(meta=meta(kind="Media Note", who="Office of the Spokesperson", day="May 3, 2019"))).findings == ()


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ('<meta name="description" content=" Of  wells. ">', "Of wells."),
        ('<meta content="Of wells." property="og:description">', "Of wells."),
        (
            '<meta property="og:description" content="Of ropes."><meta name="description" content="Of wells.">',
            "Of wells.",
        ),
        ('<meta name="description" content=""><meta property="og:description" content="Of ropes.">', "Of ropes."),
        ('<meta name="description" content="">', None),
        ('<meta http-equiv="description" content="null">', None),
    ],
)
def test_the_description_is_what_the_page_says_of_itself_in_a_meta_element(head: str, said: str | None) -> None:
    assert page(press(head=head)).description == said


DAMAGED = (
    b"<html><head><title>Wells</title>\r<body><main>\r<h1>Wells\r<p>One\x01 well <b>of <i>two\r"
    b"<p>Next\x0c <ul><li>rope<li>pail\r<p>Last</main"
)


def test_lone_cr_control_characters_and_unclosed_markup_lose_nothing() -> None:
    document = convert_html(DAMAGED)
    words = " ".join(block.text for section in document.sections for block in section.blocks)
    said = " ".join(filter(None, [document.title, *(section.heading for section in document.sections), words]))
    assert all(word in said for word in ("Wells", "One", "well", "of two", "Next", "rope", "pail", "Last"))
    assert document.accounting.unaccounted == 0
    assert {line for section in document.sections for block in section.blocks if (line := block.line)} <= set(
        range(2, 7)
    )
    assert [(part.rule, part.text) for part in document.removed][:1] == [("reading/control-character", "\x01")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-16"])
def test_a_text_is_the_same_record_in_any_coding_and_with_any_line_end(coding: str, end: str) -> None:
    text = f"U.S. Relations With Peru\n\nFact Sheet\nMay 3, 2019\n\n{BODY}\n\nWells and Ropes\n\n{BODY}\n"
    first, other = convert_text(text), convert_text(text.replace("\n", end).encode(coding))
    assert other.content_sha256 == first.content_sha256
    assert (other.masthead, other.sections) == (first.masthead, first.sections)
    marked = coding in ("utf-8-sig", "utf-16")
    assert (other.source.encoding_evidence == "bom") == marked


def test_a_mark_of_the_bytes_comes_before_every_label() -> None:
    data = codecs.BOM_UTF8 + "<meta charset=windows-1251><p>Zoë".encode()
    assert (
        convert(Snapshot("a", data, url=STATE, url_evidence="archive", charset="koi8-r")).source.encoding_evidence
        == "bom"
    )


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """A page that no design claims, with a menu."""
    path = tmp_path / "page.html"
    menu = "<nav>" + "<a href=/>Menu</a> " * 60 + "</nav>"
    path.write_text(f"<title>Wells</title>{menu}<main><h1>Wells</h1><p>{BODY}</p></main>", "utf-8")
    return path


def test_strict_on_the_command_line_fails_a_page_that_no_design_claims(one: Path) -> None:
    out = one.parent / "out"
    assert main(["convert", str(one), "-o", str(out), "-q"]) == 0
    assert main(["convert", str(one), "-o", str(out), "-q", "--strict"]) == 1
    failure = json.loads((out / "page.html.failure.json").read_text("utf-8"))
    assert (failure["stage"], failure["error"]) == ("template", "UnknownTemplate")
    assert not (out / "page.html.json").exists()


def test_keep_removed_on_the_command_line_keeps_all_that_was_left_out(one: Path) -> None:
    out = one.parent / "out"
    lengths = []
    for options in ([], ["--keep-removed"]):
        assert main(["convert", str(one), "-o", str(out), "-q", *options]) == 0
        [menu] = json.loads((out / "page.html.json").read_text("utf-8"))["removed"]
        lengths.append((len(menu["text"]), menu["chars"]))
    assert lengths == [(119, 240), (299, 240)]
    assert len(convert_html(one.read_bytes()).removed[0].text) == lengths[0][0]
    assert convert(Snapshot("a", one.read_bytes()), Options(keep_removed=True)).removed[0].chars == lengths[1][1]


def test_templates_shows_years_hosts_signs_and_whether_a_real_page_was_seen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    assert main(["templates"]) == 0
    shown = capsys.readouterr().out
    assert shown.split()[:5] == ["name", "years", "seen", "hosts", "signs"]
    for template in ALL:
        [line] = re.findall(rf"^ ?{re.escape(template.name)} .*$", shown, re.MULTILINE)
        assert re.search(rf"\b{'yes' if template.seen else 'no'}\b", line), line
        assert template.years in line
        assert all(host in shown for host in template.hosts)
        assert all(sign in shown for sign in template.signs)


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_completion_script_is_sound_for_its_shell(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert "_STATEDOCS_COMPLETE" in script
    if program := shutil.which(shell):
        assert subprocess.run([program, "-n", "/dev/stdin"], input=script, text=True, check=False).returncode == 0


def test_the_workflow_runs_what_has_to_pass(root: Path) -> None:
    workflow = (root / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    assert "run: bash .ci/run" in workflow
    assert all(f'"{version}"' in workflow for version in ("3.11", "3.12", "3.13"))
