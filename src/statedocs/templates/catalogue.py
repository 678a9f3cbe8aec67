"""All designs, in one visible list."""

from typing import Final

from statedocs.templates.archive_1997 import ARCHIVE_1997
from statedocs.templates.classic_2010_landing import CLASSIC_2010_LANDING
from statedocs.templates.generic import GENERIC
from statedocs.templates.plain_text import PLAIN_TEXT
from statedocs.templates.responsive_2015 import RESPONSIVE_2015
from statedocs.templates.template import Template
from statedocs.templates.travel_cq import TRAVEL_CQ
from statedocs.templates.travel_rwd import TRAVEL_RWD
from statedocs.templates.wordpress_report import WORDPRESS_REPORT

TEMPLATES: Final[tuple[Template, ...]] = (
    WORDPRESS_REPORT,
    RESPONSIVE_2015,
    CLASSIC_2010_LANDING,
    TRAVEL_RWD,
    TRAVEL_CQ,
    ARCHIVE_1997,
)
"""Every design that claims pages by its signs; `plain-text` and `generic` take what has none."""

ALL: Final[tuple[Template, ...]] = (*TEMPLATES, PLAIN_TEXT, GENERIC)
