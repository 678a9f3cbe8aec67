"""One page read: bytes to text to tree, with what was found out on the way."""

from dataclasses import dataclass
from typing import Final, Literal, cast

from lxml import etree

from statedocs.errors import NotADocument
from statedocs.reading.decode import Decoded, decode
from statedocs.reading.markup import is_markup, parse, settable
from statedocs.reading.plaintext import build
from statedocs.reading.replay import Replay, unwrap
from statedocs.reading.saved import saved_by_program
from statedocs.snapshot import Snapshot

Element = etree._Element
_PLAIN: Final = frozenset("a b i u em strong font br tt span big small sub sup code cite center hr div nobr".split())
"""Elements that only say how words look."""
_TOP: Final = 4096
_MOSTLY: Final = 0.6
_MOST_NAVIGATION: Final = 400
_MOST_BESIDE: Final = 40
"""Characters of what a mirror printed over a text, within its box, and of what is no link there: `Return to: …`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as a tree.

    Attributes:
        root: Its root element.
        media_type: What its content is, whatever its name or label says.
        has_lines: Whether (part of) the tree was built from plain text: its elements carry `line` attributes.
        decoded: The text, its encoding, what was replaced.
        replay: What an archive or a browser put on.
        tolerant: Whether the tolerant reader was needed.
        gone: (rule, text, line) of what was taken off.
    """

    root: Element
    media_type: Literal["text/html", "text/plain"]
    has_lines: bool
    decoded: Decoded
    replay: Replay
    tolerant: bool
    gone: tuple[tuple[str, str, int | None], ...]


def read_page(snapshot: Snapshot) -> Reading:
    """Reads a page's bytes.

    Raises:
        DecodeError: No encoding gives text.
        ParseError: The text gives no tree.
        NotADocument: There is no text at all.
    """
    decoded = decode(snapshot)
    opening = decoded.opening
    if (not opening or opening.isspace()) and not decoded.text.strip():
        raise NotADocument("expected a page, found no text in it", origin=snapshot.origin, url=snapshot.url)
    replay = unwrap(decoded.utf8)
    if replay.url is None:
        replay = saved_by_program(opening[:_TOP]) or replay
    controls = tuple(("reading/control-character", text, line) for line, text in decoded.controls)
    if not is_markup(opening):
        root, removed = build(decoded.text, {line for line, _ in decoded.controls})
        return Reading(root, "text/plain", True, decoded, replay, False, (*controls, *removed))
    root, tolerant = parse(decoded.utf8, snapshot.origin)
    unfolded = _unfold(root)
    return Reading(root, "text/html", unfolded is not None, decoded, replay, tolerant, (*controls, *(unfolded or ())))


def _unfold(root: Element) -> list[tuple[str, str, int]] | None:
    """A text that was only wrapped in `<pre>` is read as text; returns what that took off, null for other pages."""
    box = _wrapper(root)
    parent = None if box is None else box.getparent()
    if box is None or parent is None:
        return None
    inner, removed = build(_text(box))
    offset = (_line(box) or 1) - 1
    for element in inner.iter():
        if line := element.get("line"):
            element.set("line", str(int(line) + offset))
    frame = etree.Element("div")
    frame.tail = box.tail
    frame.extend(list(next(inner.iter("body"))))
    parent.replace(box, frame)
    return [(rule, taken, line + offset) for rule, taken, line in removed]


def _wrapper(root: Element) -> Element | None:
    """The `pre` element that holds most of a page's text and no markup; links at most in its first lines."""
    boxes = list(root.iter("pre"))
    if not boxes:
        return None
    box = max(boxes, key=lambda element: len(_text(element)))
    body = root.find("body")
    if len(_text(box)) < _MOSTLY * len(_text(root if body is None else body)):
        return None
    if any(map(_says_more, box.iterdescendants())):
        return None
    links = [link for link in box.iter("a") if link.get("href") is not None]
    return box if not links or _taken_out(box, links) else None


def _says_more(element: Element) -> bool:
    """Whether an element in a box is markup of a kind that a text has not, or may show less than it holds."""
    if not isinstance(element.tag, str):
        return False
    return element.get("hidden") is not None or element.get("style") is not None or element.tag not in _PLAIN


def _taken_out(box: Element, links: list[Element]) -> bool:
    """Whether the links of a box were the navigation in its first lines, which now stands in a paragraph before it."""
    children, parent = list(box), box.getparent()
    if parent is None or any(link.getparent() is not box for link in links):
        return False
    last = children.index(links[-1])
    opening = "".join([box.text or "", *(_text(child) + (child.tail or "") for child in children[:last])])
    opening += _text(links[-1])
    rest, line_end, behind = (links[-1].tail or "").partition("\n")
    beside = len(opening) - sum(len(_text(link)) for link in links)
    if rest.strip() or beside > _MOST_BESIDE or len(opening) > _MOST_NAVIGATION:
        return False
    line = etree.Element("p")
    line.text = settable(box.text)
    for child in children[: last + 1]:
        line.append(child)  # its tail goes along
    links[-1].tail = settable(rest)
    box.text = "\n" * (opening + rest).count("\n") + line_end + settable(behind)  # its lines keep their numbers
    parent.insert(parent.index(box), line)
    return True


def _line(element: Element) -> int | None:
    return cast("int | None", element.sourceline)  # lxml-stubs does not say what it is


def _text(element: Element) -> str:
    return str(etree.tostring(element, method="text", encoding="unicode", with_tail=False))
