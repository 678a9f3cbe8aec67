"""Country guides of the Office of the Historian, history.state.gov.

No real page was at hand: the site's own templates are public.
"""

from types import MappingProxyType
from typing import Final

from statedocs.templates.template import Template

HISTORY_COUNTRIES: Final = Template(
    name="history-countries",
    about="The guide to the history of recognition and relations, by country",
    years="2011-",
    hosts=("history.state.gov",),
    seen=False,
    signs=(".hsg-main; .hsg-width-two-thirds",),
    content="(//*[@id='content-inner']|//div[contains(@class,'hsg-width-two-thirds')][not(.//*[@id='content-inner'])])[1]",
    lines=MappingProxyType({"h1": "title"}),
    leading=True,
    breadcrumb=(".hsg-breadcrumb", "ol.breadcrumb"),
    chrome=MappingProxyType(
        {
            ".ribbon-container": "history-countries/beta-ribbon",
            ".hsg-navigation-wrapper": "history-countries/volume-title",
            "#static-title": "history-countries/duplicate-title",
            ".hsg-header": "history-countries/site-header",
            ".hsg-nav": "history-countries/site-menu",
            "aside": "history-countries/sidebar",
            ".hsg-footer": "history-countries/site-footer",
        }
    ),
    site="https://history.state.gov/",
)
