"""Contacts of embassies, posts and offices. All texts are invented, in the forms that pages print."""

from collections.abc import Sequence
from typing import Any

import pytest

from statedocs.extraction.contacts import extract_contacts

PERU = [("PE", "Peru")]


def section(position: int, heading: str | None, *blocks: str | dict[str, Any]) -> dict[str, Any]:
    return {
        "position": position,
        "parent": None,
        "level": 2 if heading else 0,
        "number": None,
        "heading": heading,
        "line": None,
        "blocks": [{"kind": "paragraph", "text": b, "line": None} if isinstance(b, str) else b for b in blocks],
    }


def one(*blocks: str, countries: Sequence[tuple[str | None, str]] | None = None) -> dict[str, Any]:
    contacts = extract_contacts([section(0, None, *blocks)], countries or PERU)
    assert len(contacts) == 1
    return contacts[0]


def numbers(contact: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    return [(phone["kind"], phone["as_written"], phone["e164"]) for phone in contact["phones"]]


@pytest.mark.parametrize(
    ("text", "name", "address", "phone"),
    [
        (
            ("Peru maintains an embassy in the United States at 1 Duke Avenue, NW, Washington, DC 20099; "
            "tel. (202) 555-0123."),
            "Embassy of Peru",
            "1 Duke Avenue, NW, Washington, DC 20099",
            "(202) 555-0123",
        ),
        (
            "Peru maintains an embassy in the United States at 17 Duke Ave. NW, Washington, D.C. (tel: 202-555-0123).",
            "Embassy of Peru",
            "17 Duke Ave. NW, Washington, D.C.",
            "202-555-0123",
        ),
        (
            "Well. Peru has an embassy in Washington, DC at 17 Duke Street NW (tel. 202-555-0123), and consulates.",
            "Embassy of Peru",
            "17 Duke Street NW",
            "202-555-0123",
        ),
        (
            "The Embassy of Peru is located at 17 Duke Street, NW, Washington, DC 20099 (tel. 202-555-0123).",
            "Embassy of Peru",
            "17 Duke Street, NW, Washington, DC 20099",
            "202-555-0123",
        ),
        (
            ("The Peruvian Embassy in the United States is located at Suite 4, 17 Duke\nStreet, Washington, DC 20099. "
            "Tel. 202-555-0123."),
            "Peruvian Embassy",
            "Suite 4, 17 Duke Street, Washington, DC 20099",
            "202-555-0123",
        ),
        (
            ("For visas ask the Embassy of the Republic of Peru, 17 Duke St., NW, Washington, D.C. 20099, telephone "
            "202-555-0123."),
            "Embassy of the Republic of Peru",
            "17 Duke St., NW, Washington, D.C. 20099",
            "202-555-0123",
        ),
    ],
)  # fmt: skip
def test_embassies_in_washington(text: str, name: str, address: str, phone: str) -> None:
    contact = one("Before.", text)
    assert (contact["kind"], contact["country"], contact["name"]) == ("embassy-in-washington", "PE", name)
    assert contact["address"] == address
    assert numbers(contact) == [("phone", phone, "+12025550123")]
    assert contact["blocks"] == [[0, 1]]


def test_keys_in_the_order_of_the_record() -> None:
    contact = one("Peru maintains an embassy in the United States at 17 Duke Avenue, Washington, DC 20099.")
    assert list(contact) == [
        "kind", "country", "name", "address", "phones", "emails", "urls", "officials", "blocks",
    ]  # fmt: skip


def test_an_embassy_in_new_york_is_not_in_washington() -> None:
    contact = one("Peru maintains an embassy in the United States at 1 Plaza, New York, NY 10099 (tel. 212-555-0123).")
    assert (contact["kind"], numbers(contact)) == ("other", [("phone", "212-555-0123", "+12125550123")])


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        (
            (
                "The U.S. Embassy in Peru is located at Av. Duque, Cdra. 17, Monte (Surco), Lima (tel. 51-1-555-0123; "
                "fax 51-1-555-0124). Home page: http://post.example/."
            ),
            "U.S. Embassy in Peru",
            "Av. Duque, Cdra. 17, Monte (Surco), Lima",
        ),
        (
            (
                "The U.S. Embassy is located at 17 Duque, Lima; mailing address: APO AA 34099; tel. 51-1-555-0123; "
                "fax 51-1-555-0124. http://post.example/"
            ),
            "U.S. Embassy",
            "17 Duque, Lima",
        ),
    ],
)
def test_us_embassies_in_sentences(text: str, name: str, address: str) -> None:
    contact = one(text)
    assert (contact["kind"], contact["country"], contact["name"], contact["address"]) == (
        "us-embassy",
        "PE",
        name,
        address,
    )
    assert numbers(contact) == [("phone", "51-1-555-0123", "+5115550123"), ("fax", "51-1-555-0124", "+5115550124")]
    assert contact["urls"] == ["http://post.example/"]


