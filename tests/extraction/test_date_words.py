"""The words of dates: the data are what the code takes them for."""

import calendar

import pytest

from statedocs.extraction import date_words as words


def test_every_month_is_named_in_full_and_short() -> None:
    for number in range(1, 13):
        assert words.month_of(calendar.month_name[number]) == number
        assert words.month_of(calendar.month_abbr[number].upper()) == number


@pytest.mark.parametrize(
    "word",
    [
        "may",
        "march",
        "august",
        "jan",
        "Marsh",
        "Augusta",
        "Jane",
        "Judy",
        "Jaguar",
        "Nonmember",
        "Remember",
        "Octopus",
        "",
    ],
)
def test_ordinary_words_are_no_months(word: str) -> None:
    assert words.month_of(word) == 0


@pytest.mark.parametrize(
    ("word", "number"), [("Febuary", 2), ("Janaury", 1), ("Setpember", 9), ("Decmeber", 12), ("Apirl", 4)]
)
def test_misspelled_months(word: str, number: int) -> None:
    assert words.month_of(word) == number
    assert words.is_misspelled(word)


def test_words_are_lower_case_and_said_once() -> None:
    assert all(word == word.lower() for group in (words.MEASURES, words.COUNTED, words.NUMBERED) for word in group)
    assert not words.CALENDAR & words.NUMBERED
    assert words.SHARED <= words.QUANTITY
