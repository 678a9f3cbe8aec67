"""Headings that are written like sentences, in texts."""

import pytest

from statedocs.pipeline import convert_text

BODY = "The reading rooms of this sample hold 12,400 books and three pianos, and all of them are open to readers."


def headings(line: str, *, above: str = BODY, below: str = BODY) -> list[str]:
    text = f"Sample Library\n\nMay 3, 2013\n\n{above}\n\n{line}\n\n{below}\n"
    return [str(section.heading) for section in convert_text(text).sections if section.heading]


@pytest.mark.parametrize("line", ["What the building holds", "How it works", "The map room", "What is a sample visa?"])
def test_a_short_line_between_paragraphs_is_a_heading(line: str) -> None:
    assert headings(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Thank you very much",
        "Jordan Example, director of the library",
        "Photo by the library",
        "It was so.",
        "Q Are the drums back?",
        "seen from the north side",
        "Opened in 1998",
        "Back to Top",
    ],
)
def test_other_short_lines_are_none(line: str) -> None:
    assert line not in headings(line)


def test_neither_over_short_lines_nor_below_open_ones_stands_a_heading() -> None:
    assert headings("What the building holds", below="Books") == []
    assert headings("what follows", above="The rooms hold, among many other things that a library needs:") == []


def test_headings_of_a_series_stand_over_anything() -> None:
    parts = [BODY, "U.S. Assistance to Zambia", "One roof\nTwo doors", "Bilateral Representation", BODY]
    text = "\n\n".join(["U.S. Relations With Zambia", "May 3, 2013", *parts])
    found = [section.heading for section in convert_text(text).sections if section.heading]
    assert found == ["U.S. Assistance to Zambia", "Bilateral Representation"]
