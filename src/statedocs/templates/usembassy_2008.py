"""Sites of U.S. embassies in the older system, 2008 to 2016.

No real page was at hand: ids and classes are those that several programs read. Some posts have the article's name as
an id, others as a class, and some print the title above it.
"""

from types import MappingProxyType
from typing import Final

from statedocs.templates.template import Template

_NAMES: Final = "concat(' ',normalize-space(@class),' ')"
_ARTICLE: Final = f"//div[@id='middle-content-article']|//div[contains({_NAMES},' middle-content-article ')]"
_AROUND: Final = f"//div[contains({_NAMES},' middle-article ')]"

USEMBASSY_2008: Final = Template(
    name="usembassy-2008",
    about="News and policy pages of embassy sites in the older system",
    years="2008-2016",
    hosts=("usembassy.gov", "usconsulate.gov", "usmission.gov", "ait.org.tw"),
    seen=False,
    signs=(_ARTICLE,),
    content=f"({_ARTICLE}|{_AROUND})[1]",
    lines=MappingProxyType({"h1": "title", ".page-title": "title", "h6": "date"}),
    leading=True,
    breadcrumb=("#bread",),
    chrome=MappingProxyType(
        {
            ".sharedaddy": "usembassy/share",
            "#skip": "usembassy/skip-link",
            "#header": "usembassy/site-header",
            "#menu-inside": "usembassy/site-menu",
            "#footer": "usembassy/site-footer",
            ".image-enlarge": "usembassy/image-control",
        }
    ),
    inferred_headings=True,
)
