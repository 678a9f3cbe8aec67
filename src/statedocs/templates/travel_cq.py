"""travel.state.gov, 2013 to 2018."""

from types import MappingProxyType
from typing import Final

from statedocs.templates.template import Template

TRAVEL_CQ: Final = Template(
    name="travel-cq",
    about="Visa bulletins and consular pages in the older design of travel.state.gov",
    years="2013-2018",
    hosts=("travel.state.gov",),
    seen=True,
    signs=("#body_bg_hook", "#main", "#mega_menu"),
    content="#main",
    lines=MappingProxyType({"h1": "title"}),
    breadcrumb=("div.breadcrumbs", "div.breadcrumb"),
    chrome=MappingProxyType(
        {
            "#skipnav": "travel-cq/skip-link",
            ".EAB_Revised": "travel-cq/emergency-banner",
            "#header": "travel-cq/site-header",
            "#nav": "travel-cq/site-menu",
            ".megamenu": "travel-cq/site-menu",
            ".contentlinks": "travel-cq/print-and-share",
            ".print-email-ctrls": "travel-cq/print-and-share",
            ".email-window": "travel-cq/print-and-share",
            "#right_rail": "travel-cq/sidebar",
            ".rightrail": "travel-cq/sidebar",
            "#footer": "travel-cq/site-footer",
            "#ext_link_dialog": "travel-cq/external-link-dialog",
        }
    ),
    chrome_lines=MappingProxyType({r"(?:Expand|Collapse) All": "travel-cq/fold-control"}),
    inferred_headings=True,
    site="https://travel.state.gov/",
)
