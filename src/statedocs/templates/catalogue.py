"""All designs, in one visible list."""

from typing import Final

from statedocs.templates.archive_1997 import ARCHIVE_1997
from statedocs.templates.archive_2001 import ARCHIVE_2001
from statedocs.templates.classic_2010_article import CLASSIC_2010_ARTICLE
from statedocs.templates.classic_2010_landing import CLASSIC_2010_LANDING
from statedocs.templates.dosfan_html import DOSFAN_HTML
from statedocs.templates.feed_item import FEED_ITEM
from statedocs.templates.generic import GENERIC
from statedocs.templates.history_countries import HISTORY_COUNTRIES
from statedocs.templates.mobile_2009 import MOBILE_2009
from statedocs.templates.plain_text import PLAIN_TEXT
from statedocs.templates.responsive_2015 import RESPONSIVE_2015
from statedocs.templates.template import Template
from statedocs.templates.travel_aem import TRAVEL_AEM
from statedocs.templates.travel_cq import TRAVEL_CQ
from statedocs.templates.travel_rwd import TRAVEL_RWD
from statedocs.templates.travel_rwd_country import TRAVEL_RWD_COUNTRY
from statedocs.templates.usembassy import USEMBASSY
from statedocs.templates.usembassy_2008 import USEMBASSY_2008
from statedocs.templates.wordpress_bilateral import WORDPRESS_BILATERAL
from statedocs.templates.wordpress_country import WORDPRESS_COUNTRY
from statedocs.templates.wordpress_press import WORDPRESS_PRESS
from statedocs.templates.wordpress_report import WORDPRESS_REPORT

TEMPLATES: Final[tuple[Template, ...]] = (
    WORDPRESS_REPORT,
    WORDPRESS_PRESS,
    WORDPRESS_BILATERAL,
    WORDPRESS_COUNTRY,
    RESPONSIVE_2015,
    CLASSIC_2010_ARTICLE,
    CLASSIC_2010_LANDING,
    ARCHIVE_2001,
    ARCHIVE_1997,
    DOSFAN_HTML,
    TRAVEL_RWD,
    TRAVEL_RWD_COUNTRY,
    TRAVEL_CQ,
    TRAVEL_AEM,
    USEMBASSY,
    USEMBASSY_2008,
    HISTORY_COUNTRIES,
    MOBILE_2009,
    FEED_ITEM,
)
"""Every design that claims pages by its signs; `plain-text` and `generic` take what has none."""

ALL: Final[tuple[Template, ...]] = (*TEMPLATES, PLAIN_TEXT, GENERIC)
