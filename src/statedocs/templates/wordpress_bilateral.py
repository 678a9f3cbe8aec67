"""`U.S. Relations With …` pages on www.state.gov, 2019 to now.

No real page was at hand: the classes are those of the press pages.
"""

from typing import Final

from statedocs.templates import wordpress
from statedocs.templates.template import Template

WORDPRESS_BILATERAL: Final = Template(
    name="wordpress-bilateral",
    about="Bilateral relations fact sheets on the WordPress site",
    years="2019-",
    hosts=wordpress.HOSTS,
    seen=False,
    signs=(".featured-content__headline", ".entry-content", wordpress.RELATIONS_TITLE),
    absent=(".report__content",),
    content="div.entry-content",
    masthead=wordpress.HERO,
    lines=wordpress.PRESS_LINES,
    breadcrumb=wordpress.BREADCRUMB,
    chrome=wordpress.CHROME,
    inferred_headings=True,
)
