"""travel.state.gov since 2018."""

from types import MappingProxyType
from typing import Final

from statedocs.templates.template import Template

SITE: Final = "https://travel.state.gov/"
BREADCRUMB: Final = (".tsg-rwd-single-page-breadcrumb", ".tsg-rwd-breadcrumb")
CHROME: Final = MappingProxyType(
    {
        ".skip": "travel-rwd/skip-link",
        ".emergencyalert": "travel-rwd/emergency-banner",
        ".Emergency-Alerts-Banner": "travel-rwd/emergency-banner",
        ".tsg-rwd-top-sitewide-resource-menu": "travel-rwd/site-menu",
        ".tsg-rwd-side-menu-frame": "travel-rwd/side-menu",
        ".tsg-rwd-single-page-socialmedia": "travel-rwd/share",
        ".share-this-page": "travel-rwd/share",
        ".share-buttons": "travel-rwd/share",
        ".tsg-rwd-right-rail": "travel-rwd/sidebar",
        ".showThreat": "travel-rwd/threat-icon",
        ".tsg-rwd-alert-more-box-btn": "travel-rwd/fold-control",
        ".set_1_button": "travel-rwd/fold-control",
        ".modal": "travel-rwd/external-link-dialog",
        ".tsg-rwd-footer-row": "travel-rwd/site-footer",
        ".tsg-rwd-bottom-legal-frame": "travel-rwd/site-footer",
        ".tsg-rwd-body-frame-row": "travel-rwd/site-header",
    }
)

TRAVEL_RWD: Final = Template(
    name="travel-rwd",
    about="Visa bulletins, travel advisories and country information in the responsive design of travel.state.gov",
    years="2018-",
    hosts=("travel.state.gov",),
    seen=True,
    signs=(".tsg-rwd-main-copy-body-frame",),
    content="div.tsg-rwd-main-copy-body-frame",
    absent=(".tsg-rwd-csi-contry-name",),
    lines=MappingProxyType(
        {
            "h1": "title",
            ".tsg-rwd-eab-type-frame": "type",
            ".tsg-rwd-eab-date-frame": "date",
            ".custom_dateselect": "date",
            ".tsg-rwd-eab-title-frame": "other",
            ".tsg-rwd-emergency-alertheader-type-frame-typebox": "other",
            ".tsg-rwd-emergency-alertheader-title": "other",
        }
    ),
    breadcrumb=BREADCRUMB,
    chrome=CHROME,
    inferred_headings=True,
    site=SITE,
)
