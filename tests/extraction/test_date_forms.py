"""Dates of masthead lines: every form that pages print."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedocs.extraction.date_forms import find_dates, find_periods

DAYS = st.dates(min_value=dt.date(1970, 1, 1), max_value=dt.date(2069, 12, 31))

# line, value, precision, as written
ONE = [
    ("November 19, 2013", "2013-11-19", "day", "November 19, 2013"),
    ("August 20,2020", "2020-08-20", "day", "August 20,2020"),
    ("July 06, 2020", "2020-07-06", "day", "July 06, 2020"),
    ("November  19,  2013", "2013-11-19", "day", None),
    ("SEPTEMBER 2008", "2008-09", "month", "SEPTEMBER 2008"),
    ("may 2008 is no month, september 2008 is", "2008-09", "month", "september 2008"),
    ("Friday, May 12, 1995 ", "1995-05-12", "day", "Friday, May 12, 1995"),
    ("WEDNESDAY, AUGUST 30, 1995, 1:50 P.M.", "1995-08-30", "day", "WEDNESDAY, AUGUST 30, 1995"),
    ("Thu, 16 Apr 2026", "2026-04-16", "day", "Thu, 16 Apr 2026"),
    ("16 April 2026", "2026-04-16", "day", "16 April 2026"),
    ("Aug, 5 1992", "1992-08-05", "day", "Aug, 5 1992"),
    ("Wednesday, 8/5/92", "1992-08-05", "day", "Wednesday, 8/5/92"),
    ("96/06/28 Daily Press Briefing", "1996-06-28", "day", "96/06/28"),
    ("00/06/28", "2000-06-28", "day", "00/06/28"),
    ("Somalia (06/04)", "2004-06", "month", "06/04"),
    ("Somalia (05/17/11)", "2011-05-17", "day", "05/17/11"),
    ("12/12/2018", "2018-12-12", "day", "12/12/2018"),
    ("13/05/2009", "2009-05-13", "day", "13/05/2009"),
    ("05/2003", "2003-05", "month", "05/2003"),
    ("04/07/2025 02:40 PM EDT", "2025-04-07", "day", "04/07/2025"),
    ("09/30/15 –", "2015-09-30", "day", "09/30/15"),
    ("(CT:VISA-1150;   09-14-2020)", "2020-09-14", "day", "09-14-2020"),
    ("January 8, 2001, Paris, France", "2001-01-08", "day", "January 8, 2001"),
    ("Washington, D.C., January 13, 1998", "1998-01-13", "day", "January 13, 1998"),
    ("DHAKA, JUNE 7, 2015 – The embassy", "2015-06-07", "day", "JUNE 7, 2015"),
    ("April 20, 2012Bureau of African Affairs", "2012-04-20", "day", "April 20, 2012"),
    ("President Example, Jr.February 4, 2021", "2021-02-04", "day", "February 4, 2021"),
    ("Bureau of African AffairsFebruary 4, 2021", "2021-02-04", "day", "February 4, 2021"),
    ("Washington, DCJanuary 5, 2001", "2001-01-05", "day", "January 5, 2001"),
    ("2019-04-19T15:51:03", "2019-04-19", "day", "2019-04-19T15:51:03"),
    ("2012-01-18", "2012-01-18", "day", "2012-01-18"),
    ("2012/1/18", "2012-01-18", "day", "2012/1/18"),
    ("2008-05", "2008-05", "month", "2008-05"),
    ("Sept. 22, 1960", "1960-09-22", "day", "Sept. 22, 1960"),
    ("January 3rd, 2001", "2001-01-03", "day", "January 3rd, 2001"),
    ("3rd of January 2001", "2001-01-03", "day", "3rd of January 2001"),
    ("the 9th day of May, 2019", "2019-05-09", "day", "9th day of May, 2019"),
    ("May of 1995", "1995-05", "month", "May of 1995"),
    ("May '95", "1995-05", "month", "May '95"),
    ("1-Jan-06", "2006-01-01", "day", "1-Jan-06"),
    ("22MAR05", "2005-03-22", "day", "22MAR05"),
    ("22 MAR 69", "2069-03-22", "day", "22 MAR 69"),
    ("22 MAR 70", "1970-03-22", "day", "22 MAR 70"),
    ("FY 2013", "2012-10/2013-09", "fiscal-year", "FY 2013"),
    ("FY2013", "2012-10/2013-09", "fiscal-year", "FY2013"),
    ("FY-2016", "2015-10/2016-09", "fiscal-year", "FY-2016"),
    ("FY 99", "1998-10/1999-09", "fiscal-year", "FY 99"),
    ("FY '99", "1998-10/1999-09", "fiscal-year", "FY '99"),
    ("F.Y. 2006", "2005-10/2006-09", "fiscal-year", "F.Y. 2006"),
    ("Fiscal Year 2006", "2005-10/2006-09", "fiscal-year", "Fiscal Year 2006"),
    ("FISCAL YEAR 1975", "1974-07/1975-06", "fiscal-year", "FISCAL YEAR 1975"),
    ("FY 2006-2007", "2005-10/2007-09", "interval", "FY 2006-2007"),
    ("FY 2006 - FY 2007", "2005-10/2007-09", "interval", "FY 2006 - FY 2007"),
    ("FY 2006/07", "2006/2007", "interval", "FY 2006/07"),
    ("the 1990s", "199X", "decade", "1990s"),
    ("1980's", "198X", "decade", "1980's"),
    ("the ’90s", "199X", "decade", "’90s"),
    ("the 1800s", "1800/1899", "interval", "1800s"),
    ("2006-2007", "2006/2007", "interval", "2006-2007"),
    ("2008–2012", "2008/2012", "interval", "2008–2012"),
    ("2008-12", "2008/2012", "interval", "2008-12"),
    ("1998-03", "1998/2003", "interval", "1998-03"),
    ("1998/99", "1998/1999", "interval", "1998/99"),
    ("1997 - 2001", "1997/2001", "interval", "1997 - 2001"),
    ("January-March 1996", "1996-01/1996-03", "interval", "January-March 1996"),
    ("January to March 1996", "1996-01/1996-03", "interval", "January to March 1996"),
    ("March 3-5, 1996", "1996-03-03/1996-03-05", "interval", "March 3-5, 1996"),
    ("3–5 March 1996", "1996-03-03/1996-03-05", "interval", "3–5 March 1996"),
    ("March 30-April 2, 1996", "1996-03-30/1996-04-02", "interval", "March 30-April 2, 1996"),
    ("30 March - 2 April 1996", "1996-03-30/1996-04-02", "interval", "30 March - 2 April 1996"),
    ("July 2011-June 2012", "2011-07/2012-06", "interval", "July 2011-June 2012"),
    ("12/30/1995-01/02/1996", "1995-12-30/1996-01-02", "interval", "12/30/1995-01/02/1996"),
    ("Background Notes: Brazil, March 1995", "1995-03", "month", "March 1995"),
    ("Daily Press Briefing - February 7, 2014", "2014-02-07", "day", "February 7, 2014"),
    ("Dispatch, Volume 7, Number 37, September 9, 1996", "1996-09-09", "day", "September 9, 1996"),
    ("Dispatch, Volume 7, Number 3 March 1996", "1996-03", "month", "March 1996"),
    ("As released by the Office of the Spokesman, December 10, 1998", "1998-12-10", "day", "December 10, 1998"),
    ("Joint Report to Congress, March 1, 2000", "2000-03-01", "day", "March 1, 2000"),
    ("CA/VO:   May 9, 2019", "2019-05-09", "day", "May 9, 2019"),
    ("Dec 15, 1990 12/16/1990x", "1990-12-15", "day", "Dec 15, 1990"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "value", "precision", "written"), ONE)
def test_one_date(line: str, value: str, precision: str, written: str | None) -> None:
    (span,) = find_dates(line)
    assert (span.value, span.precision, span.as_written) == (value, precision, written or line)
    assert line[span.start : span.stop] == span.as_written
    assert span.findings == ()


@pytest.mark.parametrize(
    ("line", "value", "findings"),
    [
        ("Wednesday, August 30, l995", "1995-08-30", ("date-letter-digit",)),
        ("January 13, l999", "1999-01-13", ("date-letter-digit",)),
        ("January l2, 1998", "1998-01-12", ("date-letter-digit",)),
        ("August l, 1995", "1995-08-01", ("date-letter-digit",)),
        ("August 3O, 1995", "1995-08-30", ("date-letter-digit",)),
        ("August 3O, 2OO1", "2001-08-30", ("date-letter-digit",)),
        ("Released by the Bureau of Labor, Febuary 1995.", "1995-02", ("date-misspelled",)),
        ("Feburary 5, 1995", "1995-02-05", ("date-misspelled",)),
        ("Septmber 5, 1995", "1995-09-05", ("date-misspelled",)),
        ("5 Novemeber l995", "1995-11-05", ("date-misspelled", "date-letter-digit")),
        ("Agust 5, 1995", "1995-08-05", ("date-misspelled",)),
        ("February 30, 2013", None, ("date-impossible",)),
        ("June 31-32, 2013", None, ("date-impossible",)),
        ("March 5-3, 1996", None, ("date-impossible",)),
        ("96/06/31", None, ("date-impossible",)),
        ("13/13/2013", None, ("date-impossible",)),
        ("2013-02-30", None, ("date-impossible",)),
        ("2013-02-30T10:00:00Z", None, ("date-impossible",)),
    ],
)
def test_doubtful_dates(line: str, value: str | None, findings: tuple[str, ...]) -> None:
    (span,) = find_dates(line)
    assert (span.value, span.findings) == (value, findings)
    assert line[span.start : span.stop] == span.as_written


@pytest.mark.parametrize(
    ("line", "value", "written", "rest"),
    [
        ("Date: Dec 15, 199012/15/90 Category: Country Data", "1990-12-15", "Dec 15, 1990", " Category: Country Data"),
        ("Mar 15, 19903/15/90", "1990-03-15", "Mar 15, 1990", ""),
        ("Date: Aug, 5 19928/5/92", "1992-08-05", "Aug, 5 1992", ""),
    ],
)
def test_a_date_written_twice_is_one(line: str, value: str, written: str, rest: str) -> None:
    (span,) = find_dates(line)
    assert (span.value, span.as_written) == (value, written)
    assert line[span.repeat_stop :] == rest


def test_another_date_right_behind_is_no_repeat() -> None:
    (span,) = find_dates("Dec 15, 199012/16/90")
    assert (span.value, span.repeat_stop) == ("1990-12-15", None)


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("FY 1999 and 2000", ["1998-10/1999-09", "1999-10/2000-09"]),
        ("Fiscal Years 2005, 2006, and 2007", ["2004-10/2005-09", "2005-10/2006-09", "2006-10/2007-09"]),
        ("Washington, D.C., January 13, 1998 (released April 8, 1998)", ["1998-01-13", "1998-04-08"]),
        ("February 30, 2013 - March 3, 2013", [None, "2013-03-03"]),
        ("May 5, 2013 - June 2013", ["2013-05-05", "2013-06"]),
        ("June 2013 - May 2013", ["2013-06", "2013-05"]),
        ("the 1960s-1970s", ["196X", "197X"]),
        ("from January 1, 1997 to January 20, 2001. Please see", ["1997-01-01", "2001-01-20"]),
    ],
)
def test_several_dates(line: str, values: list[str | None]) -> None:
    assert [span.value for span in find_dates(line)] == values


@pytest.mark.parametrize(
    "line",
    [
        "", "Bureau of African Affairs", "PRN: 2011/317", "DPB #129", "Secretary Pompeo (May 24):", "12:30 p.m. EDT",
        "Remember 12, 1995", "Senator 2005", "Jaguar 12, 2000", "Nonmember 2003", "2013", "No. 2008-12", "Law 12/2006",
        "1997-2001.state.gov", "report-2019-04-19.pdf", "https://www.state.gov/2012/01/18/", "(202) 647-2000",
        "April 31", "in May 1200", "5 people 2010", "12 xyz 10", "12abc10",
        "Number 95 Volume IX", "2011/31", "may 2008", "Code 1-2-03", "3.12/12/2018",
    ],
)  # fmt: skip
def test_no_date(line: str) -> None:
    assert find_dates(line) == []


def test_day_first() -> None:
    assert [span.value for span in find_dates("4/7/2025", day_first=True)] == ["2025-07-04"]
    assert [span.value for span in find_dates("4/17/2025", day_first=True)] == ["2025-04-17"]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("2019 Country Reports on Human Rights Practices: Peru", ["2019"]),
        ("Country Reports on Human Rights Practices  -2000", ["2000"]),
        ("Report for 2011, released May 24, 2012", ["2011", "2012-05-24"]),
        ("Dec 15, 199012/15/90", ["1990-12-15"]),
        ("Foreign Military Training Report FY 1999 and 2000", ["1998-10/1999-09", "1999-10/2000-09"]),
        ("Room 2010", []),
    ],
)
def test_periods(line: str, values: list[str]) -> None:
    assert [span.value for span in find_periods(line)] == values


@given(
    DAYS,
    st.sampled_from(
        [
            "%B %d, %Y", "%b %d, %Y", "%b. %d, %Y", "%d %B %Y", "%A, %B %d, %Y", "%a, %d %b %Y", "%Y-%m-%d", "%m/%d/%Y",
            "%m/%d/%y", "%m-%d-%Y", "%d%b%y", "%d-%b-%Y", "%d-%b-%y", "%B %dth, %Y", "the %dth day of %B, %Y",
            "%Y-%m-%dT%H:%M:%S", "%B %d,%Y", "%B %d %Y",
        ]
    ),
    st.sampled_from(["{}", "Paris, {}", "{}, Paris", "({})", "Released {}.", "Date: {} ", "{} – text"]),
)  # fmt: skip
def test_every_written_form_reads_as_the_same_day(day: dt.date, form: str, around: str) -> None:
    line = around.format(day.strftime(form))
    (span,) = find_dates(line)
    assert (span.value, span.precision) == (day.isoformat(), "day")


@given(st.text(alphabet="0123456789lO/-–., 'sFYMay12JuneMar%$", max_size=40))
def test_spans_cut_out_their_text_and_stand_apart(line: str) -> None:
    stop = 0
    for span in find_dates(line):
        assert span.start >= stop
        assert line[span.start : span.stop] == span.as_written != ""
        stop = span.stop
