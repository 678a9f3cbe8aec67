"""Telephone numbers: what is read from a text, and when the international form is certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedocs.extraction.phones import CALLING_CODES, e164, phone_dicts, read_reach


@pytest.mark.parametrize(
    ("written", "code", "expected"),
    [
        ("(202) 555-0123", "1", "+12025550123"),
        ("202/555-0123", "1", "+12025550123"),
        ("1-888-555-0123", "1", "+18885550123"),
        ("+1 (202) 555-0123 ext. 12", "1", "+12025550123"),
        ("202-555-0123/67", "1", "+12025550123"),
        ("250-75601/75602", "250", None),
        ("202-055-0123", "1", None),
        ("555-0123", "1", None),
        ("51-1-555-0123", "51", "+5115550123"),
        ("[51] (1) 555-0123", "51", "+5115550123"),
        ("+(51)(1) 555-0123", "51", "+5115550123"),
        ("011-51-1-555-0123", "51", "+5115550123"),
        ("(00 51) (0) 1555-0123", "51", "+5115550123"),
        ("0051 1 555 0123", "51", "+5115550123"),
        ("(+37410) 555-012", "374", "+37410555012"),
        ("51-01-555-0123", "51", None),
        ("(51) 36-4321", "51", None),
        ("511-555-0123", "51", None),
        ("(1) 555-0123", "51", None),
        ("54-11-5555-0123", "51", None),
        ("51-1-555-0123", None, None),
        ("39-06-555-0123", "39", "+39065550123"),
        ("+51 1 555 0123 4567 8901", "51", None),
        ("202-555-0123", "51", None),
    ],
)
def test_international_form(written: str, code: str | None, expected: str | None) -> None:
    assert e164(written, code) == expected


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("tel. (202) 555-0123; fax: 202-555-0124. Then.", [("phone", "(202) 555-0123"), ("fax", "202-555-0124")]),
        ("(tel. 51-1-555-0123; fax 51-1-555-0124).", [("phone", "51-1-555-0123"), ("fax", "51-1-555-0124")]),
        ("Telephone: 0700-555-001 or 0700-555-002", [("phone", "0700-555-001"), ("phone", "0700-555-002")]),
        ("Tel: 202-555-0123 / 202-555-0124", [("phone", "202-555-0123"), ("phone", "202-555-0124")]),
        ("Emergency After-Hours Telephone: +51 1 555 0123", [("after-hours", "+51 1 555 0123")]),
        ("Tel/Fax: 202-555-0123", [("phone", "202-555-0123")]),
        ("(tel. 202-555-0123/67, visas: 202-555-0199)", [("phone", "202-555-0123/67"), ("phone", "202-555-0199")]),
        ("tel. 12", []),
        ("202-555-0123", []),
        ("about 202-555-0123", []),
    ],
)  # fmt: skip
def test_numbers_need_a_word_before_them(text: str, phones: list[tuple[str, str]]) -> None:
    assert read_reach(text).phones == phones


def test_mail_and_web_addresses_follow() -> None:
    reach = read_reach("tel. 202-555-0123; e-mail: post@alda.example. Home page: http://alda.example/. More.")
    assert (reach.emails, reach.urls) == (["post@alda.example"], ["http://alda.example/"])


def test_a_number_given_twice_for_one_purpose_is_one() -> None:
    twice = [("phone", "202-555-0123"), ("fax", "202-555-0123"), ("phone", "202-555-0123")]
    assert [phone["kind"] for phone in phone_dicts(twice, "1")] == ["phone", "fax"]
    assert list(phone_dicts(twice, "1")[0]) == ["kind", "as_written", "e164"]


def test_calling_codes_are_digits_by_country() -> None:
    assert len(CALLING_CODES) > 200
    assert all(len(country) == 2 and country.isupper() and code.isdigit() for country, code in CALLING_CODES.items())


@given(st.text(alphabet="tel.fax:()+-/ 0123456789,;or", max_size=80), st.sampled_from([None, "1", "51", "374"]))
def test_numbers_are_the_texts_own_and_forms_are_valid(text: str, code: str | None) -> None:
    for phone in phone_dicts(read_reach(text).phones, code):
        assert phone["as_written"] in text
        assert phone["e164"] is None or (phone["e164"].startswith(f"+{code}") and 8 <= len(phone["e164"]) <= 16)


def test_a_plus_says_the_country_by_itself() -> None:
    assert e164("+(52)(55) 5555-0123", None) == "+525555550123"
    assert e164("+51 1 555 0123", "254") == "+5115550123"
    assert e164("(52)(55) 5555-0123", None) is None