LIMA = (
    "Avenida Duque 17\nSurco, Lima 33, Peru",
    "Telephone: +(51)(1) 555-0123",
    "Emergency After-Hours Telephone: +(51)(1) 555-0124",
    "Fax:",
    "+(51)(1) 555-0125",
    "Email: LimaACS@state.example",
    "Ordinary words end the block.",
)


@pytest.mark.parametrize(
    "page",
    [
        [section(0, None), section(1, "U.S. Embassy Lima", *LIMA)],
        [section(0, "Embassies and Consulates", "U.S. Embassy Lima", *LIMA)],
        [section(0, None, "\n".join(("U.S. Embassy Lima", *LIMA)))],
        [section(0, None, "U.S. Embassy Lima\nAddress:\n" + "\n".join(LIMA))],
    ],
)
def test_travel_blocks(page: list[dict[str, Any]]) -> None:
    contact, *others = extract_contacts(page, PERU)
    assert others == []
    assert (contact["kind"], contact["country"], contact["name"]) == ("us-embassy", "PE", "U.S. Embassy Lima")
    assert contact["address"] == "Avenida Duque 17, Surco, Lima 33, Peru"
    assert [(kind, form) for kind, _, form in numbers(contact)] == [
        ("phone", "+5115550123"),
        ("after-hours", "+5115550124"),
        ("fax", "+5115550125"),
    ]
    assert contact["emails"] == ["LimaACS@state.example"]


def test_local_numbers_are_not_completed() -> None:
    contact = one(
        "U.S. Embassy Alda\nDuke Road\nAlda, Peru\nTelephone: 0700-555-001 or 0700-555-002\nalda@state.example"
    )
    assert contact["country"] == "PE"
    assert numbers(contact) == [("phone", "0700-555-001", None), ("phone", "0700-555-002", None)]


def test_the_host_country_is_not_guessed() -> None:
    assert one("U.S. Embassy Alda\nDuke Road 7\nTelephone: 555-0123")["country"] is None
    assert one("U.S. Embassy Alda\nDuke Road 7\nTelephone: 51-1-555-0123")["country"] == "PE"
    both = [*PERU, ("AR", "Argentina")]
    assert one("The U.S. Embassy is located at 1 Duke Road, Alda (tel. 555-0123).", countries=both)["country"] is None


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("U.S. Consular Agency Cusco\nAv. Duque 4\nTelephone: (011) (51) 84-555-012", "us-consulate", "PE"),
        ("Bureau of Consular Affairs\n2201 Duke Street\nWashington, DC 20099\nTel: 202-555-0123", "bureau", None),
        (
            "American Chamber of Peru\nCalle Duque 4\nLima 18, Peru\nTel: 51-1-555-0123\nFax: 51-1-555-0124",
            "other",
            "PE",
        ),
        ("Public Affairs Section, U.S. Embassy Alda\nTEL: 202-555-0123\nFAX: 202-555-0124", "other", None),
        ("Embassy of Peru\n17 Duke Street\nWashington, DC 20099\nTel: 202-555-0123", "embassy-in-washington", "PE"),
    ],
)
def test_other_blocks(text: str, kind: str, country: str | None) -> None:
    contact = one(text)
    assert (contact["kind"], contact["country"]) == (kind, country)
    assert contact["name"] == text.split("\n", maxsplit=1)[0]
    assert contact["phones"]


