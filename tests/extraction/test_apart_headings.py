"""Headings that a text sets between blank lines: told by what they say and what stands below, however little."""

import pytest

import statedocs

OPENING = """Ferries of Nauru

Fact Sheet
Bureau of Sample Affairs
Washington, DC
May 5, 2011

The ferries of Nauru sail every day of the week, and nobody has ever been late for one of them.

"""


def headings(body: str) -> list[str | None]:
    document = statedocs.convert_text(OPENING + body)
    assert document.accounting.unaccounted == 0
    return [section.heading for section in document.sections[1:]]


@pytest.mark.parametrize(
    "said", ["None.", "It is in flux.", "\u201cGood port.\u201d", "Built in 1983. More", "All sail."]
)
@pytest.mark.parametrize("heading", ["Northern Lines", "HARBORS", "Fares"])
def test_a_line_apart_over_a_sentence_however_short_is_a_heading(heading: str, said: str) -> None:
    assert headings(f"{heading}\n\n{said}\n") == [heading]


@pytest.mark.parametrize(
    "body",
    [
        "Northern Lines\nAll sail.\n",
        "Northern Lines\n\nPiers\n",
        "Lagos, Nigeria\n\nMay 5, 2011.\n",
        "Northern Lines\n\nSample Lines, Inc.\n",
        "Secretary Sample\n\nAll sail.\n",
    ],
)
def test_what_stands_over_a_short_line_and_heads_nothing(body: str) -> None:
    assert headings(body) == []


def test_short_questions_that_are_answered_are_headings() -> None:
    body = "Why are boats counted?\n\nBecause the rules say so.\n\nWho counts them?\n\nEveryone.\n"
    assert headings(body) == ["Why are boats counted?", "Who counts them?"]


def test_a_speech_asks_now_and_then() -> None:
    said = "We have built piers on both shores, and we will build more of them.\n\n" * 4
    assert headings(f"Why do we sail?\n\nBecause we must.\n\n{said}") == []


def test_what_is_asked_in_a_transcript_heads_nothing() -> None:
    assert headings("Q    Will he sail?\n\nNo.\n\nWhy not?\n\nThere is no time.\n\nAnd then?\n\nNo.\n") == []


def test_years_that_stand_alone_over_text_are_headings() -> None:
    assert headings("1991\n\nJune 25: A pier is built.\n\n1992\n\nApril 6: It is lost.\n") == ["1991", "1992"]


def test_one_year_alone_is_none() -> None:
    assert headings("1991\n\nA pier is built in the north of the island.\n") == []


def test_what_an_advisory_advises_is_a_heading_over_a_link() -> None:
    line = "Nauru - Level 2: Exercise Increased Caution"
    assert headings(f"{line}\n\nREAD MORE\n\nExercise increased caution in Nauru due to crime.\n") == [line]


def test_posts_are_headings_over_their_addresses_where_such_stand() -> None:
    post = "1 Example Street\nYaren\n\nTelephone: +(000) 000-0000\n"
    found = headings(f"Embassies and Consulates\n\nU.S. Embassy Yaren\n\n{post}\nU.S. Consulate Boe\n\n{post}")
    assert found == ["Embassies and Consulates", "U.S. Embassy Yaren", "U.S. Consulate Boe"]
    assert headings(f"They sail.\n\nU.S. Embassy Yaren\n\n{post}") == []


def test_the_word_over_the_first_turn_is_a_heading() -> None:
    assert headings("TRANSCRIPT:\n\n12:42 p.m. EDT\n\nMS. SAMPLE: All right.\n\nQUESTION: On Mali?\n") == [
        "TRANSCRIPT:"
    ]


def test_a_link_ends_what_stands_above_a_heading() -> None:
    assert headings("Read more\n\nFacts\n\n  * Islands: 1\n  * Ferries: 2\n") == ["Facts"]


def test_whom_a_speaker_turns_to_announces_nothing() -> None:
    assert headings("Mr. Chairman, members of the panel:\n\nThe Ferries\n\nThey sail.\n") == ["The Ferries"]


def test_a_country_over_one_word_is_a_heading() -> None:
    assert headings("Ghana\n\nNone.\n") == ["Ghana"]


def test_the_day_of_an_advisory_is_of_its_heading() -> None:
    found = headings("Travel Advisory\nJuly 31, 2023\n\nIt is safe to sail in Nauru all year, day and night.\n")
    assert found == ["Travel Advisory July 31, 2023"]


def briefing(kind: str) -> list[str | None]:
    text = f"{kind} - March 21, 2012\n\nRobin Sample\nSpokesperson\n{kind}\nWashington, DC\nMarch 21, 2012\n\n"
    text += "Index for Today's Briefing\n\n  * MALI\n  * NAURU\n\n12:42 p.m. EDT\n\nMS. SAMPLE: All right. Hello.\n"
    document = statedocs.convert_text(text)
    assert document.published is not None
    assert document.published.value == "2012-03-21"
    return [section.heading for section in document.sections[1:]]


def test_the_index_of_a_briefing_has_a_heading_where_it_is_no_box_of_the_site() -> None:
    assert briefing("Daily Press Briefing") == ["Index for Today's Briefing"]
    assert briefing("Department Press Briefing") == []


def test_a_heading_that_a_terminal_sets_below_the_day_of_a_page_is_of_its_body() -> None:
    text = (
        "Ferries of Nauru\n\n   Fact Sheet\n   May 5, 2011\n\nMethod\n\n   They were counted at both piers all year.\n"
    )
    document = statedocs.convert_text(text)
    assert document.title == "Ferries of Nauru"
    assert [section.heading for section in document.sections[1:]] == ["Method"]
