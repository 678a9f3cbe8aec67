"""The same page in other markup is the same record: how tags, attributes and entities are written tells nothing."""

# ruff: noqa: E501  (a case is a line)

import random
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from statedocs.pipeline import convert
from statedocs.record import Document
from statedocs.snapshot import Snapshot
from statedocs.sources import read

ROOT: Final = Path(__file__).parent.parent
REAL: Final = ROOT.parent / "shared" / "pages"
TOKEN: Final = re.compile(
    r"<!--.*?-->|<(?P<raw>script|style|noscript|textarea|title|xmp)\b.*?</(?P=raw)\s*>|<![^>]*>|</?[a-zA-Z][^>]*>",
    re.S | re.I,
)
ATTRIBUTE: Final = re.compile(r"""\s+(?P<name>[^\s=>/"']+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?""")
START: Final = re.compile(
    rf"<(?P<tag>[a-zA-Z][\w:-]*)(?P<attributes>(?:{ATTRIBUTE.pattern.replace('?P<name>', '?:')})*)\s*>$"
)
PROSE: Final = re.compile(
    r"(?P<start><p>)(?P<text>(?:(?!</?p\b|<(?:div|ul|ol|table|h\d|section|blockquote|figure|pre)\b).)*)(?P<end></p>)",
    re.S | re.I,
)
NOT_ASCII: Final = re.compile(r"[\u00e9\u00f1\u2013\u2014\u2018\u2019\u201c\u201d]")
BOX: Final = re.compile(r"</?(?:p|div|ul|ol|li|h\d|section|article|table|tr|tbody|main)\b", re.I)

Change = Callable[[str, random.Random], str]


def each_tag(change: Callable[[str], str]) -> Change:
    """Rewrites tags, but for those in comments and scripts."""
    return lambda page, _: TOKEN.sub(
        lambda found: found.group() if found["raw"] or found.group()[1] == "!" else change(found.group()), page
    )


def some(pattern: re.Pattern[str], change: Callable[[re.Match[str]], str], share: float) -> Change:
    return lambda page, chance: pattern.sub(
        lambda found: change(found) if chance.random() < share else found.group(), page
    )


def turned(tag: str) -> str:
    """Attributes in the other order; where one stands twice, order tells."""
    found = START.match(tag)
    if found is None:
        return tag
    parts = [(part["name"].lower(), part.group().strip()) for part in ATTRIBUTE.finditer(found["attributes"])]
    if len({name for name, _ in parts}) < len(parts):
        return tag
    return f"<{' '.join([found['tag'], *(text for _, text in reversed(parts))])}>"


def classes_turned(tag: str) -> str:
    return re.sub(r'(?<=\sclass=")[^"]*(?=")', lambda found: " ".join(reversed(found.group().split())), tag)


