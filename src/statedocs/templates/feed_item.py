"""Items of feeds and posts of WordPress, as `sources.feeds` writes each as a page."""

from types import MappingProxyType
from typing import Final

from statedocs.templates import wordpress
from statedocs.templates.template import Template

FEED_ITEM: Final = Template(
    name="feed-item",
    about="An item of an RSS or Atom feed, or a post of WordPress's REST interface",
    years="2004-",
    hosts=wordpress.HOSTS,
    seen=False,
    signs=("//meta[@name='generator'][@content='statedocs feed-item']",),
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
