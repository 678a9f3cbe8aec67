"""Pages that are no documents are refused by what they say of themselves; pages about them never are."""

# ruff: noqa: E501  (a case is a line)

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import statedocs
from statedocs.errors import NotADocument, StatedocsError
from statedocs.pipeline import Options, convert, convert_text
from statedocs.snapshot import Snapshot
from statedocs.templates import refuse_remainder

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "pages"
FAILURES = ROOT / "tests" / "samples" / "failures"
DATA = tomllib.loads((ROOT / "src/statedocs/templates/data/impostors.toml").read_text("utf-8"))

PROSE = "The two sides met in the capital and spoke of trade, of fisheries and of the school that both support. "
WORDPRESS_MENU = "<nav>" + "".join(f"<a href='/{n}'>Menu entry {n}</a>" for n in range(60)) + "</nav>"


def page(title: str, body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def refusal(source: str | bytes) -> str | None:
    """Why a page is refused, or None."""
    data = source.encode() if isinstance(source, str) else source
    try:
        convert(Snapshot("page", data, None, None))
    except NotADocument as error:
        return error.message
    return None


ERROR_PAGES = [
    page("Technical Difficulties", "<h1>Technical Difficulties</h1><p>Exception: forbidden</p>"),
    page("Technical Difficulties", "<p>We're sorry, this site is currently experiencing technical difficulties.</p>"),
    page(
        "Page Not Found - United States Department of State", WORDPRESS_MENU + "<h1>Page Not Found</h1>" + "x y " * 80
    ),
    page("Page not found – U.S. Embassy in Sampleland", "<h1>Oops! That page can&rsquo;t be found.</h1>"),
    page("404 Not Found", "<h1>Not Found</h1><p>The requested URL /x.htm was not found on this server.</p>"),
    page("404 Not Found", "<center><h1>404 Not Found</h1></center><hr><center>nginx/1.18.0</center>"),
    page("403 Forbidden", "<h1>Forbidden</h1><p>You don't have permission to access / on this server.</p>"),
    page("404 - File or directory not found.", "<h1>Server Error</h1><h2>404 - File or directory not found.</h2>"),
    page(
        "The page cannot be found", "<p>" + "The page you look for may have been removed, had its name changed. " * 12
    ),
    page("The page cannot be displayed", "<h1>The page cannot be displayed</h1><p>Internet Information Services</p>"),
    page("IIS 7.5 Detailed Error - 404.0 - Not Found", "<h1>Server Error</h1><h2>HTTP Error 404.0 - Not Found</h2>"),
    page("HTTP Error 403.14 - Forbidden", "<p>The Web server is configured to not list this directory.</p>"),
    page(
        "The resource cannot be found.",
        "<h1>Server Error in '/' Application.</h1><p>Description: HTTP 404. " + "at F() " * 900,
    ),
    page(
        "Runtime Error",
        "<h1>Server Error in '/Forms' Application.</h1><p>Description: An application error occurred.</p>",
    ),
    page(
        "Error Occurred While Processing Request",
        "<h1>Error Occurred While Processing Request</h1><p>Remote Address: 0",
    ),
    page("", "<h1>Error Occurred While Processing Request</h1><p>The stack trace: ColdFusion " + "at A.b() " * 900),
    page("Access Denied", "<h1>Access Denied</h1>You don't have permission to access this. <p>Reference #18.0</p>"),
    page(
        "ERROR: The request could not be satisfied",
        "<h1>403 ERROR</h1><h2>The request could not be satisfied.</h2><p>Request blocked. " + "Try later. " * 40,
    ),
    page("", "<h1>Page Not Found</h1><p>The page you requested could not be found.</p>"),
    page("www.state.gov", "<a href='/'>Home</a> <h2>We’re sorry, the page was not found</h2><p>Try a search.</p>"),
    page("U.S. Department of State", "<h1>U.S. Department of State</h1><p>This page isn't available.</p>"),
    page("500 Internal Server Error", "<h1>Internal Server Error</h1><p>The server encountered an internal error.</p>"),
    page("503 Service Temporarily Unavailable", "<h1>503 Service Temporarily Unavailable</h1>"),
    page("Página no encontrada", "<h1>Página no encontrada</h1>"),
    page("Page Not Found", "<div id='wm-ipp-base'>12 captures 7 Jan 2015 - 1 Feb 2020</div><h1>Page Not Found</h1>"),
    page("404", "<h1>404</h1><p>Sorry, page not found</p>"),
    page(
        "Apache Tomcat/7.0 - Error report",
        "<h1>HTTP Status 404 - /a</h1><p>type Status report</p><p>The requested resource is not available.</p>",
    ),
    page("", "The requested URL was rejected. If you think this is an error, write to us. Your support ID is: 9"),
    page(
        "ERROR: The requested URL could not be retrieved", "<h1>ERROR</h1><p>While trying to retrieve the URL: /a</p>"
    ),
    page(
        "Access denied | www.state.gov used Cloudflare to restrict access",
        "<h1>Error 1020 Ray ID: 5</h1><p>It uses a security service to protect itself.</p>",
    ),
    page("Session Expired", "<h1>Your session has expired</h1><p>Please log in again.</p>"),
    page(
        "Error Occurred While Processing Request",
        "<h1>Error Occurred While Processing Request</h1><p>Element ID is undefined in URL.</p>",
    ),
    "Page Not Found\n\nThe page you requested could not be found.\n",
    "404 Not Found\n",
    "U.S. Department of State\n\nDiplomacy in Action\n\nPage Not Found\n\nThe page may have been moved or deleted.\n",
    "Technical Difficulties\n\nWe are sorry. Please try again later.\n\nException: forbidden\n",
]

OTHERS = [
    ("browser challenge", page("Just a moment...", "<h1>www.state.gov</h1><p>Checking your browser before you go on.</p>")),
    ("browser challenge", page("Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1><p>Ray ID: 0</p>")),
    ("browser challenge", page("Pardon Our Interruption", "<h1>Pardon Our Interruption...</h1><p>Something about your browser.</p>")),
    ("browser challenge", page("", "<noscript>Please enable JavaScript and cookies to continue</noscript>")),
    ("browser challenge", page("", "<iframe src='/_Incapsula_Resource?x=1'>Request unsuccessful. Incapsula incident ID: 1</iframe>")),
    ("browser challenge", "Just a moment...\n\nPlease enable JavaScript and cookies to continue\n"),
    ("script's error", page("", "<br /><b>Fatal error</b>:  Allowed memory size exhausted in <b>/www/a.php</b> on line <b>12</b><br />")),
    ("script's error", page("", "<font size=2><p>Microsoft VBScript runtime</font> <font size=2>error '800a000d'</font><p>Type mismatch<p>/a.asp, line 12")),
    ("script's error", page("", "<p>Microsoft OLE DB Provider for ODBC Drivers</p> error '80004005'<p>Timeout expired<p>/a.asp, line 5")),
    ("browser's error page", page("www.state.gov", "<h1>This site can’t be reached</h1><p>www.state.gov took too long to respond.</p>ERR_TIMED_OUT")),
    ("browser's error page", page("Server Not Found", "<h1>Hmm. We’re having trouble finding that site.</h1><p>We can’t connect to the server at www.state.gov.</p>")),
    ("browser's error page", page("Privacy error", "<h1>Your connection is not private</h1><p>Attackers might be trying to read along.</p>")),
    ("server's own page", page("Apache HTTP Server Test Page", "<h1>Testing 123..</h1><p>This page is used to test the proper operation of the server.</p>")),
    ("archive's notice", page("Internet Archive Wayback Machine", "<p>Loading...</p><p>http://www.state.gov/ | 11:22:33 May 02, 2016</p><p>Got an HTTP 302 response at crawl time</p><p>Redirecting to...</p>")),
    ("archive's notice", page("Wayback Machine", "<h2>Hrm.</h2><p>The Wayback Machine has not archived that URL.</p>")),
    ("archive's notice", page("Internet Archive Wayback Machine", "<h2>Sorry.</h2><p>This URL has been excluded from the Wayback Machine.</p>")),
    ("archive's notice", page("Archive-It", "<h1>Not in Archive</h1><p>The page you requested has not been archived.</p>")),
    ("archive's notice", "Wayback Machine\n\nGot an HTTP 301 response at crawl time\n\nRedirecting to...\n"),
    ("redirect", page("302 Found", "<h1>Found</h1><p>The document has moved <a href='/x'>here</a>.</p>")),
    ("redirect", page("301 Moved Permanently", "<h1>Moved Permanently</h1><p>The document has moved <a href='/x'>here</a>.</p>")),
    ("redirect", page("Sample", "<p>One line.</p>", "<meta http-equiv='Refresh' content='3; URL=/new.htm'>")),
    ("redirect", page("", "<p>This page has moved to <a href='/new'>a new address</a>.</p>")),
    ("redirect", page("", "", "<script>window.location.href = '/new/';</script>")),
    ("frameset", "<html><head><title>Sample</title></head><frameset cols='20%,*'><frame src='a.htm'><frame src='b.htm'></frameset></html>"),
    ("directory listing", page("Index of /pub/docs", "<h1>Index of /pub/docs</h1><pre><a href='..'>Parent Directory</a>" + "<a href='a.htm'>a.htm</a> 01-Jan-2000 10:00  12K\n" * 300 + "</pre>")),
    ("directory listing", page("www.state.gov - /docs/", "<h1>www.state.gov - /docs/</h1><pre><a href='/'>[To Parent Directory]</a><br>1/1/2000 <a href='a.pdf'>a.pdf</a></pre>")),
    ("directory listing", "Index of /ERC/bgnotes\n\nName   Last modified   Size\n\nParent Directory\nangola.html  12-Jan-1999  21K\n"),
    ("gopher menu", "1Background Notes\t1/ERC/bgnotes\tgopher.example.edu\t70\r\n0About\t0/about.txt\tgopher.example.edu\t70\r\n.\r\n"),
    ("gopher menu", "iWelcome\tfake\t(NULL)\t0\n1Notes\t1/notes\tgopher.example.edu\t70\n0About\t0/about\tgopher.example.edu\t70\n.\n"),
    ("gopher menu", page("Gopher Menu", "<h1>Gopher Menu</h1><a href='gopher://example.edu/'>Notes</a>")),
    ("robots", "User-agent: *\nDisallow: /search\n"),
    ("robots", "# robots.txt for the sample site\nUser-agent: *\nDisallow: /search\n" + "Disallow: /directory/of/samples\n" * 200),
    ("login page", page("Sign In", "<form><label>User name<input name=u></label><input type='Password'></form>")),
    ("login page", page("Login | U.S. Department of State", "<form>User ID <input> Password <input type=password></form>")),
    ("login page", "Log in\n\nUsername\n\nPassword\n\nForgot your password?\n"),
    ("maintenance page", page("Site Maintenance", "<p>The site is temporarily unavailable. Please check back soon.</p>")),
    ("maintenance page", page("", "<h1>This site is currently undergoing maintenance</h1><p>We will be back shortly.</p>")),
]  # fmt: skip

DOCUMENTS = {
    "fact sheet on errors": page("Common Website Errors", "<h1>Common Website Errors</h1><p>You may meet these:</p><h2>Page Not Found</h2><p>The page could not be found.</p><h2>Access Denied</h2><p>You don't have permission.</p>"),
    "fact sheet without title": page("", "<h1>Common Website Errors</h1><ul><li>Page Not Found</li><li>404 Not Found</li><li>Got an HTTP 302 response at crawl time</li></ul>"),
    "title that begins alike": page("Access Denied: Journalists and the Law", "<h1>Access Denied: Journalists and the Law</h1><p>You don't have permission, the reporter was told.</p>"),
    "a warning in prose": page("Warning: Unrest", f"<h1>Warning: Unrest</h1><p>Warning: crowds gathered in Sampleville on line 12 of the tramway.</p><p>{PROSE}</p>"),
    "a script's error below the text": page("Fact Sheet", f"<h1>Fact Sheet on Wells</h1><p>{PROSE}</p><p>Microsoft VBScript runtime error '800a000d'</p><p>/a.asp, line 12</p>"),
    "unable to connect": page("Unable to Connect: Islands Without Cable", f"<h1>Unable to Connect: Islands Without Cable</h1><p>{PROSE}</p>"),
    "a connection": page("Your Connection Is Not Secure", f"<h1>Your Connection Is Not Secure</h1><p>Remarks on cables. {PROSE}</p>"),
    "a test page": page("Test Page for Schools", f"<h1>Test Page for Schools</h1><p>{PROSE}</p>"),
    "a session": page("The Session Has Expired", f"<h1>The Session Has Expired</h1><p>{PROSE}</p>" * 3),
    "title of one word": page("Forbidden", "<h1>Forbidden</h1>" + f"<p>{PROSE}</p>" * 4),
    "denied in prose": page("Human Rights", "<h1>Human Rights</h1><p>Access denied. That is what the lawyers heard at the gate.</p>"),
    "telling title over a long page": page("Page Not Found", "<h1>Remarks at the School</h1>" + f"<p>{PROSE}</p>" * 40),
    "telling heading over a long page": page("", "<h1>Page Not Found</h1>" + f"<p>The page could not be found. {PROSE}</p>" * 40),
    "listed last": page("Index", "<ul><li><a href='1'>Remarks</a></li><li><a href='2'>Page Not Found</a></li></ul><p>Two entries.</p>"),
    "login form in the frame": page("Remarks at the School", f"<form>Log in <input type=password></form><h1>Remarks at the School</h1><p>{PROSE}</p>"),
    "page about signing in": page("Signing In to the Travel Programme", "<h1>Signing In to the Travel Programme</h1><p>Have your user name and password at hand.</p><input type=password>"),
    "maintenance announced": page("Visa Systems Maintenance on Saturday", "<h1>Visa Systems Maintenance on Saturday</h1><p>The site will be unavailable.</p>"),
    "news page that reloads": page("Press Releases", f"<h1>Press Releases</h1><p>{PROSE}</p>", "<meta http-equiv=refresh content='300'>"),
    "refresh for browsers without scripts": page("Fact Sheet", f"<noscript><meta http-equiv=refresh content='0; url=/plain'></noscript><h1>Fact Sheet</h1><p>{PROSE}</p>"),
    "page that breaks out of frames": page("Fact Sheet", "<h1>Fact Sheet</h1><p>Short.</p>", "<script>if (top.location != self.location) top.location = self.location;</script>"),
    "page that asks for scripts": page("Sample Map", "<noscript>Please enable JavaScript to view the map.</noscript><h1>Sample Map</h1><p>A map of wells and roads.</p>"),
    "an index in prose": "Index of Daily Briefings\n\nJanuary 3\n\nJanuary 4\n",
    "tables with tabs": "Country\tCapital\tPort\t1995\nMali\tBamako\tNone\t1995\nPeru\tLima\tCallao\t1995\n",
    "a text about robots": f"Robots in Industry\n\nUser-agent: the line in which a crawler names itself.\n\n{PROSE}\n",
    "a text of one line": "The embassy has moved to a new building.\n",
    "a closed post": f"Temporarily Closed\n\nThe consulate is closed on Monday. {PROSE}\n",
    "a service that rests": f"Service Unavailable\n\nConsular service is unavailable on holidays. {PROSE * 3}\n",
    "a rule for workers": f"Welcome\n\nYou are not authorized to work without a permit. {PROSE}\n",
    "a year": page("1995", "<h1>1995</h1><p>Short entry.</p>"),
    "a page number": page("Sample Report", "<p>404</p><p>was the number of delegates.</p>"),
    "nothing but a title": page("Remarks at the School", "<h1>Remarks at the School</h1>"),
}  # fmt: skip


@pytest.mark.parametrize("source", ERROR_PAGES)
def test_an_error_page_is_refused(source: str) -> None:
    message = refusal(source)
    assert message is not None
    assert message.startswith("expected a document, found an error page: ")


@pytest.mark.parametrize(("seen", "source"), OTHERS)
def test_other_impostors_are_refused_by_name(seen: str, source: str) -> None:
    message = refusal(source)
    assert message is not None
    assert seen in message


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_about_such_pages_is_none(name: str) -> None:
    assert refusal(DOCUMENTS[name]) is None


def test_the_message_quotes_what_was_seen() -> None:
    source = page("Technical Difficulties", "<p>Exception: forbidden</p>")
    assert refusal(source) == 'expected a document, found an error page: "Technical Difficulties"'
    source = page("", "", "<script>location.replace('/new/');</script>")
    assert refusal(source) == "expected a document, found a redirect"
    heading = "We're sorry, the page " + "x" * 120
    assert refusal(page(heading, "x")) == f'expected a document, found an error page: "{heading[:80]}"'


SAID = {"text": "One well."}
SILENT = {"text": ""}
FRAME = {"rule": "navigation", "chars": 900}


@pytest.mark.parametrize(
    ("masthead", "heading", "blocks", "removed", "seen"),
    [
        ([], None, [], [FRAME], "nothing but chrome"),
        ([], None, [SILENT], [FRAME], "nothing but chrome"),
        ([], None, [], [], "no text"),
        ([], "Wells", [], [], None),
        ([], None, [{**SILENT, "alt": "Map of wells"}], [], None),
        ([], None, [SILENT, SAID], [], None),
        ([], None, [{**SAID, "text": "Menu"}, SILENT], [FRAME], "nothing but chrome"),
        ([], None, [{**SAID, "text": "Menu"}, {**SILENT, "alt": "Map of wells"}], [FRAME], None),
        ([], "Wells", [{**SAID, "text": "Menu"}], [FRAME], None),
        ([], None, [{**SAID, "text": "Menu"}], [], None),
        ([{"role": "title"}], None, [], [FRAME], None),
    ],
)
def test_a_page_of_which_nothing_is_left(
    masthead: list[object], heading: str | None, blocks: list[object], removed: list[object], seen: str | None
) -> None:
    parts = {"masthead": masthead, "sections": [{"heading": heading, "blocks": blocks}], "removed": removed}
    if seen is None:
        refuse_remainder(parts)
        return
    with pytest.raises(NotADocument, match=seen):
        refuse_remainder(parts)


def test_a_text_of_chrome_only_is_refused() -> None:
    with pytest.raises(NotADocument, match="chrome"):
        statedocs.convert_text("printable banner\n\nU.S. Department of State - Great Seal\n\nBack to Top\n")


EMPTY_MAIN = (
    "<p>An official website.</p><nav>Menu</nav><main><article><script>1</script> <button>Top</button></article></main>"
)


def test_a_page_whose_main_element_is_empty_is_chrome_only() -> None:
    assert refusal(page("Sample", EMPTY_MAIN)) == "expected a document, found nothing but chrome"


@pytest.mark.parametrize(
    "beside", ["<h1>Remarks</h1>", "<main><img src='map.gif' alt='Map of wells'></main>", f"<p>{PROSE * 4}</p>"]
)
def test_an_empty_main_element_is_no_proof_when_something_is_said_elsewhere(beside: str) -> None:
    body = beside if "<main>" in beside else EMPTY_MAIN + beside
    assert refusal(page("Sample", body)) is None


def test_an_impostor_is_named_before_its_design_is_asked_for() -> None:
    snapshot = Snapshot("x.html", ERROR_PAGES[0].encode(), None, None)
    with pytest.raises(NotADocument):
        convert(snapshot, Options(strict=True))


@given(
    title=st.sampled_from(
        ["Page Not Found", "Access Denied", "Site Maintenance", "Sign In", "Redirect", "Just a moment..."]
    ),
    heading=st.sampled_from(["Page Not Found", "404 Not Found", "Remarks"]),
    at=st.integers(0, 30),
)
def test_a_long_page_is_never_refused(title: str, heading: str, at: int) -> None:
    paragraphs = [f"<p>{PROSE}</p>"] * 30
    paragraphs.insert(at, "<p>The page you requested could not be found. Please try again. Click here. Password.</p>")
    assert refusal(page(title, f"<h1>{heading}</h1>" + "".join(paragraphs))) is None


@pytest.mark.parametrize("entry", DATA["impostor"], ids=lambda entry: entry["seen"])
def test_every_entry_can_refuse_and_knows_its_bounds(entry: dict[str, object]) -> None:
    assert "names" in entry or ("sign" in entry and "limit" in entry)
    assert "limit" in entry or "words" in entry, "any length only with names and words"
    assert set(entry) <= {"seen", "names", "words", "sign", "limit", "alone"}
    assert not (entry.keys() >= {"limit", "alone"} and entry["alone"] > entry["limit"])  # type: ignore[operator]


def _failures() -> list[Path]:
    return sorted(path for path in FAILURES.glob("*") if path.with_name(path.name + ".expected").exists())


@pytest.mark.parametrize("path", _failures(), ids=lambda path: path.name)
def test_samples_of_impostors(path: Path) -> None:
    error, piece = path.with_name(path.name + ".expected").read_text("utf-8").splitlines()[:2]
    if error != "NotADocument" or path.stat().st_size == 0:
        pytest.skip("told apart where files are opened")
    with pytest.raises(NotADocument) as raised:
        convert(Snapshot(path.name, path.read_bytes(), None, None))
    assert piece.lower() in raised.value.message.lower()


def _real(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in (".html", ".txt"))


@pytest.mark.parametrize("path", _real(ROOT / "raw"), ids=lambda path: path.name)
def test_no_sample_page_is_refused(path: Path) -> None:
    assert refusal(path.read_bytes()) is None


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real pages are not here")
def test_no_real_page_is_refused() -> None:
    refused = []
    for path in _real(SHARED):
        try:
            refused += [path.name] if refusal(path.read_bytes()) else []
        except StatedocsError as error:
            refused.append(f"{path.name}: {error}")
    assert refused == []


def test_the_shell_of_an_application_is_no_text() -> None:
    with pytest.raises(NotADocument, match="challenge"):
        convert_text("You need to enable JavaScript to run this app.")
