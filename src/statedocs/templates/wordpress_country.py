"""Country pages (`/countries-areas/…`) on www.state.gov, 2019 to now.

No real page was at hand: the markup of the feed block is known from other programs.
"""

from typing import Final

from statedocs.templates import wordpress
from statedocs.templates.template import Template

WORDPRESS_COUNTRY: Final = Template(
    name="wordpress-country",
    about="Country pages on the WordPress site: highlights, relationship, travel",
    years="2019-",
    hosts=wordpress.HOSTS,
    seen=False,
    signs=(
        ".featured-content__headline",
        "//*[contains(@class,'type-state_country') or contains(@class,'state-content-feed-block')]",
    ),
    absent=(".report__content", ".doctype-meta"),
    content="div.entry-content",
    masthead=("section.bureau-header", "section.page-header"),
    lines=wordpress.PRESS_LINES,
    breadcrumb=wordpress.BREADCRUMB,
    chrome=wordpress.CHROME,
    inferred_headings=True,
)
