"""Days above the stamp of the Department's mails: a copy has its own there, and the release its day below."""

from collections.abc import Sequence

from statedocs.extraction.leading import Line
from statedocs.extraction.line_roles import is_mail_stamp


def days_of_copy(lines: Sequence[Line]) -> range:
    """The lines above the stamp of a mail whose release prints a day below it: what is dated there is the copy."""
    stamp = next((number for number, line in enumerate(lines) if is_mail_stamp(line.text)), 0)
    return range(stamp if any(line.role == "date" for line in lines[stamp + 1 :]) else 0)
