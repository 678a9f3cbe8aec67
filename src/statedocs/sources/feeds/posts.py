"""What the posts of WordPress say, as its REST interface gives them.

Source: https://developer.wordpress.org/rest-api/reference/posts/
"""

from collections.abc import Iterator
from typing import Any, Final

from statedocs.errors import NotADocument
from statedocs.sources.feeds.item import STRAY, FeedItem
from statedocs.sources.feeds.times import moment

_WRAPPERS: Final = ("body", "posts", "items")
_TAXONOMIES: Final = {"post_tag": "tag"}


def posts_in(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give the post that an object is, or those that it wraps (`_envelope`)."""
    if _rendered(value.get("title")) is None and _rendered(value.get("content")) is None:
        for name in _WRAPPERS:
            inner = value.get(name)
            if isinstance(inner, list | dict):
                yield from (post for post in (inner if isinstance(inner, list) else [inner]) if isinstance(post, dict))
                return
    yield value


def post_of(post: dict[str, Any]) -> FeedItem | None:
    """Read a post; None where it has no content.

    Raises:
        NotADocument: Its content is behind a password.
    """
    content = _rendered(post.get("content"))
    if not (content or "").strip():
        if isinstance(post.get("content"), dict) and post["content"].get("protected"):
            raise NotADocument("expected a page, found a post behind a password")
        return None
    terms = list(_terms(post))
    return FeedItem(
        title=_rendered(post.get("title")),
        content=content or "",
        link=link_of(post),
        published=moment(_string(post.get("date_gmt")), is_utc=True) or moment(_string(post.get("date"))),
        modified=moment(_string(post.get("modified_gmt")), is_utc=True) or moment(_string(post.get("modified"))),
        creators=tuple(dict.fromkeys(_creators(post))),
        summary=_rendered(post.get("excerpt")),
        subjects=tuple(dict.fromkeys(name for _, name in terms if name)),
        classes=tuple(dict.fromkeys([*_classes(post), *(written for written, _ in terms)])),
        language=_string(post.get("lang")),
    )


def link_of(post: dict[str, Any]) -> str | None:
    """Give a post's address."""
    found = _string(post.get("link")) or _rendered(post.get("guid"))
    return found if found and "://" in found else None


def name_of(post: dict[str, Any]) -> str | None:
    """Give what a post is called on its site."""
    number = post.get("id")
    return str(number) if isinstance(number, int) else link_of(post)


def _string(value: object) -> str | None:
    return value.translate(STRAY) if isinstance(value, str) and value else None


def _rendered(value: object) -> str | None:
    """Give the text of a field that WordPress renders."""
    if isinstance(value, dict):
        return _string(value.get("rendered")) or _string(value.get("raw"))
    return None


def _classes(post: dict[str, Any]) -> Iterator[str]:
    if isinstance(number := post.get("id"), int):
        yield f"post-{number}"
    if kind := _string(post.get("type")):
        yield f"type-{kind}"
    listed = post.get("class_list")
    names = listed.values() if isinstance(listed, dict) else listed if isinstance(listed, list) else ()
    yield from (name for name in names if isinstance(name, str))


def _embedded(post: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    """Give the objects that were sent with a post, lists of lists flattened."""
    embedded = post.get("_embedded")
    rows = embedded.get(name) if isinstance(embedded, dict) else None
    for row in rows if isinstance(rows, list) else ():
        yield from (entry for entry in (row if isinstance(row, list) else [row]) if isinstance(entry, dict))


def _terms(post: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    """Give each term that a post is filed under, as the class that WordPress writes and as its name."""
    for term in _embedded(post, "wp:term"):
        taxonomy, slug = _string(term.get("taxonomy")), _string(term.get("slug"))
        if taxonomy and slug:
            is_topic = taxonomy in ("category", "post_tag")
            yield f"{_TAXONOMIES.get(taxonomy, taxonomy)}-{slug}", _string(term.get("name")) if is_topic else None


def _creators(post: dict[str, Any]) -> Iterator[str]:
    for author in _embedded(post, "author"):
        if name := _string(author.get("name")):
            yield name
