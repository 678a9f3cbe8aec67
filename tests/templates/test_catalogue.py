"""Every design is declared soundly: its selectors are selectors, its rules have names, its name is its own."""

import re
from pathlib import Path

import pytest

import statedocs.templates
from statedocs.record import MastheadLine
from statedocs.templates.catalogue import ALL, TEMPLATES
from statedocs.templates.generic import GENERIC
from statedocs.templates.plain_text import PLAIN_TEXT
from statedocs.templates.selectors import Selector, xpath
from statedocs.templates.template import Template

ROLES = set(MastheadLine.model_json_schema()["properties"]["role"]["enum"])


def test_every_design_is_in_the_list_once() -> None:
    names = [template.name for template in ALL]
    assert len(names) == len(set(names))
    assert (*TEMPLATES, PLAIN_TEXT, GENERIC) == ALL


def test_every_declaration_is_in_the_list() -> None:
    folder = Path(statedocs.templates.__file__).parent
    declaring = {
        path.stem
        for path in folder.glob("*.py")
        if re.search(r"^[A-Z0-9_]+: Final = Template\(", path.read_text("utf-8"), re.M)
    }
    assert declaring == {template.name.replace("-", "_") for template in ALL}


@pytest.mark.parametrize("template", ALL, ids=lambda template: template.name)
def test_a_declaration_is_sound(template: Template) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", template.name)
    assert template.about
    assert not template.about.endswith(".")
    assert re.fullmatch(r"(\d{4})?(-(\d{4})?)?", template.years)
    for text in (*(one for sign in template.signs for one in sign.split("; ")), *template.absent, template.content):
        xpath(text)
    for text in (*template.masthead, *template.breadcrumb):
        xpath(text)
    for text in (*template.lines, *template.chrome, *template.ranks):
        Selector.parse(text)
    assert set(template.lines.values()) <= ROLES
    assert all(1 <= level <= 6 for level in template.ranks.values())
    for pattern in template.chrome_lines:
        assert not re.compile(pattern).fullmatch("")


@pytest.mark.parametrize("template", ALL, ids=lambda template: template.name)
def test_rules_are_named(template: Template) -> None:
    for rule in (*template.chrome.values(), *template.chrome_lines.values()):
        assert re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)?", rule), rule


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_a_design_that_claims_pages_says_by_what(template: Template) -> None:
    assert template.signs, "a design that claims pages has signs"
    assert template.hosts, "a design that claims pages says on which hosts"
    broad = [sign for sign in template.signs if sign.startswith(("body", "//body["))]
    assert not broad, f"{broad}: a class of the body is on pages of many kinds; name elements within it"
