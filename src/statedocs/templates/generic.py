"""What none or two designs claim."""

from types import MappingProxyType
from typing import Final

from statedocs.templates.template import Template

GENERIC: Final = Template(
    name="generic",
    about="Any other page: read by its semantic elements, else by where its text is dense",
    years="",
    hosts=(),
    seen=True,
    signs=(),
    content="//main|//*[@role='main']|//article|//*[@id='content' or @id='main' or @id='main-content']",
    leading=True,
    breadcrumb=("#breadcrumbs", ".breadcrumbs", ".breadcrumb", "#breadcrumb"),
    chrome=MappingProxyType(
        {
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
            "#footer": "generic/site-footer",
            "#sidebar": "generic/sidebar",
            ".sidebar": "generic/sidebar",
            ".share": "generic/share",
            ".social": "generic/share",
        }
    ),
    chrome_lines=MappingProxyType(
        {r"Skip (?:to|navigation).{0,40}": "generic/skip-link", r"Back to Top": "generic/back-to-top"}
    ),
    inferred_headings=True,
)
