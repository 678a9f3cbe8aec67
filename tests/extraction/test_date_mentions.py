"""Dates in running text: found where they are, and nowhere else."""

import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedocs.extraction.date_mentions import find_mentions

PAGES = Path(__file__).parents[3] / "shared" / "pages" / "text"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a five-year term on July 28, 2011, pledging", [("2011-07-28", "July 28, 2011")]),
        ("relations in 1827 following", [("1827", "1827")]),
        ("a letter of July 17, 1878.1 Another", [("1878-07-17", "July 17, 1878")]),
        ("Year\tHeard\n2018\t604\n2019\t587", [("2018", "2018"), ("2019", "2019")]),
        ("the edition of June l, l992; by l999", [("1992-06-01", "June l, l992"), ("1999", "l999")]),
        ("01 B.P. 1712 Alda, C.P. 1801, Casilla 1995; 1985 B.P. was", [("1985", "1985")]),
        ("with the 2009 implementation of", [("2009", "2009")]),
        ("a board created in 2016 has; in 2014 Ms. Sample; 2016 ha; 1900 m", [("2016", "2016"), ("2014", "2014")]),
        ("In 1990 the 1990 elections", [("1990", "1990"), ("1990", "1990")]),
        ("from 2008 to 2012, 2008-12 and 2008–2012", [
            ("2008", "2008"), ("2012", "2012"), ("2008/2012", "2008-12"), ("2008/2012", "2008–2012")]),
        ("in 1998/99, and in 2019/2020", [("1998/1999", "1998/99"), ("2019/2020", "2019/2020")]),
        ("the July 2011-June 2012 period", [("2011-07/2012-06", "July 2011-June 2012")]),
        ("from April 2017 to April 2018", [("2017-04", "April 2017"), ("2018-04", "April 2018")]),
        ("March 3–5, 1996", [("1996-03-03/1996-03-05", "March 3–5, 1996")]),
        ("on March 10 and 12, 2020, in Lima", [("2020-03-10", "March 10"), ("2020-03-12", "12, 2020")]),
        ("On Tuesday, May 5, 7th, and 9, 2018 he", [
            ("2018-05-05", "Tuesday, May 5"), ("2018-05-07", "7th"), ("2018-05-09", "9, 2018")]),
        ("May 3 or 4 2018; Tables 3 and 12, 2020", [
            ("2018-05-03", "May 3"), ("2018-05-04", "4 2018"), ("2020", "2020")]),
        ("by April 31 and 32, 2020; in March, 10 and 12, 2020", [("2020", "2020"), ("2020", "2020")]),
        ("June 3 and July 5, 2019", [("2019-07-05", "July 5, 2019")]),
        ("FY 2006, FY2013, FY 99 and fiscal year 2019", [
            ("2005-10/2006-09", "FY 2006"), ("2012-10/2013-09", "FY2013"), ("1998-10/1999-09", "FY 99"),
            ("2018-10/2019-09", "fiscal year 2019")]),
        ("the 2006 fiscal year", [("2005-10/2006-09", "2006 fiscal year")]),
        ("the early 1990s, the 1980's, the ’70s", [("199X", "1990s"), ("198X", "1980's"), ("197X", "’70s")]),
        ("the '60s, the ’50s and the l990s", [("196X", "'60s"), ("195X", "’50s"), ("199X", "l990s")]),
        ("in fiscal year (FY) 2014 and fiscal years (FYs) 2016", [
            ("2013-10/2014-09", "fiscal year (FY) 2014"), ("2015-10/2016-09", "fiscal years (FYs) 2016")]),
        ("the May/June 1999 issue", [("1999-05/1999-06", "May/June 1999")]),
        ("22MAR05\t01JAN99", [("2005-03-22", "22MAR05"), ("1999-01-01", "01JAN99")]),
        ("10/1/2005\t9/30/2006", [("2005-10-01", "10/1/2005"), ("2006-09-30", "9/30/2006")]),
        ("on 16 April 2026", [("2026-04-16", "16 April 2026")]),
        ("on the 12th of May 2011", [("2011-05-12", "12th of May 2011")]),
        ("in May 2005's heat", [("2005-05", "May 2005")]),
        ("in 2022.In 2023,” he said", [("2022", "2022"), ("2023", "2023")]),
        ("mid-2015, the 2011-present war", [("2015", "2015"), ("2011", "2011")]),
        ("a 2015-mandated plan", [("2015", "2015")]),
        ("10 percent in 2017 and 5 percent in 2018", [("2017", "2017"), ("2018", "2018")]),
        ("In 2015 students protested; the 2015 refugee crisis", [("2015", "2015"), ("2015", "2015")]),
        ("no later than 2010; since at least 2000", [("2010", "2010"), ("2000", "2000")]),
        ("in about 1900", [("1900", "1900")]),
        ("Law 1448 of 2011", [("2011", "2011")]),
        ("Resolution 1973 (2011)", [("2011", "2011")]),
        ("In 2012 Supreme Court judges", [("2012", "2012")]),
        ("in 2010, 2011, and 2012", [("2010", "2010"), ("2011", "2011"), ("2012", "2012")]),
        ("Wednesday, August 30, l995", [("1995-08-30", "Wednesday, August 30, l995")]),
        ("Agenda 2030", [("2030", "2030")]),
        ("In March 2000 refugees", [("2000-03", "March 2000")]),
        ("Year\t2005\t2006\nTotal\t12\t14", [("2005", "2005"), ("2006", "2006")]),
        ("Item\tUnits\n2005\t12\n2006\t14", [("2005", "2005"), ("2006", "2006")]),
    ],
)  # fmt: skip
def test_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(span.value, span.as_written) for span in find_mentions(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "", "no digits here", "$2,000", "$1999", "US$1999", "€2000", "2000 meters", "an 1800-foot wall", "2000 km",
        "1,900", "1,827", "2000 percent", "2000%", "No. 1990", "#2010", "§2010", "PL 2011/317", "Resolution 1973",
        "UNSCR 1540", "UNSCRs 1718, 1874, and 2094", "laws 1990 and 1991", "section 2001", "article 2000",
        "page 1999", "Room 2010", "(202) 647-2000", "1-800-2000", "+1 202 647 2000", "Tel: 2010", "DC 20036",
        "20520-2010", "at 1900 hours", "2000 GMT", "2201 C Street", "1700 Massachusetts Avenue, NW",
        "2000 N. Adams Street, Suite 7", "1900 F St., NW", "P.O. Box 2010", "1999 people", "2050 refugees",
        "2000 students", "1900 armed men", "about 2000 villagers", "more than 2000", "over 1900", "some 2000",
        "an additional 2000", "between 1800 and 2000 people", "2000-2001 people", "2043.9", "1:2000", "2000:1",
        "http://x.gov/2012/01/18/", "www.x.gov/2015", "report-2015.pdf", "file_2012.txt", "2015.pdf", "a2015@b.c",
        "DV-2019", "COVID-2019", "CJO2006JCET001F", "17893", "1650", "2105", "May 24", "the day before", "9/11",
        "24/7/365", "(05/03)", "H.R. 2010", "February 30, 2011", "13/13/2013", "2012m", "2000th", "USD 2000",
        "Rs. 2000",
        "Unit\t1\t2032\t10\nUnit\t1\t2032\t10", "A\tB\n1\t2032\n2\t1737",
    ],
)  # fmt: skip
def test_not_found(text: str) -> None:
    assert [span.as_written for span in find_mentions(text)] == []


