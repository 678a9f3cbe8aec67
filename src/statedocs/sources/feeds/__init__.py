"""Feeds and the posts of WordPress: each item a page."""

import codecs
import io
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, Final

from statedocs.errors import SourceError, StatedocsError
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources.feeds import posts, rss
from statedocs.sources.feeds.item import FeedItem
from statedocs.sources.feeds.json_items import json_items
from statedocs.sources.feeds.xml_items import BrokenItem, Feed
from statedocs.sources.items import Capture, Found, Item, failure_of_capture, failure_of_input
from statedocs.sources.ledger import Ledger
from statedocs.sources.packing.members import Offsets, Place
from statedocs.sources.packing.stream import Stream
from statedocs.sources.page import read_whole
from statedocs.sources.run import Run, one_at_least
from statedocs.sources.sidecar import Sidecar, read_sidecar

_LONGEST_NAME: Final = 500
_EMPTY: Final = "feed without an item"


def read_feed(found: Found, file: BinaryIO, run: Run) -> Iterator[Item]:
    """Read the items of an RSS or Atom feed."""
    with Ledger() as names:
        items = one_at_least(_feed_items(_Namer(found, names), file), found, _EMPTY)
        yield from run.wanted(items, found)


def read_posts(found: Found, file: BinaryIO, run: Run) -> Iterator[Item]:
    """Read the posts in an answer of WordPress's REST interface."""
    with Ledger() as names:
        items = one_at_least(_post_items(_Namer(found, names), file), found, _EMPTY)
        yield from run.wanted(items, found)


def _feed_items(namer: "_Namer", file: BinaryIO) -> Iterator[Item]:
    feed = Feed(Stream(_as_utf8(file)))
    for item in feed:
        if isinstance(item, BrokenItem):
            yield namer.broken(item)
        else:
            element = item.element
            base = rss.joined(namer.address, feed.base) or namer.address
            capture = namer.capture(rss.name_of(element), rss.link_of(element, base), item.place)
            told = base if feed.base else None
            yield namer.item(capture, partial(rss.item_of, element, feed.language, told))


def _post_items(namer: "_Namer", file: BinaryIO) -> Iterator[Item]:
    for item in json_items(Stream(_as_utf8(file))):
        if isinstance(item, BrokenItem):
            yield namer.broken(item)
            continue
        for post in posts.posts_in(item.value):
            capture = namer.capture(posts.name_of(post), posts.link_of(post), item.place)
            yield namer.item(capture, partial(posts.post_of, post))


class _Namer:
    """Gives the items of one feed their names, and makes pages of them.

    Args:
        found: The feed.
        names: Remembers the names given away.

    Attributes:
        address: Of the feed itself.
    """

    def __init__(self, found: Found, names: Ledger) -> None:
        self._origin = found.origin
        self._names = names
        self._offsets = Offsets()
        self._sidecar: Sidecar = read_sidecar(found)
        self.address = self._sidecar.url or found.address

    def capture(self, name: str | None, link: str | None, place: Place) -> Capture:
        """Give what is known of an item before it is read."""
        offset = self._offsets.of(place)
        plain = " ".join(_readable(name or str(offset)).split())[:_LONGEST_NAME]
        while not self._names.add(plain.encode()):
            plain = f"{plain} ({offset})"
        return Capture(
            origin=f"{self._origin}#{plain}",
            url=_readable(link) if link else None,
            captured_at=self._sidecar.captured_at,
            record_id=plain if name else None,
            offset=offset,
        )

    def broken(self, item: BrokenItem) -> Item:
        """Give the failure of a part of the feed."""
        return failure_of_input(SourceError(item.reason), self._origin, offset=self._offsets.of(item.place))

    def item(self, capture: Capture, read: Callable[[], FeedItem | None]) -> Item:
        """Give the page that an item is."""
        try:
            item = read()
        except StatedocsError as error:
            return failure_of_capture(error, capture)
        if item is None:
            return Skipped(capture.origin, "feed item without content")
        return Snapshot(
            origin=capture.origin,
            data=item.page(),
            url=capture.url,
            url_evidence="archive" if capture.url else None,
            captured_at=capture.captured_at,
            media_type="text/html",
            charset="utf-8",
            record_id=capture.record_id,
        )


def _readable(text: str) -> str:
    plain = "".join(char if char.isprintable() or char == " " else " " for char in text)
    return plain.encode("utf-8", "replace").decode()


def _as_utf8(file: BinaryIO) -> BinaryIO:
    """Give a file of UTF-16 as one of UTF-8; all others as they are."""
    opening = file.read(4)
    file.seek(0)
    if not opening.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and 0 not in opening:
        return file
    mark = "utf-16" if opening[:1] in b"\xff\xfe" else "utf-16-le" if opening[1:2] == b"\0" else "utf-16-be"
    return io.BytesIO(read_whole(file).decode(mark, "replace").encode())
