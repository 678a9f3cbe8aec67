"""Items of feeds and posts of WordPress, as `sources.feeds` writes each as a page, or what one holds, saved alone."""

from types import MappingProxyType
from typing import Final

from statedocs.templates import wordpress
from statedocs.templates.template import Template

_WRITTEN: Final = "//meta[@name='generator'][@content='statedocs feed-item']"
_ALONE: Final = (
    "//section[contains(@class,'wp-block-default-hero-container')]"
    "[not(ancestor::main)][not(ancestor::article)][.//h1[contains(@class,'featured-content__headline')]]"
)
"""The hero of a press page without the page's frame: `content:encoded` or `content.rendered`, put into a file."""

FEED_ITEM: Final = Template(
    name="feed-item",
    about="An item of an RSS or Atom feed, or a post of WordPress's REST interface",
    years="2004-",
    hosts=wordpress.HOSTS,
    seen=False,
    signs=(f"{_WRITTEN}; {_ALONE}",),
    content="//body",
    lines=MappingProxyType(
        {
            ".feed-item__title": "title",
            ".feed-item__creator": "issuer",
            ".feed-item__place": "place",
            **wordpress.PRESS_LINES,
        }
    ),
    leading=True,
    chrome=wordpress.CHROME,
    inferred_headings=True,
)
