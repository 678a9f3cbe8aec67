"""What none or two designs claim."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from statedocs.record import MastheadRole
from statedocs.templates.archive_1997 import ARCHIVE_1997
from statedocs.templates.archive_2001 import ARCHIVE_2001
from statedocs.templates.classic_2010_article import CLASSIC_2010_ARTICLE
from statedocs.templates.history_countries import HISTORY_COUNTRIES
from statedocs.templates.responsive_2015 import RESPONSIVE_2015
from statedocs.templates.template import Template
from statedocs.templates.travel_aem import TRAVEL_AEM
from statedocs.templates.travel_cq import TRAVEL_CQ
from statedocs.templates.travel_rwd import TRAVEL_RWD
from statedocs.templates.usembassy import USEMBASSY
from statedocs.templates.usembassy_2008 import USEMBASSY_2008
from statedocs.templates.wordpress_press import WORDPRESS_PRESS
from statedocs.templates.wordpress_report import WORDPRESS_REPORT

_KNOWN: Final = (
    WORDPRESS_REPORT,
    WORDPRESS_PRESS,
    RESPONSIVE_2015,
    CLASSIC_2010_ARTICLE,
    ARCHIVE_2001,
    ARCHIVE_1997,
    TRAVEL_RWD,
    TRAVEL_CQ,
    TRAVEL_AEM,
    USEMBASSY,
    USEMBASSY_2008,
    HISTORY_COUNTRIES,
)
_TELLING: Final = ("#", ".")
_COMMON: Final = (".date", ".city", ".location", ".occasion")
"""Words that the pages of anybody use for anything."""
_AROUND: Final = (".tsg-rwd-body-frame-row",)
"""Chrome of a known design that stands around its content."""


def _known_chrome() -> Iterator[tuple[str, str]]:
    """Chrome that known designs mark by a name: a page that lost one of the signs still has the others."""
    for design in _KNOWN:
        for selector, rule in design.chrome.items():
            if selector.startswith(_TELLING) and selector not in _AROUND:
                yield selector, rule


def _known_lines() -> Iterator[tuple[str, MastheadRole]]:
    """Masthead lines that known designs mark by a name of their own."""
    for design in _KNOWN:
        for selector, role in design.lines.items():
            if selector.startswith(_TELLING) and not selector.startswith(_COMMON):
                yield selector, role


GENERIC: Final = Template(
    name="generic",
    about="Any other page: read by its semantic elements, else by where its text is dense",
    years="",
    hosts=(),
    seen=True,
    signs=(),
    content="//main|//*[@role='main']|//article|//*[@id='content' or @id='main' or @id='main-content']",
    lines=MappingProxyType(dict(_known_lines())),
    leading=True,
    breadcrumb=tuple(
        dict.fromkeys(
            (
                "#breadcrumbs",
                ".breadcrumbs",
                ".breadcrumb",
                "#breadcrumb",
                *(name for design in _KNOWN for name in design.breadcrumb),
            )
        )
    ),
    chrome=MappingProxyType(
        {
            **dict(_known_chrome()),
            "header": "generic/site-header",
            "footer": "generic/site-footer",
            "nav": "generic/navigation",
            "[role=navigation]": "generic/navigation",
            "aside": "generic/sidebar",
            "form": "generic/form",
            ".skip-link": "generic/skip-link",
            ".sr-only": "generic/skip-link",
            ".skip": "generic/skip-link",
            "#header": "generic/site-header",
            "#banner": "generic/site-header",
            "#footer": "generic/site-footer",
            "#sidebar": "generic/sidebar",
            ".sidebar": "generic/sidebar",
            "aside.widget": "generic/sidebar",
            ".share": "generic/share",
            ".social": "generic/share",
            ".node-links": "generic/share",
            "#comments": "generic/comments",
        }
    ),
    chrome_lines=MappingProxyType(
        {
            r"Skip (?:to|navigation).{0,40}": "generic/skip-link",
            r"(?:Back to (?:the )?Top|Top of (?:the )?Page)": "generic/back-to-top",
            r"\[end of (?:file|document)\.?\]": "generic/end-mark",
            r"Diplomacy in Action": "generic/site-header",
            r"(?:Printer[- ]friendly (?:version|page)|(?:Print|E-?mail|Share) this page)": "generic/share",
            r"This is an official U\.S\. Government source for information on the WWW\..*": "generic/site-footer",
        }
    ),
    chrome_links=MappingProxyType(
        {
            r"(?:Return to|Back to|Go to) .{3,80}": "generic/page-navigation",
            r"(?:Return to )?(?:the )?(?:U\.S\. )?(?:Department of State|State Department|DOS)(?: Home ?[Pp]age)?\.?": (
                "generic/page-navigation"
            ),
        }
    ),
    ranks=WORDPRESS_REPORT.ranks,
    inferred_headings=True,
)

CONTESTED: Final = replace(GENERIC, lines=MappingProxyType({}), ranks=MappingProxyType({}))
"""The same for a page that two designs claim: then neither is believed in what it marks as masthead."""
