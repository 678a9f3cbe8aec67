"""Sites of U.S. embassies in the older system, 2008 to 2016.

No real page was at hand: the ids are those that several programs read.
"""

from types import MappingProxyType
from typing import Final

from statedocs.templates.template import Template

USEMBASSY_2008: Final = Template(
    name="usembassy-2008",
    about="News and policy pages of embassy sites in the older system",
    years="2008-2016",
    hosts=("usembassy.gov",),
    seen=False,
    signs=("#middle-content-article",),
    content="#middle-content-article",
    lines=MappingProxyType({"h1": "title", "h6": "date"}),
    breadcrumb=("#bread",),
    chrome=MappingProxyType(
        {
            "#skip": "usembassy/skip-link",
            "#header": "usembassy/site-header",
            "#menu-inside": "usembassy/site-menu",
            "#footer": "usembassy/site-footer",
            ".image-enlarge": "usembassy/image-control",
        }
    ),
    inferred_headings=True,
)
