"""Sites of U.S. embassies, usembassy.gov, 2016 to now.

No real page was at hand: the classes are those that another program reads.
"""

from types import MappingProxyType
from typing import Final

from statedocs.templates.template import Template

USEMBASSY: Final = Template(
    name="usembassy",
    about="News and policy pages of embassy sites",
    years="2016-",
    hosts=("usembassy.gov",),
    seen=False,
    signs=(".mo-breadcrumbs",),
    content="(//main//div[contains(concat(' ',@class,' '),' entry-content ')]|//main)[1]",
    masthead=("div.mo-breadcrumbs",),
    lines=MappingProxyType({"h1": "title", ".byline": "other", "time.updated": "date", "time.entry-date": "date"}),
    leading=True,
    breadcrumb=("div.breadcrumbs",),
    chrome=MappingProxyType(
        {
            ".sharedaddy": "usembassy/share",
            ".sr-only": "usembassy/skip-link",
            ".usa-banner": "usembassy/government-banner",
            "header.banner": "usembassy/site-header",
            ".mo-share": "usembassy/share",
            ".mo-page-breaks": "usembassy/page-navigation",
            ".entry-tags": "usembassy/tags",
            "aside": "usembassy/sidebar",
            ".sidebar": "usembassy/sidebar",
            ".content-info": "usembassy/site-footer",
        }
    ),
    inferred_headings=True,
)
