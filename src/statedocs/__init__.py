"""Archived U.S. State Department pages in, validated records out.

The whole program for a library user is one line:

    write(convert_all(read("raw/")), "out/")
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

from statedocs.version import VERSION as __version__  # noqa: N811  (the name that Python expects)

if TYPE_CHECKING:
    from statedocs.errors import (
        AmbiguousTemplate,
        DecodeError,
        ExtractionError,
        InvalidRecord,
        LimitExceeded,
        NotADocument,
        ParseError,
        SinkError,
        SourceError,
        StatedocsError,
        TemplateError,
        UnknownTemplate,
        UnsupportedFormat,
    )
    from statedocs.pipeline import Options, convert, convert_all, convert_html, convert_text
    from statedocs.record import Document, Failure
    from statedocs.sinks import Summary, write
    from statedocs.snapshot import Skipped, Snapshot
    from statedocs.sources import read

__all__ = [
    "AmbiguousTemplate",
    "DecodeError",
    "Document",
    "ExtractionError",
    "Failure",
    "InvalidRecord",
    "LimitExceeded",
    "NotADocument",
    "Options",
    "ParseError",
    "SinkError",
    "Skipped",
    "Snapshot",
    "SourceError",
    "StatedocsError",
    "Summary",
    "TemplateError",
    "UnknownTemplate",
    "UnsupportedFormat",
    "__version__",
    "convert",
    "convert_all",
    "convert_html",
    "convert_text",
    "read",
    "write",
]

_ELSEWHERE: Final = {
    "Document": "record",
    "Failure": "record",
    "Options": "pipeline",
    "Skipped": "snapshot",
    "Snapshot": "snapshot",
    "Summary": "sinks",
    "convert": "pipeline",
    "convert_all": "pipeline",
    "convert_html": "pipeline",
    "convert_text": "pipeline",
    "read": "sources",
    "write": "sinks",
}
"""Where a name of the face lives, unless among the errors."""


if not TYPE_CHECKING:  # a checker is to see the names above and no others

    def __getattr__(name: str) -> object:
        """Load a name of the face when it is first asked for (PEP 562), so that `statedocs --help` stays light."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value: object = getattr(import_module(f"{__name__}.{_ELSEWHERE.get(name, 'errors')}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__
