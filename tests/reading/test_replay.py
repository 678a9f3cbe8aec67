"""What an archive or a browser put around a page is recognised, and says where the page came from."""

# ruff: noqa: E501  (a case is a line)

import pytest

from statedocs.pipeline import convert_html
from statedocs.reading.replay import TOOLBAR, unwrap

STAMPED = "https://web.archive.org/web/20190314112233/https://www.state.gov/sample/"


@pytest.mark.parametrize(
    ("page", "url", "evidence", "captured_at", "archive_url"),
    [
        pytest.param("<p>A page of its own", None, None, None, None, id="nothing around it"),
        pytest.param(
            "<!-- saved from url=(0033)https://www.state.gov/sample/page -->",
            "https://www.state.gov/sample/page", "saved-from", None, None, id="saved by a browser",
        ),
        pytest.param(
            f"<!-- saved from url=(0067){STAMPED} --><p>x",
            "https://www.state.gov/sample/", "wayback", "2019-03-14T11:22:33Z", STAMPED, id="a replay saved by a browser",
        ),
        pytest.param(
            '<script>__wm.wombat("http://www.state.gov/a.htm","20011231235959","https://web.archive.org/")</script>',
            "http://www.state.gov/a.htm", "wayback", "2001-12-31T23:59:59Z", None, id="a replay's script",
        ),
        pytest.param(
            "<!-- FILE ARCHIVED ON 04:05:06 Jan 12, 2010 AND RETRIEVED FROM web.archive.org -->",
            None, None, "2010-01-12T04:05:06Z", None, id="a replay's note",
        ),
        pytest.param(
            "<SCRIPT><!--\n// FILE ARCHIVED ON 20060810123456 AND RETRIEVED FROM THE\n//--></SCRIPT> web.archive.org",
            None, None, "2006-08-10T12:34:56Z", None, id="a replay's note of before 2010",
        ),
        pytest.param(
            '<div id="wm-ipp"><input type=text name=url id="wmtbURL" value="http://www.state.gov/a.htm?x=1&amp;y=2"></div>'
            "<!-- FILE ARCHIVED ON 4:05:06 Jan 12, 2010 AND RETRIEVED FROM web.archive.org -->",
            "http://www.state.gov/a.htm?x=1&y=2", "wayback", "2010-01-12T04:05:06Z", None, id="the field of a toolbar",
        ),
        pytest.param(
            f"<p>The Wayback Machine - {STAMPED}</p>",
            "https://www.state.gov/sample/", "wayback", "2019-03-14T11:22:33Z", STAMPED, id="the line that a replay prints",
        ),
        pytest.param(
            f"The Wayback Machine - {STAMPED} reports/2018/peru/ \r\nSkip to content\n",
            "https://www.state.gov/sample/reports/2018/peru/", "wayback", "2019-03-14T11:22:33Z", f"{STAMPED}reports/2018/peru/",
            id="the line broken behind a slash",
        ),
        pytest.param(
            f'<div id="wm-ipp-print">The Wayback Machine - \n{STAMPED}\nreports/2018-sample-reports/saint-\nexample/?a=1&amp;b=2</div><p>More.</p>',
            "https://www.state.gov/sample/reports/2018-sample-reports/saint-example/?a=1&b=2", "wayback", "2019-03-14T11:22:33Z",
            f"{STAMPED}reports/2018-sample-reports/saint-example/?a=1&b=2", id="the line in three in its element",
        ),
        pytest.param(
            '<script>__wm.bt(750,27,25,2,"web","https://www.state.gov/sample/","20190314112233",1996,"https://web-static.archive.org/");</script>',
            "https://www.state.gov/sample/", "wayback", "2019-03-14T11:22:33Z", None, id="the toolbar's own script",
        ),
        pytest.param(
            f"   The Wayback Machine -\n   {STAMPED}\n   reports/2018/peru/\n\n",
            "https://www.state.gov/sample/reports/2018/peru/", "wayback", "2019-03-14T11:22:33Z", f"{STAMPED}reports/2018/peru/",
            id="the line in two",
        ),
        pytest.param(
            f"The Wayback Machine - {STAMPED}\nHome/Press and more\n",
            "https://www.state.gov/sample/", "wayback", "2019-03-14T11:22:33Z", STAMPED, id="the line with words under it",
        ),
        pytest.param(
            '<script>__wm.init("http://www.state.gov/a.htm","20019931235959")</script> archive.org',
            "http://www.state.gov/a.htm", "wayback", None, None, id="a stamp that no clock shows",
        ),
        pytest.param(
            "<!-- FILE ARCHIVED ON 04:05:06 Jan 42, 2010 --> archive.org", None, None, None, None, id="a day that no month has",
        ),
        pytest.param(
            "<!-- saved from url=(0024)https://www.state.gov/x --><a href='https://web.archive.org/web/2010/http://a.gov/'>",
            "https://www.state.gov/x", "saved-from", None, None, id="a saved page that only links to an archive",
        ),
    ],
)  # fmt: skip
def test_wrappings(
    page: str, url: str | None, evidence: str | None, captured_at: str | None, archive_url: str | None
) -> None:
    replay = unwrap(page)
    assert (replay.url, replay.url_evidence, replay.captured_at, replay.archive_url) == (
        url, evidence, captured_at, archive_url,
    )  # fmt: skip


def test_only_a_wrapped_page_has_rules_of_a_wrapping() -> None:
    assert unwrap("<p>x").chrome == {}
    assert unwrap("<script src='https://web.archive.org/static/js/wombat.js'>").chrome == TOOLBAR


def test_a_saved_from_comment_stands_at_the_beginning() -> None:
    assert unwrap("x" * 5000 + "<!-- saved from url=(0025)https://www.state.gov/peru -->").url is None


ZONED = "Tue Mar 02 2021 23:11:12 GMT-0500 (Eastern Standard Time)"
AT_STATE = "www.state.gov/p/wells.htm"


@pytest.mark.parametrize(
    ("comment", "url", "captured_at"),
    [
        (
            f"Page saved with SingleFile \n url: https://{AT_STATE} \n saved date: {ZONED}\n",
            f"https://{AT_STATE}",
            "2021-03-03T04:11:12Z",
        ),
        (f"\n Page saved with SingleFile \n url: https://{AT_STATE}\n", f"https://{AT_STATE}", None),
        (
            f"Page saved with SingleFile url: https://{AT_STATE} saved date: Tue Foo 32 2021",
            f"https://{AT_STATE}",
            None,
        ),
        (
            f"Page saved with SingleFile url: https://web.archive.org/web/20130215012345/http://{AT_STATE} saved date: {ZONED}",
            f"http://{AT_STATE}",
            "2013-02-15T01:23:45Z",
        ),
        (
            f"Mirrored from {AT_STATE} by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 02 Mar 2021 10:11:12 GMT",
            f"https://{AT_STATE}",
            "2021-03-02T10:11:12Z",
        ),
        (
            f"Mirrored from {AT_STATE} by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 31 Feb 2021 10:11:12 GMT",
            f"https://{AT_STATE}",
            None,
        ),
        ("saved from url=(0012)http://[host", None, None),
        ("saved from url=(0014)about:internet", None, None),
    ],
)
def test_programs_that_save_pages_say_where_these_were(comment: str, url: str | None, captured_at: str | None) -> None:
    document = convert_html(
        f"<!DOCTYPE html><!--{comment}--><title>Wells</title><h1>Wells</h1><p>They were dug by hand."
    )
    assert (document.url, document.source.captured_at) == (url, captured_at)
    assert document.source.url_evidence == ("saved-from" if url else None)
