"""What the two classic designs of www.state.gov (2010-2015) share: the frame around the content."""

from types import MappingProxyType
from typing import Final

from statedocs.record import MastheadRole

HOSTS: Final = ("www.state.gov", "2009-2017.state.gov", "fpc.state.gov")

BREADCRUMB: Final = ("#breadcrumb-trail", "#breadcrumbs")

LINES: Final = MappingProxyType[str, MastheadRole](
    {
        "#top-meta": "other",
        "#doctitle": "title",
        ".tier3-headline": "title",
        ".document_type*": "type",
        ".releasing_office*": "issuer",
        ".officials-name": "speaker",
        ".officials-title": "speaker",
        ".official_s_name*": "speaker",
        ".official_s_title*": "speaker",
        ".report_name*": "series",
        ".occasion*": "occasion",
        ".remarks_occasion*": "occasion",
        ".remarks_to*": "audience",
        ".location*": "place",
        ".city*": "place",
        "#date_long": "date",
        ".date*": "date",
        ".press_release_number*": "identifier",
        "#prn": "identifier",
    }
)
"""Masthead lines: the ids, and the names of the fields that the editors filled (`releasing_office_-_other`)."""

CHROME_LINES: Final = MappingProxyType(
    {
        r"Back to Top": "classic/back-to-top",
        r"Share": "classic/share",
        r"(?:View|Watch) Video": "classic/video-link",
    }
)

CHROME: Final = MappingProxyType(
    {
        ".skip-link": "classic/skip-link",
        "#banner4print": "classic/print-banner",
        "#dos-header": "classic/site-header",
        "#dos-banner": "classic/site-header",
        "#nav-container": "classic/site-menu",
        "#sidebar": "classic/sidebar",
        "#tier3-local-nav": "classic/local-menu",
        "#share-icons-cat": "classic/share",
        "#share-icons": "classic/share",
        ".share-icons": "classic/share",
        "#addthis": "classic/share",
        "#footer-output": "classic/site-footer",
        "#dos-footer": "classic/site-footer",
        "#page-footer": "classic/site-footer",
        "#login_dialog": "classic/account-prompt",
        ".back-to-top": "classic/back-to-top",
        "#back-to-top": "classic/back-to-top",
    }
)
"""Selector to rule of the frame's chrome."""