def test_two_posts_under_each_other_stay_two() -> None:
    page = [
        section(
            0,
            None,
            "U.S. Embassy Lima\nDuque 1\nTelephone: 51-1-555-0123\nU.S. Consulate Cusco\nDuque 2\nTel: 555-0199",
        )
    ]
    assert [contact["name"] for contact in extract_contacts(page, PERU)] == [
        "U.S. Embassy Lima",
        "U.S. Consulate Cusco",
    ]


def test_the_same_office_stated_twice_is_one() -> None:
    text = "Peru maintains an embassy in the United States at 17 Duke Avenue, Washington, DC 20099"
    contact = one(f"{text}; tel. 202-555-0123.", f"{text}; fax 202-555-0124.")
    assert [kind for kind, *_ in numbers(contact)] == ["phone", "fax"]
    assert contact["blocks"] == [[0, 0], [0, 1]]


def test_a_block_joins_the_sentence_about_the_same_post() -> None:
    sentence = "The U.S. Embassy in Peru is located at 4 Duque, Lima."
    bare, other = (
        "U.S. Embassy in Peru\nTelephone: 51-1-555-0123",
        "U.S. Embassy in Peru\n9 Duque\nTelephone: 51-1-555-0124",
    )
    assert one(sentence, bare) == one(bare, sentence) | {"blocks": [[0, 0], [0, 1]]}
    assert len(extract_contacts([section(0, None, sentence, other)], PERU)) == 2


def test_an_address_without_an_end_is_none() -> None:
    assert (
        extract_contacts([section(0, None, "The U.S. Embassy is located at 4 " + "very long words " * 30)], PERU) == []
    )


def test_officials_of_both_embassies() -> None:
    page = [
        section(0, None),
        section(1, "Principal Government Officials", "Duke--Ana Doe\nAmbassador to the United States--Luis ROE Perez",
                "Peru maintains an embassy in the United States at 17 Duke Avenue, Washington, DC 20099."),
        section(2, "Principal U.S. Embassy Officials", "Ambassador--P. Jane Doe\nDeputy Chief of Mission--John Roe",
                "USAID Director--Vacant", "The U.S. Embassy in Peru is located at 4 Duque, Lima (tel. 51-1-555-0123)."),
    ]  # fmt: skip
    washington, lima = extract_contacts(page, PERU)
    assert washington["officials"] == [
        {"name": "Luis ROE Perez", "role": "Ambassador to the United States",
         "as_written": "Ambassador to the United States--Luis ROE Perez"}
    ]  # fmt: skip
    assert [(who["role"], who["name"]) for who in lima["officials"]] == [
        ("Ambassador", "P. Jane Doe"),
        ("Deputy Chief of Mission", "John Roe"),
    ]
    assert lima["blocks"] == [[2, 0], [2, 2]]


def test_officials_under_a_line_that_is_no_heading() -> None:
    text = "Principal U.S. Officials\nAmbassador--Jane Doe\nDuke:\nPrincipal Government Officials\nDuke--Ana Roe"
    contact = one(text, "The U.S. Embassy in Peru is located at 4 Duque, Lima (tel. 51-1-555-0123).")
    assert [who["name"] for who in contact["officials"]] == ["Jane Doe"]


def test_a_list_of_officials_under_its_heading_is_a_contact() -> None:
    page = [section(0, None), section(1, "Principal U.S. Officials", "Ambassador--Jane Doe")]
    (contact,) = extract_contacts(page, PERU)
    assert (contact["kind"], contact["country"], contact["address"]) == ("us-embassy", "PE", None)
    assert extract_contacts([section(0, None), section(1, "Principal Officials", "Duke--Jane Doe")], PERU) == []


def test_a_sentence_that_names_the_post_and_who_heads_it_is_a_contact() -> None:
    contact = one("Before.", "The U.S. Embassy in Lima is headed by Chargé d’Affaires Jane Q. Doe.")
    assert (contact["kind"], contact["country"], contact["name"]) == ("us-embassy", "PE", "U.S. Embassy in Lima")
    assert [(who["role"], who["name"]) for who in contact["officials"]] == [("Chargé d’Affaires", "Jane Q. Doe")]
    assert contact["blocks"] == [[0, 1]]


