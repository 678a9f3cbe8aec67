"""A page's own style sheets, made harmless: they may lay out and colour, but fetch, move and follow nothing.

What reads CSS has its one door here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import tinycss2

Node = Any
"""tinycss2 has no types."""

_BLOCKS: Final = frozenset({"media", "supports", "layer"})
"""At-rules that hold rules. All others are left out: they import, name fonts, animate."""
_NO_PROPERTIES: Final = re.compile(
    r"-moz-binding|behavior|(-\w+-)?(animation|transition)\b.*|view-transition.*|cursor|pointer-events|(-\w+-)?user-.*"
)
_FUNCTIONS: Final = re.compile(
    r"rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|calc|min|max|clamp|var|attr|counters?"
    r"|(-\w+-)?(repeating-)?(linear|radial|conic)-gradient|(rotate|scale|translate|skew)(x|y|z|3d)?|matrix(3d)?|perspective"
    r"|rect|inset|circle|ellipse|polygon|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity"
    r"|saturate|sepia|minmax|repeat|fit-content"
)
_LINKS: Final = {"link": "[data-link]", "any-link": "[data-link]", "visited": ":not(*)"}
"""Links are none in the frame: what the page says of them is told of what marks them."""
_PLACES: Final = {"fixed": "absolute", "sticky": "relative", "-webkit-sticky": "relative"}
"""What would stay before the reader's eyes stands where it was written."""


def harmless_sheet(css: str, media: str, renamed: Iterable[str]) -> str:
    """A style sheet without whatever loads, runs, animates or stays in view.

    Args:
        css: The page's own.
        media: The media that it is for.
        renamed: Elements that stand in the frame under another name, and are found by their attribute `data-was`.
    """
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    inside = _closed("".join(_rules(rules, frozenset(renamed))))
    query = tinycss2.parse_component_value_list(media, skip_comments=True)
    if any(node.type in ("error", "{} block") or node == ";" for node in query):
        return ""
    words = _closed(tinycss2.serialize(query)).strip()
    return f"@media {words}{{{inside}}}" if inside and words not in ("", "all") else inside


def harmless_declarations(css: str) -> str:
    """What a style attribute says, without what is left out of sheets.

    >>> harmless_declarations("color: red; background: url(x); position: FIXED")
    'color:red;position:absolute'
    """
    return _closed(";".join(_declarations(tinycss2.parse_blocks_contents(css, skip_comments=True))))


def _closed(css: str) -> str:
    """CSS that cannot close the element it stands in."""
    return css.replace("</", "<\\/").replace("<!", "<\\!")


def _rules(nodes: Sequence[Node], renamed: frozenset[str]) -> Iterator[str]:
    for node in nodes:
        if node.type == "qualified-rule":
            inside = _inside(node.content, renamed)
            selector = tinycss2.serialize(_selector(node.prelude, renamed)).strip()
            if inside and selector and not any(part.type == "error" for part in node.prelude):
                yield f"{selector}{{{inside}}}"
        elif node.type == "at-rule" and node.lower_at_keyword in _BLOCKS and _is_sound(node.prelude):
            yield from _group(node, renamed)


def _group(node: Node, renamed: frozenset[str]) -> Iterator[str]:
    prelude = tinycss2.serialize(node.prelude).strip()
    if node.content is None:
        if node.lower_at_keyword == "layer":
            yield f"@layer {prelude};"
        return
    inside = _inside(node.content, renamed)
    if inside:
        yield f"@{node.lower_at_keyword} {prelude}{{{inside}}}"


def _inside(content: Sequence[Node], renamed: frozenset[str]) -> str:
    """Declarations and rules of a block."""
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return ";".join(_declarations(nodes)) + "".join(
        f";{rule}" if number == 0 else rule for number, rule in enumerate(_rules(nodes, renamed))
    )


def _declarations(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        if node.type != "declaration" or _NO_PROPERTIES.fullmatch(node.lower_name) or not _is_sound(node.value):
            continue
        value = tinycss2.serialize(node.value).strip()
        if node.lower_name == "position":
            value = _PLACES.get(value.lower(), value)
        important = "!important" if node.important else ""
        yield f"{tinycss2.serialize([*_named(node.name)])}:{value}{important}"


def _named(name: str) -> Sequence[Node]:
    """A name as tokens, so that whatever is odd in it is escaped again."""
    return tinycss2.parse_component_value_list(tinycss2.serializer.serialize_identifier(name))  # type: ignore[no-any-return]


def _is_sound(nodes: Iterable[Node]) -> bool:
    """Whether a value is whole, and made of nothing that could load."""
    for node in nodes:
        if node.type in ("error", "url"):
            return False
        if node.type == "function" and not (_FUNCTIONS.fullmatch(node.lower_name) and _is_sound(node.arguments)):
            return False
        if node.type in ("() block", "[] block", "{} block") and not _is_sound(node.content):
            return False
    return True


def _selector(nodes: Sequence[Node], renamed: frozenset[str]) -> list[Node]:
    """A selector with links and renamed elements as they are in the frame."""
    found: list[Node] = []
    for node in nodes:
        before = found[-1] if found else None
        if node.type == "function":
            node.arguments = _selector(node.arguments, renamed)
            found.append(node)
        elif node.type == "ident" and before == ":" and node.lower_value in _LINKS:
            found[-1:] = tinycss2.parse_component_value_list(_LINKS[node.lower_value])
        elif node.type == "ident" and node.lower_value in renamed and before not in (".", ":"):
            found += tinycss2.parse_component_value_list(f'[data-was="{node.lower_value}"]')
        else:
            found.append(node)
    return found
