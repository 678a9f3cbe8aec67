"""The responsive design of www.state.gov, 2015 to 2018, and its copy on 2009-2017.state.gov."""

from types import MappingProxyType
from typing import Final

from statedocs.templates.template import Template

RESPONSIVE_2015: Final = Template(
    name="responsive-2015",
    about="The responsive design; it also serves much older pages, and lives on as the archive of 2009-2017",
    years="2015-2018",
    hosts=("www.state.gov", "2009-2017.state.gov"),
    seen=True,
    signs=("#page-title", "#middlecolumn"),
    content="#middlecolumn",
    masthead=(".l-page-title",),
    lines=MappingProxyType(
        {
            "#top-meta": "other",
            "#page-title": "title",
            ".releasing_office*": "issuer",
            ".date*": "date",
            "#date_long": "date",
            ".document_type*": "type",
            ".report_name*": "series",
            ".officials-name": "speaker",
            ".officials-title": "speaker",
            ".official_s_name*": "speaker",
            ".official_s_title*": "speaker",
            ".remarks_occasion*": "occasion",
            ".occasion*": "occasion",
            ".remarks_to*": "audience",
            ".remarks_location*": "place",
            ".location*": "place",
            ".city*": "place",
            ".press_release_number*": "identifier",
            "#prn": "identifier",
        }
    ),
    breadcrumb=("ul.breadcrumbs", "#breadcrumbs"),
    chrome=MappingProxyType(
        {
            ".skip": "responsive-2015/skip-link",
            ".element-invisible": "responsive-2015/skip-link",
            ".l-archive-header": "responsive-2015/archive-banner",
            "#archive-modal": "responsive-2015/archive-banner",
            ".l-header": "responsive-2015/site-header",
            ".l-topbar": "responsive-2015/site-menu",
            ".l-browse": "responsive-2015/site-search",
            ".b-subnav-jump": "responsive-2015/skip-link",
            ".l-addthis-container": "responsive-2015/share",
            ".addthis_toolbox": "responsive-2015/share",
            "aside": "responsive-2015/sidebar",
            ".sidebar": "responsive-2015/sidebar",
            ".l-squiggle": "responsive-2015/site-footer",
            ".l-footer": "responsive-2015/site-footer",
            ".b-back-to-top": "responsive-2015/back-to-top",
            "#login_dialog": "responsive-2015/account-prompt",
            ".no-js-message": "responsive-2015/no-script-notice",
        }
    ),
    chrome_lines=MappingProxyType(
        {
            r"Back to Top": "responsive-2015/back-to-top",
            r"Share": "responsive-2015/share",
            r"(?:View|Watch) Video": "responsive-2015/video-link",
        }
    ),
    inferred_headings=True,
)