CHANGES: Final[dict[str, Change]] = {
    "attributes in the other order": each_tag(turned),
    "classes in the other order": each_tag(classes_turned),
    "tags in capitals": each_tag(lambda tag: re.sub(r"^</?[\w:-]+", lambda name: name.group().upper(), tag)),
    "tags in small letters": each_tag(lambda tag: re.sub(r"^</?[\w:-]+", lambda name: name.group().lower(), tag)),
    "single quotes": each_tag(lambda tag: re.sub(r'="([^"\']*)"', r"='\1'", tag)),
    "breaks as XML writes them": each_tag(lambda tag: "<br />" if tag.lower() in ("<br>", "<br/>") else tag),
    "breaks as HTML writes them": each_tag(lambda tag: "<br>" if tag.lower() in ("<br/>", "<br />") else tag),
    "comments": lambda page, chance: each_tag(lambda tag: tag + "<!-- x -->" if chance.random() < 0.1 else tag)(page, chance),
    "line ends before boxes": lambda page, chance: each_tag(
        lambda tag: "\n  " + tag if BOX.match(tag) and chance.random() < 0.3 else tag
    )(page, chance),
    "entities": some(NOT_ASCII, lambda found: f"&#{ord(found.group())};", 0.5),
    "entities in hexadecimal": some(NOT_ASCII, lambda found: f"&#x{ord(found.group()):X};", 0.5),
    "CRLF": lambda page, _: re.sub(r"\r\n|\r|\n", "\r\n", page),
    "a box around the body": lambda page, _: re.sub(
        r"(<body\b[^>]*>)(.*)(</body>)", r'\1<div class="zz-frame"><div id="zz-frame">\2</div></div>\3', page, flags=re.S | re.I
    ),
    "boxes around paragraphs": some(PROSE, lambda found: f'<div class="zz-block">{found.group()}</div>', 0.3),
    "spans around prose": some(
        PROSE, lambda found: f'{found["start"]}<span data-zz="1">{found["text"]}</span>{found["end"]}', 0.3
    ),
    "no end of paragraphs": lambda page, _: re.sub(
        r"</p>\s*(?=<(?:p|ul|ol|h[1-6]|table|div|blockquote)\b)", "", page, flags=re.I
    ),
    "tracking pixels": some(
        re.compile("</p>", re.I), lambda found: f'<img src="https://t.example.com/p.gif" width="1" height="1" alt="">{found.group()}', 0.2
    ),
    "a cookie banner": lambda page, _: re.sub(
        r"<body\b[^>]*>",
        r'\g<0><div id="cookie-consent" role="dialog"><p>This site uses cookies.</p><button>Accept</button></div>',
        page,
        count=1,
        flags=re.I,
    ),
    "an advertisement": lambda page, _: re.sub(
        r"</body>", r'<div class="ad-slot"><a href="https://ads.example.com/">Sunny samples</a></div>\g<0>', page, flags=re.I
    ),
    "more menu entries": lambda page, _: re.sub(
        r"<nav\b(?![^>]*breadcrumb)[^>]*>", r'\g<0><ul><li><a href="/es/">Espa&ntilde;ol</a></li></ul>', page, flags=re.I
    ),
}  # fmt: skip


def said(document: Document) -> dict[str, Any]:
    """All that the page says, without lines, chrome and what names this very input."""
    record = document.model_dump(
        exclude={"id", "source", "converter", "removed", "accounting", "template"},
        exclude_defaults=False,
    )
    found = {name: without_lines(value) for name, value in record.items()} | {"template": document.template.name}
    found["subjects"].sort(key=str)  # those of classes stand in the order of classes
    return found


def without_lines(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_lines(part) for key, part in value.items() if key != "line"}
    return [without_lines(part) for part in value] if isinstance(value, list | tuple) else value


def pages() -> dict[str, Snapshot]:
    """Every HTML sample; of the real pages, where they are at hand, the first of each folder."""
    found = {
        item.origin: item
        for item in read(ROOT / "raw")
        if isinstance(item, Snapshot) and item.media_type == "text/html"
    }
    for folder in sorted({path.parent for path in REAL.rglob("*.html") if "reference" not in path.parts}):
        path = min(folder.glob("*.html"))
        found[f"real/{path.relative_to(REAL).as_posix()}"] = Snapshot(path.name, path.read_bytes())
    return {name: page for name, page in found.items() if is_utf8(page.data)}


def is_utf8(data: bytes) -> bool:
    """Whether a page can be rewritten as text and be utf-8 again."""
    try:
        return b"\x00" not in data and data.decode("utf-8") is not None
    except UnicodeDecodeError:
        return False


PAGES: Final = pages()


@cache
def as_it_is(name: str) -> dict[str, Any]:
    return said(convert(PAGES[name]))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("change", CHANGES)
def test_other_markup_is_the_same_record(change: str, name: str) -> None:
    page = PAGES[name]
    text = CHANGES[change](page.data.decode("utf-8"), random.Random(1))
    found = said(convert(replace(page, data=text.encode("utf-8"))))
    wanted = as_it_is(name)
    assert {key: value for key, value in found.items() if value != wanted[key]} == {}
