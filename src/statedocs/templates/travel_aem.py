"""Destinations on travel.state.gov in the components of 2025 and later: an advisory, and what travelers need to know.

No whole page was at hand: the advisory is known from fragments, its frame from classes that programs read.
"""

from types import MappingProxyType
from typing import Final

from statedocs.templates.template import Template

_MAIN: Final = "//main|//*[@id='tsg_main_content_container']"

TRAVEL_AEM: Final = Template(
    name="travel-aem",
    about="Travel advisories and destinations in the newest design of travel.state.gov",
    years="2025-",
    hosts=("travel.state.gov",),
    seen=False,
    signs=(".cmp-traveladvisory",),
    absent=(".tsg-rwd-main-copy-body-frame",),
    content=f"({_MAIN}|//body[not({_MAIN})])[1]",
    lines=MappingProxyType({"h1": "title", ".date-issued": "date", "#tsg-page_date": "date"}),
    breadcrumb=(".usa-breadcrumb", ".cmp-breadcrumb", "nav.breadcrumb"),
    chrome=MappingProxyType(
        {
            ".usa-banner": "travel-aem/government-banner",
            ".usa-skipnav": "travel-aem/skip-link",
            "header": "travel-aem/site-header",
            ".megamenu": "travel-aem/site-menu",
            ".usa-footer": "travel-aem/site-footer",
            "footer": "travel-aem/site-footer",
            ".usa-modal": "travel-aem/external-link-dialog",
            ".risk-bubbles": "travel-aem/threat-icon",
        }
    ),
    inferred_headings=True,
    site="https://travel.state.gov/",
)
