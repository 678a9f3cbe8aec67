"""Figures: an image with its caption; what else stands beside them is a paragraph of its own."""

from dataclasses import replace

from statedocs.extraction.chrome import Chrome
from statedocs.extraction.inline import Run, enter, fill
from statedocs.extraction.page import Element, Raw
from statedocs.extraction.text import BOUND, Anchor, collapse


def is_figure(element: Element) -> bool:
    """Whether an element is a figure: it holds an image, and neither a table nor (as galleries do) other figures."""
    if next(element.iter("img"), None) is None or next(element.iter("table"), None) is not None:
        return False
    return not any(inner is not element for inner in element.iter("figure"))


def is_captioned(element: Element) -> bool:
    """Whether a `div` is what WordPress puts around an image and its caption."""
    return "wp-caption" in (element.get("class") or "").split() and is_figure(element)


def _caption(element: Element) -> Element | None:
    caption = next(element.iter("figcaption"), None)
    if caption is None and element.tag != "figure":
        caption = next((part for part in element.iter("p") if "wp-caption-text" in (part.get("class") or "")), None)
    return caption


def read_figure(element: Element, chrome: Chrome, run: Run) -> list[Raw]:
    """The figure, and what it shows beside its caption; `run` is the empty one that the caption goes to."""
    picture = next(element.iter("img"))
    caption = _caption(element)
    if caption is not None:
        fill(run, caption, chrome)
    shown = run.finish()
    rest = Run()
    _fill_beside(rest, element, caption, chrome)
    said = rest.finish()
    alt = collapse(picture.get("alt") or "") or None
    spanned = [anchor for anchor in said.anchors if anchor.start is not None]
    images = [anchor for anchor in (*shown.anchors, *said.anchors) if anchor.start is None]
    anchors = [anchor for anchor in shown.anchors if anchor.start is not None]
    anchors += [Anchor(anchor.href, None, None, alt or "") for anchor in images]
    data = {"alt": alt, "caption": shown.text or None, "src": picture.get("src")}
    figure = Raw("figure", shown.text, chrome.line(element), anchors, data=data)
    return [figure, Raw("paragraph", said.text, chrome.line(element), spanned)] if said.text else [figure]


def _fill_beside(run: Run, element: Element, caption: Element | None, chrome: Chrome) -> None:
    """Adds what a figure shows beside its caption."""
    if element.text:
        run.add(element.text, element, chrome)
    for child in element:
        tag = child.tag
        if child is caption:
            run.end_line(BOUND, None)
        elif not isinstance(tag, str):
            pass
        elif caption is None or not any(inner is caption for inner in child.iter(caption.tag)):
            enter(run, child, chrome)
        elif not chrome.skips(child, tag):
            run.end_line(BOUND, None)
            _fill_beside(run, child, caption, chrome)
        if child.tail:
            run.add(child.tail, child, chrome)


def caption_table(element: Element, out: list[Raw]) -> None:
    """Gives the caption of a `figure` around a table, read as the paragraph behind it, to that table."""
    if len(out) < 2 or next(element.iter("figcaption"), None) is None:
        return
    table, caption = out[-2:]
    if (table.kind, caption.kind) == ("table", "paragraph") and not table.data["caption"] and not caption.anchors:
        out[-2:] = [replace(table, data={**table.data, "caption": caption.text})]
