"""The log of a run, for programs: its events, and what each says. README shows this, and a test holds both to it."""

from typing import Final, NamedTuple


class Event(NamedTuple):
    """A kind of line.

    Attributes:
        when: When it is written.
        fields: What it says beside `time`, `level`, `message` and `event`: names with their meanings.
    """

    when: str
    fields: dict[str, str]


_SECONDS: Final = {
    "seconds": "since the run began",
    "pages_a_second": "pages converted a second; those that an earlier run had done do not count",
}
_PAGES: Final = {"pages": "pages written so far", "kept": "those of them that an earlier run had done"}

EVENTS: Final = {
    "start": Event(
        "the run begins",
        {
            "inputs": "the inputs, as they were named",
            "out": "the places of the records, as they were named",
            "workers": "how many processes convert, or how many places for pages the cluster has",
            "version": "the program's version",
        },
    ),
    "progress": Event(
        "every ten seconds, when a page is written",
        {
            **_PAGES,
            "failures": "those of them that failed",
            **_SECONDS,
            "total": "how many pages there are; null where that is not known: an archive does not say",
            "seconds_left": "how long the rest takes if all of it has to be converted; null while nobody can know",
        },
    ),
    "failure": Event("a page has failed", {"origin": "the page", "reason": "the error and its message"}),
    "end": Event(
        "the run is complete",
        {
            "pages": "lines of the manifest, the sum of the four that follow",
            "documents": "pages that became documents",
            "failures": "pages that failed, and damages of archives",
            "skipped": "inputs that are no pages, and duplicates",
            "gone": "records of an earlier run whose pages are no longer in the inputs",
            "kept": "pages that an earlier run had done",
            "templates": "documents by design",
            "findings": "findings by code",
            "errors": "failures by error",
            "reasons": "skipped inputs by reason",
            **_SECONDS,
        },
    ),
    "interrupted": Event("the run was ended from outside; the same command goes on (exit code 130)", {}),
    "error": Event("the run cannot go on; the message says why (exit code 2)", {}),
    "warning": Event("something is not as it should be, and costs no page", {}),
    "bug": Event("a page has met a defect of the program, and failed", {"traceback": "where"}),
}
