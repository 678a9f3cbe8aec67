"""The frame of every page that is made here: one file, nothing from outside, only its own script and style."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from statedocs.report.html import Html, el, join
from statedocs.sinks.files import write_whole
from statedocs.version import VERSION


@cache
def asset(name: str) -> str:
    """A style sheet or script of this room."""
    return files("statedocs.report").joinpath("assets", name).read_text("utf-8")


def digest(content: str) -> str:
    """The source expression that allows exactly this style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def policy(styles: Sequence[str], scripts: Sequence[str] = (), *, pictures: bool = False) -> Html:
    """The policy that forbids everything but these, and pictures that stand in the page itself."""
    rules = [
        "default-src 'none'",
        f"style-src {' '.join(map(digest, styles))}",
        f"script-src {' '.join(map(digest, scripts)) or chr(39) + 'none' + chr(39)}",
        *(["img-src data:"] if pictures else []),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return el("meta", {"http-equiv": "Content-Security-Policy", "content": "; ".join(rules)})


def page(title: str, body: Html, styles: Sequence[str], scripts: Sequence[str], inner: Sequence[str] = ()) -> str:
    """One whole page.

    Args:
        title: Its title.
        body: What it holds.
        styles: Names of its style sheets.
        scripts: Names of its scripts.
        inner: Style sheets of frames inside it, which are under the same policy.
    """
    css, js = "".join(map(asset, styles)), "".join(map(asset, scripts))
    head = el(
        "head",
        {},
        el("meta", {"charset": "utf-8"}),
        policy([css, *inner], [js] if js else [], pictures=bool(inner)),
        el("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        el("meta", {"name": "referrer", "content": "no-referrer"}),
        el("meta", {"name": "color-scheme", "content": "light dark"}),
        el("meta", {"name": "generator", "content": f"statedocs {VERSION}"}),
        el("title", {}, title),
        el("style", {}, Html(css)),
    )
    script = el("script", {}, Html(js)) if js else None
    return f"<!doctype html>\n{el('html', {'lang': 'en'}, head, el('body', {}, body, script))}\n"


def theme_button() -> Html:
    """The switch between light and dark; the script shows it."""
    return el("button", {"type": "button", "id": "theme", "class": "theme", "hidden": True}, "Dark or light")


def details(summary: str | Html, *children: Html, is_open: bool = False, css: str | None = None) -> Html:
    """Something that opens."""
    return el("details", {"open": is_open, "class": css}, el("summary", {}, summary), join(*children))


def write_page(path: Path, shown: str) -> None:
    """Writes a page; it appears whole or not at all.

    Raises:
        SinkError: It cannot be written there.
    """
    write_whole(path, shown.encode(), path.with_name(f".{path.name}.part"))