def test_the_site_of_a_post_and_the_country_that_its_host_names() -> None:
    def link(section: int, block: int, kind: str, text: str, url: str) -> dict[str, Any]:
        return {"section": section, "block": block, "kind": kind, "text": text, "url": url}

    texts = (
        "U.S. Embassy Alda\nDuke Road 7\nTelephone: 555-0123",
        "Peru maintains an embassy in the United States at 17 Duke Avenue, Washington, DC 20099.",
    )
    links = [
        link(0, 0, "embassy", "U.S. Embassy Alda", "https://pe.usembassy.gov/"),
        link(0, 0, "state", "Travel", "https://travel.state.gov/"),
        link(0, 1, "external", "embassy", "https://embassy.example/"),
    ]
    post, washington = extract_contacts([section(0, None, *texts)], PERU, links)
    assert (post["urls"], post["country"]) == (["https://pe.usembassy.gov/"], "PE")
    assert washington["urls"] == ["https://embassy.example/"]


def test_a_mission_to_the_united_nations_may_share_the_embassy_s_address() -> None:
    contact = one(
        "Peru maintains its permanent mission to the United Nations and its embassy in the United States at "
        "800 Duke Avenue, Suite 4, New York, NY 10099 (tel. 212-555-0150)."
    )
    assert (contact["kind"], contact["address"]) == ("other", "800 Duke Avenue, Suite 4, New York, NY 10099")


def test_officials_of_1990_stand_behind_a_single_hyphen() -> None:
    text = "Ambassador to the United States-Ana Doe"
    contact = one(text, "Peru maintains an embassy in the United States at 17 Duke Avenue, Washington, DC 20099.")
    assert [(who["role"], who["name"]) for who in contact["officials"]] == [
        ("Ambassador to the United States", "Ana Doe")
    ]


def test_a_chief_of_mission_joins_the_embassy_but_makes_none() -> None:
    chief = "Jane Q. Doe is Charge d'Affaires ad interim; other principal embassy officials are listed elsewhere."
    assert extract_contacts([section(0, None, chief)], PERU) == []
    contact = one(chief, "The U.S. Embassy in Peru is located at 4 Duque, Lima (tel. 51-1-555-0123).")
    assert [who["name"] for who in contact["officials"]] == ["Jane Q. Doe"]
    stated = one("The U.S. Ambassador to Peru is John Roe. The U.S. Embassy in Peru is located at 4 Duque, Lima.")
    assert [(who["role"], who["name"]) for who in stated["officials"]] == [("U.S. Ambassador to Peru", "John Roe")]


@pytest.mark.parametrize(
    "text",
    [
        "Peru has no embassy in the United States.",
        (
            "Peru does not maintain an embassy in the United States; its mission is at 1 Duke Street, New York, "
            "NY 10099 (tel. 212-555-0123)."
        ),
        "Call the U.S. Embassy in Lima at 51-1-555-0123 or fax 51-1-555-0124.",
        "The U.S. Embassy in Lima is closed. The U.S. Embassy is located in Lima.",
        "Protesters marched to the U.S. Embassy in Lima at 5 p.m.; police used telephone 105.",
        "For more information call the Bureau of Consular Affairs at 1-888-555-0123.",
        "TEL: 880-2-555-0123\nFAX: 880-2-555-0124",
        "Jane Doe is Ambassador to Peru.",
        "The Embassy of Peru in Washington issued a statement on 17 members of the government.",
        "U.S. Embassy Lima\nRead more.",
        "The hotline is open.\nTel: 51-1-555-0123",
    ],
)
def test_no_contact(text: str) -> None:
    assert extract_contacts([section(0, None, text), section(1, "Contact", text)], PERU) == []


def test_numbers_under_the_name_of_a_post_but_no_prose() -> None:
    numbers_alone = "TEL: 51-1-555-0123\nFAX: 51-1-555-0124"
    assert len(extract_contacts([section(0, None), section(1, "U.S. Embassy Lima", numbers_alone)], PERU)) == 1
    prose = "The hotline is open.\nTel: 51-1-555-0123"
    assert extract_contacts([section(0, None), section(1, "U.S. Embassy Lima", prose)], PERU) == []


