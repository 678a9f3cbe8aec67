"""Pages that survive as text only, of every generation."""

from types import MappingProxyType
from typing import Final

from statedocs.templates.template import Template

PLAIN_TEXT: Final = Template(
    name="plain-text",
    about="Text of every generation: gopher files, text archives, text dumps",
    years="1990-",
    hosts=(),
    seen=True,
    signs=(),
    content="//body",
    leading=True,
    chrome=MappingProxyType({}),
    inferred_headings=True,
)
