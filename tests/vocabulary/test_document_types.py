import pytest

from statedocs.vocabulary.document_types import (
    document_type_by_class,
    document_type_by_path,
    document_type_by_slug,
    find_document_type,
)


@pytest.mark.parametrize(
    ("line", "slug"),
    [
        ("Fact Sheet", "fact-sheet"),
        ("FACT SHEET", "fact-sheet"),
        ("Fact sheet released by the Bureau of African Affairs", "fact-sheet"),
        ("Background Note: Zambia", "background-note"),
        ("BACKGROUND NOTES:  KUWAIT, NOVEMBER 1994", "background-note"),
        ("Daily Press Briefing", "daily-press-briefing"),
        ("Daily Press Briefing - February 7, 2014", "daily-press-briefing"),
        ("95/09/20 Daily Press Briefing", "daily-press-briefing"),
        ("Department Press Briefing – April 7, 2025", "department-press-briefing"),
        ("Press Briefing at the Foreign Press Center", "press-briefing"),
        ("Special Briefing", "special-briefing"),
        ("Remarks at Special Briefing", "special-briefing"),
        ("On-the-Record Briefing", "on-the-record-briefing"),
        ("Background Briefing on Fish", "background-briefing"),
        ("Media Note", "media-note"),
        ("Press Statement", "press-statement"),
        ("Press Release", "press-release"),
        ("Notice to the Press", "notice-to-the-press"),
        ("Taken Question", "taken-question"),
        ("Question Taken at the March 4 Daily Press Briefing", "taken-question"),
        ("Readout", "readout"),
        ("Remarks", "remarks"),
        ("Remarks Before the House Committee on Foreign Affairs", "remarks"),
        ("Remarks to the National Newspaper Association", "remarks"),
        ("Remarks and Q&A Session at the Forum", "remarks"),
        ("Interview With the Fish Gazette", "interview"),
        ("Interview on Fish Today", "interview"),
        ("Statement Regarding Fish", "statement"),
        ("Joint Statement on Fisheries", "joint-statement"),
        ("Address at the Harbor Club", "address"),
        ("Testimony Before the Senate", "testimony"),
        ("Report", "report"),
        ("Joint Report to Congress", "joint-report-to-congress"),
        ("Joint Report to Congress, March 1, 2000", "joint-report-to-congress"),
        ("Report to the Congress", "report-to-congress"),
        ("Haiti - Level 4: Do Not Travel", "travel-advisory"),
        ("Haiti Travel Advisory", "travel-advisory"),
        ("Visa Bulletin For June 2019", "visa-bulletin"),
        ("Dispatch, Volume 7, Number 37, September 9, 1996", "dispatch"),
        ("Biography", "biography"),
        ("Public Schedule for April 7, 2025", "public-schedule"),
        ("Op-Ed", "op-ed"),
        ("Letter to the Editor", "letter"),
        ("FAQs", "faq"),
        ("Proclamation", "proclamation"),
        ("Executive Order 99999", "executive-order"),
        ("Presidential Determination No. 2001-99", "presidential-determination"),
        ("Treaty Between Two Harbors", "treaty"),
        ("Travel Warning - Atlantis", "travel-warning"),
        ("Atlantis Travel Alert", "travel-alert"),
        ("Public Announcement", "public-announcement"),
        ("Worldwide Caution", "worldwide-caution"),
        ("Consular Information Sheet", "consular-information-sheet"),
        ("Atlantis Country Specific Information", "country-specific-information"),
        ("Security Alert: Harbor Closed", "security-alert"),
        ("Country Commercial Guide", "country-commercial-guide"),
        ("Telephone Directory", "directory"),
        ("Chronology of Events", "chronology"),
        ("Joint Press Availability", "press-briefing"),
        ("Fact Sheet (Revised)", "fact-sheet"),
        ("Special Edition -- Fish", "special-edition"),
        ("Cable", "cable"),
        ("Announcement", "announcement"),
        ("Notice", "notice"),
        ("Briefing", "briefing"),
        ("Teleconference", "telephonic-briefing"),
        ("Preface", "preface"),
    ],
)
def test_lines_state_the_kind_of_document(line: str, slug: str) -> None:
    kind = find_document_type(line)
    assert kind is not None
    assert kind.slug == slug


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Washington, DC",
        "Bureau of Public Affairs",
        "Peru Today",
        "U.S. Relations With Peru",
        "His remarks were short",
        "Interviewed today",
        "Sean McCormack, Spokesman",
        "Remarks by " + "many fish and " * 20 + "a whale",
    ],
)
def test_other_lines_state_none(line: str) -> None:
    assert find_document_type(line) is None


def test_look_up_by_slug() -> None:
    kind = document_type_by_slug("on-the-record-briefing")
    assert kind is not None
    assert kind.name == "On-the-Record Briefing"
    assert document_type_by_slug("On-the-Record Briefing") is None


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("state_report", "report"),
        ("type-state_report", "report"),
        ("state_press_release", "press-release"),
        ("state_country", None),
        ("hentry", None),
    ],
)
def test_classes_are_witnesses(name: str, slug: str | None) -> None:
    kind = document_type_by_class(name)
    assert (kind.slug if kind else None) == slug


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("/r/pa/prs/dpb/2008/sept/109.htm", "daily-press-briefing"),
        ("/briefings/department-press-briefing-april-7-2025/", "department-press-briefing"),
        ("/t/pm/rls/rpt/fmtrpt/2007/92084.htm", "report"),
        ("/secretary/rm/2005/41973.htm", "remarks"),
        ("/r/pa/ei/bgn/35762.htm", None),
        ("/", None),
    ],
)
def test_addresses_are_witnesses(path: str, slug: str | None) -> None:
    kind = document_type_by_path(path)
    assert (kind.slug if kind else None) == slug
