"""Country information on travel.state.gov since 2018.

No real page was at hand: the classes are those that other programs read.
"""

from types import MappingProxyType
from typing import Final

from statedocs.templates import travel_rwd
from statedocs.templates.template import Template

TRAVEL_RWD_COUNTRY: Final = Template(
    name="travel-rwd-country",
    about="Country information for travelers: quick facts, embassies, entry, safety, health",
    years="2018-",
    hosts=("travel.state.gov",),
    seen=False,
    signs=(".tsg-rwd-main-copy-body-frame", ".tsg-rwd-csi-contry-name"),
    content="div.tsg-rwd-main-copy-body-frame",
    lines=MappingProxyType({".tsg-rwd-csi-contry-name": "title", ".tsg-rwd-csi-official-name": "other"}),
    breadcrumb=travel_rwd.BREADCRUMB,
    chrome=travel_rwd.CHROME,
    inferred_headings=True,
    site=travel_rwd.SITE,
)
