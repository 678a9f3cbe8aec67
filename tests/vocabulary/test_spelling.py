import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedocs.vocabulary.spelling import fold, fold_slug, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bureau of African Affairs", "BUREAU OF AFRICAN AFFAIRS."),
        ("Democracy, Human Rights, and Labor", "Democracy, Human Rights & Labor"),
        ("Bureau for International Narcotics", "Bureau of International Narcotics"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Bureau\u00a0of African\nAffairs", "Bureau of  African Affairs"),
        ("United States", "U.S."),
        ("St. Lucia", "Saint Lucia"),
        ("Bahamas, The", "The Bahamas"),
        ("Political\u00adMilitary", "PoliticalMilitary"),
        ("Sao Tome and Principe", "São Tomé & Príncipe"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Niger", "Nigeria"), ("Guinea", "Guinea-Bissau"), ("Iran", "Iraq")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("slug", "name"),
    [("u-s-relations-with-peru", "U.S. Relations With Peru"), ("office_of_the_historian", "Office of the Historian")],
)
def test_slugs_fold_like_the_names_they_come_from(slug: str, name: str) -> None:
    assert fold_slug(slug) == fold(name)


def test_words_know_their_places() -> None:
    text = "United States–Peru’s The Q&A"
    words = words_of(text)
    assert [(word.folded, text[word.start : word.stop]) for word in words] == [
        ("us", "United States"), ("perus", "Peru’s"), ("", "The"), ("q", "Q"), ("and", "&"), ("a", "A"),
    ]  # fmt: skip


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x2FF)))
def test_words_lie_in_order_within_the_text(text: str) -> None:
    at = 0
    for word in words_of(text):
        assert at <= word.start < word.stop <= len(text)
        at = word.stop
