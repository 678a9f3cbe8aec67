"""Country reports on www.state.gov, 2017 to now, classic and block editor."""

from types import MappingProxyType
from typing import Final

from statedocs.templates import wordpress
from statedocs.templates.template import Template

WORDPRESS_REPORT: Final = Template(
    name="wordpress-report",
    about="Annual reports by country on the WordPress site: human rights, religious freedom, trafficking …",
    years="2017-",
    hosts=wordpress.HOSTS,
    seen=True,
    signs=(".report__content", ".report-header__headline"),
    content="div.report__content",
    masthead=(".report-header__copy", "section.report-header", "section.wp-block-reports-hero"),
    lines=MappingProxyType(
        {
            ".report-header__headline": "title",
            ".report-meta__author": "issuer",
            ".article-meta__publish-date": "date",
            ".doctype-meta": "type",
        }
    ),
    breadcrumb=wordpress.BREADCRUMB,
    chrome=wordpress.CHROME,
    ranks=MappingProxyType({".report__section-title": 2, ".report__section-subtitle": 3, "h4.report-toc-section": 2}),
)
