"""Days above the stamp of the Department's mails: a copy has its own there, and the release its day below."""

from collections.abc import Sequence

from statedocs.extraction.leading import Line
from statedocs.extraction.line_roles import is_mail_stamp, read_line


def days_of_copy(lines: Sequence[Line]) -> frozenset[int]:
    """The lines above the stamp of a mail that print another day than the release does below it."""
    stamp = next((number for number, line in enumerate(lines) if is_mail_stamp(line.text)), 0)
    said = {day for line in lines[stamp + 1 :] if line.role == "date" for day in _days(line)}
    return frozenset(number for number in range(stamp) if said and not said.issuperset(_days(lines[number])))


def _days(line: Line) -> set[str | None]:
    return {span.value for span in read_line(line.text).dates}
