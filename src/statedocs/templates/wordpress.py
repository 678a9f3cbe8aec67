"""What all WordPress designs of www.state.gov (2019-) share: the frame around the content."""

from types import MappingProxyType
from typing import Final

from statedocs.record import MastheadRole

HOSTS: Final = ("www.state.gov", "2017-2021.state.gov", "2021-2025.state.gov")

RELATIONS_TITLE: Final = (
    "//h1[contains(@class,'featured-content__headline')][starts-with(normalize-space(.),'U.S. Relations With')]"
)
"""The sign of a bilateral relations page."""

BREADCRUMB: Final = ("#breadcrumbs", ".report-header__breadcrumb", ".block_breadcrumbs")

PRESS_LINES: Final = MappingProxyType[str, MastheadRole](
    {
        ".featured-content__headline": "title",
        "h1.wp-block-post-title": "title",
        ".doctype-meta": "type",
        ".article-meta__author-bureau": "issuer",
        ".article-meta__publish-date": "date",
        ".article-meta__audience": "audience",
        ".article-meta__location": "place",
        "div.article-meta": "other",
        ".featured-content__copy": "other",
    }
)
"""Masthead lines of press pages; bureau and speaker share one element and are told apart by their words."""

_LOOSE: Final = (
    "[not(ancestor::*[contains(@class,'featured-content__copy')])]"
    "[not(ancestor::section[contains(@class,'page-header')])]"
)
HERO: Final = (
    ".featured-content__copy",
    "section.page-header",
    f"//h1[contains(@class,'featured-content__headline') or contains(@class,'wp-block-post-title')]{_LOOSE}",
    f"//div[contains(concat(' ',@class,' '),' article-meta ')]{_LOOSE}",
    f"//p[contains(@class,'article-meta')][not(ancestor::div[contains(@class,'article-meta')])]{_LOOSE}",
)
"""What holds the masthead of press pages: the hero, or its parts where no box is around them."""

CHROME: Final = MappingProxyType(
    {
        ".skip-link": "wordpress/skip-link",
        ".header_banner_container": "wordpress/government-banner",
        ".usa-banner": "wordpress/government-banner",
        ".archive-banner": "wordpress/archive-banner",
        "#archive_banner": "wordpress/archive-banner",
        ".page-header__actions": "wordpress/share",
        ".other-news": "wordpress/promotion",
        ".archived-content-banner": "wordpress/archive-banner",
        "#masthead": "wordpress/site-header",
        ".site-header": "wordpress/site-header",
        "header": "wordpress/site-header",
        "nav": "wordpress/navigation",
        "footer": "wordpress/site-footer",
        ".site-footer": "wordpress/site-footer",
        "#colophon": "wordpress/site-footer",
        ".nav__overlay": "wordpress/site-menu",
        ".nav__search": "wordpress/site-search",
        ".nav__subnav-close-wrapper": "wordpress/site-menu",
        "#wmpci-popup-wrp": "wordpress/popup",
        ".wmpci-popup-wrp": "wordpress/popup",
        "#cmplz-cookiebanner-container": "wordpress/cookie-banner",
        "#bc_wrapper": "wordpress/breadcrumb-frame",
        ".bc_hide": "wordpress/breadcrumb-toggle",
        ".addthis": "wordpress/share",
        ".addthis__inline": "wordpress/share",
        ".share-this-page": "wordpress/share",
        ".wp-block-state-blocks-share": "wordpress/share",
        ".wp-block-social-links": "wordpress/share",
        ".addtoany_share_save_container": "wordpress/share",
        ".sharedaddy": "wordpress/share",
        ".report-meta__link--social": "wordpress/share",
        ".report-meta__link": "wordpress/downloads",
        ".related-tags": "wordpress/tags",
        ".related-tags__pills": "wordpress/tags",
        ".wp-block-tags-block": "wordpress/tags",
        ".report__tags": "wordpress/tags",
        ".wp-block-post-terms": "wordpress/tags",
        ".post-navigation": "wordpress/navigation",
        ".wp-block-post-navigation-link": "wordpress/navigation",
        ".wp-block-query-pagination": "wordpress/navigation",
        ".related-content": "wordpress/related-content",
        ".wp-block-related-content": "wordpress/related-content",
        ".wp-block-summary-article-index": "wordpress/article-index",
        ".wp-block-buttons": "wordpress/buttons",
        ".wp-block-file__button": "wordpress/downloads",
        ".back-to-top": "wordpress/back-to-top",
        ".js-backtotop__link": "wordpress/back-to-top",
        ".report__back-to-top": "wordpress/back-to-top",
        ".report-nav__overlay": "wordpress/report-builder",
        ".report-builder": "wordpress/report-builder",
        ".report__side": "wordpress/report-builder",
        "#report-nav": "wordpress/report-builder",
        "#mininav_outer": "wordpress/table-of-contents",
        ".report-toc": "wordpress/table-of-contents",
        ".screen-reader-text": "wordpress/screen-reader-text",
        "form": "wordpress/form",
    }
)
"""Selector to rule of the frame's chrome, for every template of the family."""
