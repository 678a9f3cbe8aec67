"""Differences as one page that opens from disk: no script, nothing loaded, all text escaped."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from statedocs.editions.changes import Changes, Piece, SectionChange
from statedocs.editions.rendering import Line, lines_of, summary_of

_KINDS = {"+": "added", "-": "removed", ">": "moved", "~": "changed"}


def render_html(changes: Changes) -> str:
    """Give the differences as an HTML page that stands alone."""
    style, digest = _style()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = f"What changed: {changes.new['page_key'] or changes.new['origin']}"
    return "".join(
        [
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="referrer" content="no-referrer">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n",
            *_header(title, changes),
            *_contents(changes.sections),
            *_main(changes),
            "</body>\n</html>\n",
        ]
    )


@cache
def _style() -> tuple[str, str]:
    style = files("statedocs.editions").joinpath("data/page.css").read_text("utf-8")
    return style, base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _header(title: str, changes: Changes) -> Iterator[str]:
    yield f'<header>\n<h1>{escape(title)}</h1>\n<dl class="pair">\n'
    for name, who in (("Old", changes.old), ("New", changes.new)):
        captured = f" captured {who['captured_at']}" if who["captured_at"] else ""
        said = " · ".join(filter(None, ((who["origin"] or "") + captured, who["url"])))
        yield f"<dt>{name}</dt><dd>{escape(said)}</dd>\n"
    yield f'</dl>\n<p class="soft">{escape(summary_of(changes))}</p>\n</header>\n'


def _contents(sections: Sequence[SectionChange]) -> Iterator[str]:
    if not sections:
        return
    yield '<nav aria-label="Sections that differ">\n<ol>\n'
    for number, section in enumerate(sections):
        yield f'<li><a href="#s{number}">{escape(section.label)}</a>{_badges(section.kinds)}</li>\n'
    yield "</ol>\n</nav>\n"


def _badges(kinds: Sequence[str]) -> str:
    return "".join(f' <span class="kind {kind}">{kind}</span>' for kind in kinds or ["moved"])


def _main(changes: Changes) -> Iterator[str]:
    yield "<main>\n"
    fields = Changes(changes.old, changes.new, changes.fields, (), changes.shifts)
    if fields:
        yield "<section>\n<h2>Fields</h2>\n"
        yield from map(_row, lines_of(fields))
        yield "</section>\n"
    for number, section in enumerate(changes.sections):
        yield f'<section id="s{number}">\n<h2>{escape(section.label)}{_badges(section.kinds)}</h2>\n'
        one = Changes(changes.old, changes.new, (), (section,), ())
        yield from map(_row, list(lines_of(one))[1:])
        yield "</section>\n"
    yield "</main>\n"


def _row(line: Line) -> str:
    deep = " deep" if line.depth > 1 else ""
    words = f'<span class="words" dir="auto">{_words(line.pieces)}</span>' if line.pieces else ""
    return f'<div class="row {_KINDS[line.sign]}{deep}"><span class="head">{escape(line.head)}</span>{words}</div>\n'


def _words(pieces: Sequence[Piece]) -> str:
    tags = {"equal": ("", ""), "deleted": ("<del>", "</del>"), "inserted": ("<ins>", "</ins>")}
    return "".join(f"{tags[piece.op][0]}{escape(piece.text)}{tags[piece.op][1]}" for piece in pieces)
