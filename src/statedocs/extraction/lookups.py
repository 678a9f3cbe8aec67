"""A template's selectors as lookups, built when the first page of the design is met."""

from typing import Final

from statedocs.extraction.page import Page
from statedocs.templates.selectors import Lookup
from statedocs.templates.template import Template

_COMMON: Final = {
    "nav": "navigation", "button": "form-control", "select": "form-control",
    "textarea": "form-control", "option": "form-control",
}  # fmt: skip
"""Chrome of every design, wherever it stands."""

_LINES: dict[str, tuple[Lookup[str], Lookup[int]]] = {}


def line_lookups(template: Template) -> tuple[Lookup[str], Lookup[int]]:
    """Roles of masthead lines, levels of headings."""
    if template.name not in _LINES:
        _LINES[template.name] = Lookup(dict(template.lines)), Lookup(template.ranks)
    return _LINES[template.name]


_CHROME: dict[tuple[str, bool, bool], tuple[Lookup[str], Lookup[str], Lookup[str]]] = {}


def chrome_lookups(page: Page) -> tuple[Lookup[str], Lookup[str], Lookup[str]]:
    """Chrome in the content, chrome outside it, breadcrumbs. Without a content element everything is outside."""
    template = page.template
    framed = page.content is not None and page.content.tag != "body"
    key = (template.name, bool(page.chrome), framed)
    if key not in _CHROME:
        everywhere = {
            selector: rule for selector, rule in template.chrome.items() if not (framed and selector.isalnum())
        }
        _CHROME[key] = (
            Lookup(_COMMON, page.chrome, everywhere),
            Lookup(_COMMON, page.chrome, template.chrome),
            Lookup(dict.fromkeys(template.breadcrumb, "breadcrumb")),
        )
    return _CHROME[key]
