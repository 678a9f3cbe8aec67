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
_LAID_OVER: Final = {
    **dict.fromkeys(
        (
            "#cookie-consent", "#cookie-banner", "#cookie-notice", "#cookie-law-info-bar", "#onetrust-consent-sdk",
            "#onetrust-banner-sdk", "#CybotCookiebotDialog", ".cookie-consent", ".cookie-banner", ".cookie-notice",
            ".cookie-bar", ".cc-window", ".cc-banner", ".cky-consent-container", ".cli-modal",
        ),
        "cookie-banner",
    ),
    **dict.fromkeys(
        (".adsbygoogle", ".advertisement", ".ad-banner", ".ad-container", ".ad-slot", ".ad-unit"), "advertisement"
    ),
}  # fmt: skip
"""What other makers' programs lay over pages of any design: the names that the common ones use."""

_LINES: dict[Template, tuple[Lookup[str], Lookup[int]]] = {}


def line_lookups(template: Template) -> tuple[Lookup[str], Lookup[int]]:
    """Roles of masthead lines, levels of headings."""
    if template not in _LINES:
        _LINES[template] = Lookup(dict(template.lines)), Lookup(template.ranks)
    return _LINES[template]


_CHROME: dict[tuple[Template, bool, bool], tuple[Lookup[str], Lookup[str], Lookup[str]]] = {}


def chrome_lookups(page: Page) -> tuple[Lookup[str], Lookup[str], Lookup[str]]:
    """Chrome in the content, chrome outside it, breadcrumbs. Without a content element everything is outside."""
    template = page.template
    framed = page.content is not None and page.content.tag != "body"
    key = (template, bool(page.chrome), framed)
    if key not in _CHROME:
        everywhere = {
            selector: rule for selector, rule in template.chrome.items() if not (framed and selector.isalnum())
        }
        _CHROME[key] = (
            Lookup(_COMMON, page.chrome, everywhere, _LAID_OVER),
            Lookup(_COMMON, page.chrome, template.chrome, _LAID_OVER),
            Lookup(dict.fromkeys(template.breadcrumb, "breadcrumb")),
        )
    return _CHROME[key]
