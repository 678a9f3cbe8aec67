"""A page in a line: markup in the body of a page that no design claims."""

from collections.abc import Callable

import pytest

from statedocs.pipeline import convert_html
from statedocs.record import Block, Document

_OPENING = "It opens with a sentence."


def _page(markup: str, head: str = "", url: str | None = None) -> Document:
    return convert_html(f"<title>Sample page</title>{head}<body><h1>Sample page</h1><p>{_OPENING}</p>{markup}", url)


def _blocks(markup: str) -> list[Block]:
    """Blocks of a markup without headings; the page's opening sentence left out."""
    document = _page(markup)
    assert document.accounting.unaccounted == 0
    first, *blocks = (block for section in document.sections for block in section.blocks)
    assert first.text == _OPENING
    return blocks


@pytest.fixture(scope="session")
def page() -> Callable[..., Document]:
    return _page


@pytest.fixture(scope="session")
def blocks_of() -> Callable[[str], list[Block]]:
    return _blocks
