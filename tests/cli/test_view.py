"""What inspect shows of a record with everything in it."""

from collections.abc import Callable

import pytest
from rich.console import Console

from statedocs.cli.view import show_document
from statedocs.record import (
    Contact,
    Country,
    Crumb,
    Date,
    DateMention,
    Document,
    DocumentType,
    Fact,
    Finding,
    Identifier,
    Issuer,
    Link,
    MastheadLine,
    Phone,
    Removed,
    Section,
    Series,
    Speaker,
    Subject,
)


@pytest.fixture
def shown(make_document: Callable[..., Document]) -> str:
    nowhere = {"section": None, "block": None, "start": None, "stop": None, "line": None}
    link = Link(text="x", href="/x", url="https://www.state.gov/x", kind="state", **nowhere)
    mention = DateMention(value="2013", precision="year", as_written="2013", section=0, block=0, start=0, stop=4)
    published = Date(
        value="2013-11-19",
        precision="day",
        role="published",
        evidence="masthead",
        as_written="November 19, 2013",
        line=4,
    )
    section = Section(position=1, parent=None, level=2, number="II", heading="Economy", line=9, blocks=())
    document = make_document("a.htm", findings=("title-missing",)).model_copy(
        update={
            "url": "http://www.state.gov/r/pa/ei/bgn/35762.htm",
            "document_type": DocumentType(slug=None, as_written="[Fact] Sheet", evidence="masthead"),
            "issuers": (Issuer(name="Bureau", code="WHA", as_written="Bureau of X", evidence="masthead"),),
            "speakers": (Speaker(name="A Speaker", role="Spokesperson", as_written="A Speaker, Spokesperson"),),
            "places": ("Washington, DC",),
            "countries": (Country(code="PE", name="Peru", as_written="Peru", evidence="title"),),
            "subjects": (Subject(term="Trade", scheme="tag", evidence="class"),),
            "series": Series(name="Background Notes", edition=None),
            "identifiers": (Identifier(scheme="prn", value="2011/317", as_written="PRN: 2011/317"),),
            "breadcrumb": (Crumb(text="Home", url=None), Crumb(text="Peru", url=None)),
            "published": published,
            "dates": (published,),
            "masthead": (MastheadLine(role="date", text="November 19, 2013", line=4),),
            "sections": (*make_document("a.htm").sections, section),
            "links": (link,) * 8,
            "date_mentions": (mention,) * 9,
            "facts": (Fact(topic=None, label="Area", qualifier="2011", value="1.28 million", section=0, block=0),),
            "contacts": (
                Contact(
                    kind="us-embassy",
                    country="PE",
                    name="U.S. Embassy",
                    address=None,
                    phones=(Phone(kind="phone", as_written="(51)(1) 618-2000", e164=None),),
                    emails=(),
                    urls=(),
                    officials=(),
                    blocks=((0, 0),),
                ),
            ),
            "removed": (Removed(rule="site/menu", chars=1200, text="Home\n  Menu", line=1),) * 2,
            "findings": (Finding(code="mojibake", level="warning", field=None, message="Peru [/] looks", line=3),),
        }
    )
    console = Console(width=160, record=True, file=open("/dev/null", "w"))  # noqa: PTH123, SIM115
    show_document(console, document)
    console.file.close()
    return console.export_text()


@pytest.mark.parametrize(
    "line",
    [
        "url http://www.state.gov/r/pa/ei/bgn/35762.htm",
        "template plain-text: no markup",
        "4 date November 19, 2013",
        "type (not in the vocabulary) [Fact] Sheet masthead",
        "issuer Bureau (WHA) Bureau of X masthead",
        "speaker A Speaker, Spokesperson",
        "country Peru (PE) Peru title",
        "series Background Notes",
        "prn 2011/317 PRN: 2011/317",
        "breadcrumb Home › Peru",
        "published 2013-11-19",
        "4 2013-11-19 day published masthead November 19, 2013",
        "1 0 (lead) 1 paragraph",
        "9 2 II Economy",
        "state 8 https://www.state.gov/x",
        "and 3 more",
        "9 date mentions 2013, 2013, 2013, 2013, 2013, 2013, 2013, 2013 …",
        "fact Area (2011): 1.28 million",
        "us-embassy U.S. Embassy, (51)(1) 618-2000",
        "site/menu 2 2,400 Home Menu",
        "warning mojibake 3 Peru [/] looks",
        "4 characters: 4 kept, 0 left out (0%), 0 unaccounted",
    ],
)
def test_everything_is_shown(shown: str, line: str) -> None:
    assert line in [" ".join(row.split()) for row in shown.splitlines()] or any(
        " ".join(row.split()).startswith(line) for row in shown.splitlines()
    )