def test_tables_and_figures_are_not_read() -> None:
    row = "U.S. Embassy Lima\tTel: 51-1-555-0123"
    cells = {"kind": "table", "text": row, "line": None, "caption": None, "header_rows": 0, "rows": [row.split("\t")]}
    figure = {"kind": "figure", "text": "U.S. Embassy Lima", "line": None, "alt": None, "caption": None, "src": None}
    assert extract_contacts([section(0, None, cells, figure)], PERU) == []


def test_a_label_with_nothing_behind_it_ends_no_block_and_a_bare_number_is_a_phone() -> None:
    def read(*texts: str) -> dict[str, Any]:
        blocks = [{"kind": "paragraph", "text": text} for text in texts]
        lead: dict[str, Any] = {"position": 0, "heading": None, "blocks": []}
        post = {"position": 1, "heading": "U.S. Embassy Nairobi", "blocks": blocks}
        [contact] = extract_contacts([lead, post], [("KE", "Kenya")])
        return contact

    labelled = read(
        "Sample Avenue\nNairobi, Kenya", "Telephone: +(254) (20) 363-6000\nFax: None\nEmail: a_b@example.gov"
    )
    assert (labelled["address"], labelled["emails"]) == ("Sample Avenue, Nairobi, Kenya", ["a_b@example.gov"])
    bare = read("Sample Avenue, Nairobi\n+254 20 363 6000\na_b@example.gov")
    assert bare["address"] == "Sample Avenue, Nairobi"
    assert [(phone["kind"], phone["e164"]) for phone in bare["phones"]] == [("phone", "+254203636000")]


def test_a_number_alone_on_its_line_may_bracket_its_country() -> None:
    contact = one("U.S. Embassy Conakry\n+(224) 65-510-0000\nconakry@example.gov", countries=[("GN", "Guinea")])
    assert numbers(contact) == [("phone", "+(224) 65-510-0000", "+224655100000")]
    assert contact["address"] is None


@pytest.mark.parametrize(
    ("text", "name", "address", "phones"),
    [
        (
            (
                "The U.S. Embassy in Peru is located at the corner of Duque and Marqués Streets, Lima; P.O. Box 30 "
                "(tel. 51-1-5550123; fax 51-1-5550124)."
            ),
            "U.S. Embassy in Peru",
            "the corner of Duque and Marqués Streets, Lima",
            [("phone", "51-1-5550123", "+5115550123"), ("fax", "51-1-5550124", "+5115550124")],
        ),
        (
            (
                "The U.S. Embassy and Consulate General in Peru are located at 4 Duque Avenue in the Monte district of "
                "Lima. Mission offices can be reached by phone at (51)(1) 555-0123 or by fax at (51)(1) 555-0124."
            ),
            "U.S. Embassy and Consulate General in Peru",
            "4 Duque Avenue in the Monte district of Lima",
            [("phone", "(51)(1) 555-0123", "+5115550123"), ("fax", "(51)(1) 555-0124", "+5115550124")],
        ),
        (
            "The address of the U.S. Embassy in Peru is 4 Duque Street, Lima. Tel: [51] (1) 555-0123.",
            "U.S. Embassy in Peru",
            "4 Duque Street, Lima",
            [("phone", "[51] (1) 555-0123", "+5115550123")],
        ),
        (
            (
                "The U.S. Embassy in Lima is located near the Duque Circle, Lima; telephone (51-1) 555-0123 during "
                "business hours (8:00 a.m. to 5:00 p.m.), or (51-1) 555-0125 for after-hours emergencies; "
                "fax (51-1) 555-0124."
            ),
            "U.S. Embassy in Lima",
            "near the Duque Circle, Lima",
            [
                ("phone", "(51-1) 555-0123", "+5115550123"),
                ("after-hours", "(51-1) 555-0125", "+5115550125"),
                ("fax", "(51-1) 555-0124", "+5115550124"),
            ],
        ),
        (
            (
                "Americans are encouraged to register at the Consular Section of the U.S. Embassy in Lima at 4 Duque "
                "Avenue; telephone (51-1) 555-0123."
            ),
            "U.S. Embassy in Lima",
            "4 Duque Avenue",
            [("phone", "(51-1) 555-0123", "+5115550123")],
        ),
        (
            "U.S. Embassy Lima, 4 Duque Street, Lima, tel. 51-1-555-0123.",
            "U.S. Embassy Lima",
            "4 Duque Street, Lima",
            [("phone", "51-1-555-0123", "+5115550123")],
        ),
        (
            (
                "The U.S. Embassy is located at Duque Prospect; the mailing address is APO AE 09099. "
                "The telephone numbers are (51)(1) 555-0123 and 555-0126."
            ),
            "U.S. Embassy",
            "Duque Prospect",
            [("phone", "(51)(1) 555-0123", "+5115550123"), ("phone", "555-0126", None)],
        ),
    ],
)
def test_more_ways_to_say_where_a_us_post_is(
    text: str, name: str, address: str, phones: list[tuple[str, str, str | None]]
) -> None:
    contact = one(text)
    assert (contact["kind"], contact["country"], contact["name"]) == ("us-embassy", "PE", name)
    assert (contact["address"], numbers(contact)) == (address, phones)


