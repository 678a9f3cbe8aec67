"""Marks within a line: what a text dump writes for links, buttons, emphasis and dots."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from statedocs.reading.plaintext import shapes
from statedocs.reading.plaintext.lines import Ledger, Line


class Run(NamedTuple):
    """A piece of a paragraph: its text and, for a link, the address."""

    text: str
    href: str | None = None


_MARKS = re.compile(
    r"(?P<button>\(BUTTON_*\)|\[BUTTON Input\] ?\(not implemented\)_*)"
    r"|\[(?P<choice>[^\[\]_]{1,80})_{3,}\]"
    r"|(?P<box>\[ {0,3}\]|^\( \)(?=\s+\w)|_{4,})"
    r"|(?P<image>\[[\w.%-]{1,80}\.(?:png|gif|jpe?g|svg)\])"
    r"|(?P<frame>^IFRAME:(?:\s+[\w.-]+$)?|^Link:(?=\s+[a-z]+$))"
    rf"|(?P<leader>{shapes.LEADER.pattern})"
)
_RULES = {
    "button": "plain-text/form-control",
    "box": "plain-text/form-control",
    "image": "plain-text/image-name",
    "frame": "plain-text/frame-mark",
    "leader": "plain-text/dot-leader",
}
_MARKED = re.compile(r"\(BUTTON|\[|_{4}|\( \)|IFRAME:|Link:|\.{3}|\. \. |…")

_REFERENCE = re.compile(r"\[(\d{1,5})\]")
_BEFORE_WORDS = re.compile(r"(?<![\w.,;:!?)\]\"\u201d])\[(\d{1,5})\](?=[^\W_])")
_FEWEST_LINKS = 3
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]{3,400}")

_IMAGE = re.compile(r"!\[([^\[\]]{0,300})\]\(([^()\s]{0,600}(?:\s[^()]{0,600})?)\)")
_LINK = re.compile(
    r"\[([^\[\]]{0,600})\]\(([^()]{0,900}(?:\([^()]{0,100}\)[^()]{0,200})?)\)|<((?:https?|mailto):[^<>\s]{1,600})>"
)
_FEWEST_CRUMBS = 3
_FEW_LINES = 5
_FOLDER = "open or close"
"""The name of the sign that folds a section of a page."""
_LONGEST_LINK = 160
_EMPHASIS = re.compile(r"\*\*|__|(?<![^\W_])_(?=\S)|(?<=\S)_(?![^\W_])|(?<=\s)_(?=\s)|^_$")
_STARRED = re.compile(r"(?<![\w*\\])\*([^\s*](?:[^*\n]{0,400}[^\s*\\])?)\*(?![\w*])")
_INLINE_TAG = re.compile(r"</?(?:u|b|i|em|strong|small|sup|sub|span|font)(?:\s[^<>]{0,200})?>", re.IGNORECASE)
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|>~-])")
_TABLE_RULE = re.compile(r"\|?\s*:?-{3,}:?(?:\s*\|\s*:?-{3,}:?)+\s*\|?")
_UNMARKING = (
    ("plain-text/emphasis-mark", _BREAK_TAG, " "),
    ("plain-text/emphasis-mark", _INLINE_TAG, ""),
    ("plain-text/emphasis-mark", _EMPHASIS, ""),
    ("plain-text/emphasis-mark", _STARRED, r"\1"),
    ("plain-text/escape", _ESCAPE, ""),
)
_MARKDOWN = re.compile(r"[\[<*_\\]")


@dataclass(slots=True)
class Inline:
    """Reads the marks in the paragraphs of one text.

    Attributes:
        ledger: Where marks go.
        markdown: Whether the text is written in Markdown, as html2text writes it.
        addresses: Link number to address, where lynx put a list of them at the end.
    """

    ledger: Ledger
    markdown: bool = False
    addresses: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_addresses(self) -> bool:
        """Whether lynx put the addresses of links at the end."""
        return any(self.addresses.values())

    def read(self, text: str, line: int) -> list[Run]:
        """The runs of a paragraph that begins at `line`; marks go to the ledger."""
        if self.markdown and _MARKDOWN.search(text):
            return self._markdown(text, line)
        if _MARKED.search(text) is None:
            return [Run(text)]
        if self.addresses and _REFERENCE.search(text):
            return self._referenced(text, line)
        return [Run(self._plain(text, line))]

    def _plain(self, text: str, line: int) -> str:
        if _MARKED.search(text) is None:
            return text

        def take(match: re.Match[str]) -> str:
            name = match.lastgroup or "box"
            if name == "choice":
                self.ledger.take(_RULES["box"], match[0].replace(match["choice"], "", 1), line)
                return match["choice"]
            self.ledger.take(_RULES[name], match[0], line)
            return "  "

        return _MARKS.sub(take, text)

    def _referenced(self, text: str, line: int) -> list[Run]:
        """Numbered links: the whole paragraph if it is one link, an address written out, else only the number goes."""
        numbers = [number for number in _REFERENCE.findall(text) if number in self.addresses]
        alone = (
            len(numbers) == 1
            and text.startswith(f"[{numbers[0]}]")
            and len(numbers[0]) + 2 < len(text) <= _LONGEST_LINK
        )
        runs: list[Run] = []
        start, address = 0, None
        for match in _REFERENCE.finditer(text):
            if match[1] not in self.addresses:
                continue
            self.ledger.take("plain-text/link-reference", match[0], line)
            self._add(runs, text[start : match.start()], address, line)
            start, address = match.end(), self.addresses[match[1]] or None
        rest = text[start:]
        if alone and address:
            return [*runs, Run(self._plain(rest, line), address)]
        self._add(runs, rest, address, line)
        return runs

    def _add(self, runs: list[Run], text: str, address: str | None, line: int) -> None:
        written = _ADDRESS.match(text) if address else None
        if written:
            shown = written[0].rstrip(".,;:)")
            runs.append(Run(shown, address))
            text = text[len(shown) :]
        elif address and not (runs and runs[-1].text.endswith("#")):
            runs.append(Run("", address))  # where its words end, the dump does not say
        if text:
            runs.append(Run(self._plain(text, line)))

    def _markdown(self, text: str, line: int) -> list[Run]:
        text = _IMAGE.sub(lambda match: self._alt(match, line), text) if "![" in text else text
        runs: list[Run] = []
        start = 0
        for match in _LINK.finditer(text):
            runs.append(Run(self._unmarked(text[start : match.start()], line)))
            start = match.end()
            if match[3]:
                self.ledger.take("plain-text/link-mark", "<>", line)
                runs.append(Run(match[3], match[3]))
                continue
            self.ledger.take("plain-text/link-mark", "[]()", line)
            self.ledger.take("plain-text/link-address", match[2], line)
            runs.append(Run(self._unmarked(match[1], line), _address(match[2])))
        runs.append(Run(self._unmarked(text[start:], line)))
        return [run for run in runs if run.text]

    def _alt(self, match: re.Match[str], line: int) -> str:
        self.ledger.take("plain-text/link-mark", "![]()", line)
        self.ledger.take("plain-text/link-address", match[2], line)
        if match[1].casefold() == _FOLDER:
            self.ledger.take("plain-text/form-control", match[1], line)
            return ""
        return match[1]

    def _unmarked(self, text: str, line: int) -> str:
        for rule, pattern, instead in _UNMARKING:
            if pattern is _STARRED and "*" not in text:
                continue
            found = pattern.findall(text)
            if found:
                self.ledger.take(rule, "".join("**" if pattern is _STARRED else mark for mark in found), line)
                text = pattern.sub(instead, text)
        return self._plain(text, line)


def _address(written: str) -> str:
    """The address in the brackets of a Markdown link: wrapped ones joined, a title left out."""
    address = written.strip()
    if '"' in address:
        address = address[: address.index('"')]
    return "".join(address.strip("<> ").split())


def is_markdown(lines: list[Line]) -> bool:
    """Whether a text is written in Markdown: two signs of it that plain text does not have."""
    if sum(line.body[0] == ">" for line in lines) * 2 > len(lines) > _FEW_LINES:
        return True  # all of it is set in from the margin
    signs = 0
    for at, line in enumerate(lines):
        body = line.body.lstrip("> ") if line.body[0] == ">" else line.body
        signs += (
            ("](" in body and _LINK.search(body) is not None)
            or (body.startswith("#") and line.indent < 4 and shapes.MARKDOWN_HEADING.match(body) is not None)
            or (body.startswith("**") and body.find("**", 3) > 0)
            or (line.body[0] == ">" and _TABLE_RULE.fullmatch(body) is not None)
        )
        if signs >= 2 or (signs and line.body[0] == "#" and _stands_alone(lines, at)):
            return True
    return False


def _stands_alone(lines: list[Line], at: int) -> bool:
    """Whether a line with a mark has blank lines around it, and words behind the mark that begin with a capital."""
    match = shapes.MARKDOWN_HEADING.match(lines[at].body)
    above = at == 0 or lines[at].before > 0
    below = at + 1 < len(lines) and lines[at + 1].before > 0
    return match is not None and above and below and lines[at].body[match.end()].isupper()


def take_addresses(lines: list[Line], ledger: Ledger) -> tuple[list[Line], dict[str, str]]:
    """Take the list of numbered addresses off the end of a lynx dump."""
    start = len(lines)
    addresses: dict[str, str] = {}
    while start:
        body = lines[start - 1].body
        match = shapes.REFERENCE.match(body)
        titled = shapes.TITLED_REFERENCE[0].match(lines[start - 2].body) if start > 1 and not match else None
        if match:
            addresses.setdefault(match[1], match[2])
        elif titled and shapes.TITLED_REFERENCE[1].match(body):
            addresses.setdefault(titled[1], body)
            start -= 1
        elif start == len(lines) or not shapes.REFERENCES.fullmatch(body):
            break
        start -= 1
    if not addresses or start == len(lines) or not shapes.REFERENCES.fullmatch(lines[start].body):
        return lines, _lost_addresses(lines)
    _add_fields(addresses)
    for line in lines[start:]:
        ledger.take("plain-text/link-address", line.body, lines[start].number)
    return lines[:start], addresses


def _lost_addresses(lines: list[Line]) -> dict[str, str]:
    """The numbers of links whose addresses were cut off: they stand before words and count on."""
    numbers = [int(number) for line in lines if "[" in line.body for number in _BEFORE_WORDS.findall(line.body)]
    counts_on = all(later == earlier + 1 for earlier, later in pairwise(numbers))
    return dict.fromkeys(map(str, numbers), "") if len(numbers) >= _FEWEST_LINKS and counts_on else {}


def _add_fields(addresses: dict[str, str]) -> None:
    """The numbers between those of the list: fields and buttons of forms, which have no address."""
    for number in range(2, len(addresses) * 2):
        if str(number - 1) in addresses and str(number + 1) in addresses:
            addresses.setdefault(str(number), "")


def crumb_steps(text: str) -> list[str]:
    """A breadcrumb that a dump wrote without separators, step by step; any other text as it is."""
    if text.startswith("Home") and shapes.GLUED_CRUMBS.fullmatch(text):
        steps = shapes.GLUE.split(text)
    elif text.startswith("[") and shapes.NUMBERED_CRUMBS.fullmatch(text):
        steps = shapes.NUMBERED_GLUE.split(text)
    else:
        return [text]
    return steps if len(steps) >= _FEWEST_CRUMBS else [text]
