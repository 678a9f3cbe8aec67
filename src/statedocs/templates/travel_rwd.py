"""travel.state.gov since 2018."""

from types import MappingProxyType
from typing import Final

from statedocs.templates.template import Template

TRAVEL_RWD: Final = Template(
    name="travel-rwd",
    about="Visa bulletins, travel advisories and country information in the responsive design of travel.state.gov",
    years="2018-",
    hosts=("travel.state.gov",),
    seen=True,
    signs=(".tsg-rwd-main-copy-body-frame",),
    content="div.tsg-rwd-main-copy-body-frame",
    lines=MappingProxyType({"h1": "title", ".tsg-rwd-page-title": "title"}),
    breadcrumb=(".tsg-rwd-single-page-breadcrumb", ".tsg-rwd-breadcrumb"),
    chrome=MappingProxyType(
        {
            ".skip": "travel-rwd/skip-link",
            ".emergencyalert": "travel-rwd/emergency-banner",
            ".tsg-rwd-emergency-alert": "travel-rwd/emergency-banner",
            ".tsg-rwd-eab-main-frame-*": "travel-rwd/emergency-banner",
            ".tsg-rwd-top-sitewide-resource-menu": "travel-rwd/site-menu",
            ".tsg-rwd-side-menu-frame": "travel-rwd/side-menu",
            ".tsg-rwd-single-page-socialmedia": "travel-rwd/share",
            ".share-this-page": "travel-rwd/share",
            ".share-buttons": "travel-rwd/share",
            ".modal": "travel-rwd/external-link-dialog",
            ".tsg-rwd-footer-row": "travel-rwd/site-footer",
            ".tsg-rwd-bottom-legal-frame": "travel-rwd/site-footer",
            ".tsg-rwd-body-frame-row": "travel-rwd/site-header",
        }
    ),
    inferred_headings=True,
    site="https://travel.state.gov/",
)