@given(
    st.dates(min_value=dt.date(1970, 1, 1), max_value=dt.date(2069, 12, 31)),
    st.sampled_from(["%B %d, %Y", "%d %B %Y", "%m/%d/%Y", "%Y-%m-%d", "%d%b%y", "%d-%b-%Y", "%b. %d, %Y", "%m/%d/%y"]),
    st.sampled_from(["{}", "On {}, it began.", "x\t{}\ty", "({})", "in\n{}\n", "A: {}; b"]),
)
def test_written_days_are_found(day: dt.date, form: str, around: str) -> None:
    (span,) = find_mentions(around.format(day.strftime(form)))
    assert (span.value, span.as_written) == (day.isoformat(), day.strftime(form))


@given(st.integers(1700, 2099), st.sampled_from(["In {} the", "since {}.", "the {} report", "({})", "until {}, when"]))
def test_years_in_prose_are_found(year: int, around: str) -> None:
    (span,) = find_mentions(around.format(year))
    assert (span.value, span.precision) == (str(year), "year")


@given(st.text(alphabet="0123456789lIO/-–., '’\n\tsFYMay12JuneMarof%$", max_size=60))
def test_mentions_cut_out_their_text_and_stand_apart(text: str) -> None:
    stop = 0
    for span in find_mentions(text):
        assert span.start >= stop
        assert text[span.start : span.stop] == span.as_written != ""
        assert span.value is not None
        stop = span.stop


@pytest.mark.parametrize(
    "unit", ["2005\t", "2005\n", "2005 ", "1/1/", "2005-", "May ", "May 5, 2005-", "FY 05 and 06, ", "5 to "]
)
def test_hostile_texts_cost_no_more_than_their_length(unit: str) -> None:
    def cost(times: int) -> float:
        start = time.process_time()
        find_mentions(unit * times)
        return time.process_time() - start

    assert cost(20_000) < 40 * max(cost(2_000), 0.005)


@pytest.mark.skipif(not PAGES.exists(), reason="the real pages are not here")
def test_peru_2013() -> None:
    found = [
        (span.value, span.as_written) for span in find_mentions((PAGES / "peru-2013.txt").read_text(encoding="utf-8"))
    ]
    body = [mention for mention in found if mention != ("2013-11-19", "November 19, 2013")]
    assert body == [("1827", "1827"), ("2009", "2009"), ("2011-07-28", "July 28, 2011"), ("2009", "2009")]
