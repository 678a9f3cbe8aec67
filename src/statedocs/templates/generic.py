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
    content="(//main|//article|//*[@role='main']|//*[@id='content' or @id='main' or @id='main-content'])[1]",
    leading=True,
    breadcrumb=("#breadcrumbs", ".breadcrumbs", ".breadcrumb", "#breadcrumb"),
    chrome=MappingProxyType(
        {
            "header": "generic/site-header",
            "footer": "generic/site-footer",
            "nav": "generic/navigation",
            "aside": "generic/sidebar",
            "form": "generic/form",
            ".skip-link": "generic/skip-link",
            ".skip": "generic/skip-link",
            "#header": "generic/site-header",
            "#footer": "generic/site-footer",
            "#sidebar": "generic/sidebar",
            ".sidebar": "generic/sidebar",
            ".share": "generic/share",
            ".social": "generic/share",
        }
    ),
    inferred_headings=True,
)