@pytest.mark.parametrize(
    "text",
    [
        "Embassy of the Peruvian Republic: 17 Duke Avenue NW, Washington, DC 20099, telephone (202) 555-0123.",
        "The embassy of Peru is located at 17 Duke Avenue NW, Washington, DC 20099 (tel. 202-555-0123).",
        "Embassy of Peru\n17 Duke Avenue NW\nWashington, DC 20099\nPhone: (202) 555-0123 through 69",
    ],
)
def test_more_ways_to_say_where_an_embassy_in_washington_is(text: str) -> None:
    contact = one(text)
    assert (contact["kind"], contact["country"]) == ("embassy-in-washington", "PE")
    assert contact["address"].startswith("17 Duke Avenue NW")
    assert "\n" not in contact["name"]
    assert numbers(contact)[0][2] == "+12025550123"


def test_a_time_and_a_consulates_number_are_no_post_and_not_the_embassys() -> None:
    assert (
        extract_contacts([section(0, None, "Americans met at the U.S. Embassy at 8:00 a.m.; telephones failed.")], PERU)
        == []
    )
    text = "The U.S. Embassy in Peru is located at 4 Duque, Lima. The Consulate's telephone number is (51-1) 555-0199."
    assert one(text)["phones"] == []


def test_a_department_keeps_the_office_below_its_name() -> None:
    lines = ("U.S. Department of Samples", "Office of Duke Affairs", "14th Street NW", "Washington, DC 20099")
    for blocks in (("\n".join((*lines, "Tel: 202-555-0123")),), (*lines, "Tel: 202-555-0123")):
        contact = one(*blocks)
        assert (contact["kind"], contact["name"]) == ("other", "U.S. Department of Samples")
        assert contact["address"] == "Office of Duke Affairs, 14th Street NW, Washington, DC 20099"


def test_numbers_bare_by_twos_and_a_field_post_office() -> None:
    contact = one(
        "U.S. Embassy Lima\n4 Duque Avenue\n+51 (1) 555-0123 or +51 (1) 555-0125\n"
        "+51 (1) 555-0126 after hours\nx@post.example"
    )
    assert [kind for kind, *_ in numbers(contact)] == ["phone", "phone", "after-hours"]
    contact = one("Mailing address: American Embassy Lima\nPSC 9 A-9\nAPO AE 09099\nTel: [51] (1) 555-0123")
    assert (contact["kind"], contact["country"], contact["name"]) == ("us-embassy", "PE", "American Embassy Lima")
    short = one("The U.S. Embassy in Alda is located at 4 Duque; tel. (591) 55-01-23.", countries=[("BO", "Bolivia")])
    assert (short["country"], numbers(short)) == ("BO", [("phone", "(591) 55-01-23", None)])


def test_an_adjective_that_the_name_does_not_tell() -> None:
    text = "The Dutch Embassy is located at 17 Duke Avenue NW, Washington, DC 20099; tel: (202) 555-0123."
    assert one(text, countries=[("NL", "Netherlands")])["country"] == "NL"
    assert one(text, countries=[("BE", "Belgium")])["country"] is None
