"""Press statements, remarks, briefings and fact sheets on www.state.gov, 2019 to now, classic and block editor.

No whole page was at hand: the hero is that of the Department's feed, the other classes are those that programs read.
"""

from typing import Final

from statedocs.templates import wordpress
from statedocs.templates.template import Template

_ENTRY: Final = "//div[contains(concat(' ',@class,' '),' entry-content ')]"

WORDPRESS_PRESS: Final = Template(
    name="wordpress-press",
    about="Press releases, remarks, briefings and fact sheets on the WordPress site",
    years="2019-",
    hosts=wordpress.HOSTS,
    seen=False,
    signs=(".featured-content__headline; h1.wp-block-post-title", ".entry-content; .article-meta__*"),
    absent=(".report__content", wordpress.RELATIONS_TITLE, ".type-state_country", ".state-content-feed-block"),
    content=f"({_ENTRY}|//article[not({_ENTRY})]|//main[not({_ENTRY})][not(.//article)])[1]",
    masthead=wordpress.HERO,
    lines=wordpress.PRESS_LINES,
    breadcrumb=wordpress.BREADCRUMB,
    chrome=wordpress.CHROME,
    inferred_headings=True,
)
