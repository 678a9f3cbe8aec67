"""What the two classic designs of www.state.gov (2010-2015) share: the frame around the content."""

from types import MappingProxyType
from typing import Final

HOSTS: Final = ("www.state.gov", "2009-2017.state.gov", "fpc.state.gov")

BREADCRUMB: Final = ("#breadcrumb-trail", "#breadcrumbs")

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
