"""What goes out: the record of one page, and of one failure. The public promise of statedocs.

Names and meanings are final within a major version. Lists are in reading order; absent is `None` or an
empty list, never a missing key.
"""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from statedocs.errors import Stage

SCHEMA_VERSION: Final = "1.0"

Evidence = Literal["masthead", "breadcrumb", "title", "dateline", "class", "meta", "url", "archive", "body"]
Precision = Literal["day", "month", "year", "interval", "decade", "fiscal-year"]
DateRole = Literal["published", "updated", "delivered", "as-released", "edition", "captured"]
MastheadRole = Literal[
    "title", "type", "issuer", "speaker", "place", "date", "series", "identifier",
    "occasion", "time", "audience", "note", "other",
]  # fmt: skip
LinkKind = Literal[
    "state", "embassy", "government", "document", "external", "email", "phone", "anchor", "unlinked", "other"
]
Level = Literal["info", "warning", "error"]

Hex32 = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Hex64 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0)]
LineNumber = Annotated[int, Field(ge=1)]
Edtf = Annotated[
    str,
    Field(
        pattern=r"^(\d{4}(-\d\d(-\d\d)?)?|\d{3}X|\d{4}(-\d\d(-\d\d)?)?/\d{4}(-\d\d(-\d\d)?)?)$",
        description="EDTF level 0 or 1: 2013-11-19, 2013-11, 2013, 2008/2012, 199X",
    ),
]


class Model(BaseModel):
    """Validated, frozen and closed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DocumentType(Model):
    """What kind of document the page says it is."""

    slug: str | None = Field(description="Term of the vocabulary; null when the vocabulary has none (a finding)")
    as_written: str = Field(description="As the page prints it")
    evidence: Evidence = Field(description="What it was read from")


class Issuer(Model):
    """A bureau or office that issues the page."""

    name: str = Field(description="Canonical name, or as written when the vocabulary has none")
    code: str | None = Field(description="State's own symbol: WHA, DRL")
    as_written: str = Field(description="As the page prints it")
    evidence: Evidence = Field(description="What it was read from")


class Speaker(Model):
    """A person who speaks or signs."""

    name: str = Field(description="Name without titles")
    role: str | None = Field(description="Office or title, as printed")
    as_written: str = Field(description="As the page prints it")


class Country(Model):
    """A country or area that the page is about."""

    code: str | None = Field(
        description="ISO 3166-1 alpha-2 (XK Kosovo), former ones ISO 3166-3; null for areas without"
    )
    name: str = Field(description="Canonical name, or as written when the vocabulary has none")
    as_written: str = Field(description="As the page prints it")
    evidence: Evidence = Field(description="What it was read from")


class Subject(Model):
    """A topic that the page files itself under."""

    term: str = Field(description="The term, as written")
    scheme: str = Field(description="Whose term it is: DC_subject, wordpress-class, tag, record-line")
    evidence: Evidence = Field(description="What it was read from")


class Series(Model):
    """The series that the page belongs to."""

    name: str = Field(description="Name of the series: Country Reports on Human Rights Practices")
    edition: str | None = Field(description="The year or number of this part of it: 2020")


class Identifier(Model):
    """A number or symbol that State gave the page."""

    scheme: Literal["prn", "dpb", "volume", "number", "wp-post", "dc", "other"] = Field(
        description="Whose number it is: prn (press release), dpb (daily briefing), wp-post, dc …"
    )
    value: str = Field(description="The number alone: 2011/317")
    as_written: str = Field(description="As the page prints it")


class Crumb(Model):
    """One step of the page's place in the site."""

    text: str = Field(description="As printed")
    url: str | None = Field(description="Absolute and original, where the step is a link that can be resolved")


class Date(Model):
    """A date that the page states about itself."""

    value: Edtf = Field(description="EDTF level 0 or 1: 2013-11-19, 2013-11, 2013, 2008/2012, 199X")
    precision: Precision = Field(description="How exact the value is")
    role: DateRole = Field(description="What happened on it: published, updated, delivered …")
    evidence: Evidence = Field(description="What it was read from")
    as_written: str = Field(description="As the page prints it")
    line: LineNumber | None = Field(description="Line in the decoded input")


class MastheadLine(Model):
    """A line between chrome and body, verbatim."""

    role: MastheadRole = Field(description="What the line says: title, type, issuer, date …")
    text: str = Field(description="The line, verbatim")
    line: LineNumber | None = Field(description="Line in the decoded input")


class Paragraph(Model):
    """Running text; `<br>` is a line end."""

    kind: Literal["paragraph"] = Field(description="What it is")
    text: str = Field(description="What it says")
    line: LineNumber | None = Field(description="Line in the decoded input")


class ListItem(Model):
    """An entry of a list."""

    text: str = Field(description="What it says")
    depth: Count = Field(description="0 for the outermost list")
    marker: str | None = Field(description="Mark written as text: a), 1., •")


class List(Model):
    """A list; `text` joins the items with line ends."""

    kind: Literal["list"] = Field(description="What it is")
    text: str = Field(description="Its items, joined with line ends")
    line: LineNumber | None = Field(description="Line in the decoded input")
    ordered: bool = Field(description="Whether the items are numbered")
    items: tuple[ListItem, ...] = Field(description="Its entries, in reading order")


class Table(Model):
    """A table of data; `text` joins cells with tabs and rows with line ends."""

    kind: Literal["table"] = Field(description="What it is")
    text: str = Field(description="Its cells joined with tabs, its rows with line ends")
    line: LineNumber | None = Field(description="Line in the decoded input")
    caption: str | None = Field(description="What is printed as its name")
    header_rows: Count = Field(description="How many rows at the top are headings")
    rows: tuple[tuple[str, ...], ...] = Field(
        description="Its rows, each a list of cells; a spanned cell's text stands in its first position"
    )


class Quote(Model):
    """A quotation set apart."""

    kind: Literal["quote"] = Field(description="What it is")
    text: str = Field(description="What it says")
    line: LineNumber | None = Field(description="Line in the decoded input")


class Preformatted(Model):
    """Text whose spaces matter."""

    kind: Literal["preformatted"] = Field(description="What it is")
    text: str = Field(description="What it says, with its spaces")
    line: LineNumber | None = Field(description="Line in the decoded input")


class Figure(Model):
    """An image with what is said about it; `text` is the caption, else empty."""

    kind: Literal["figure"] = Field(description="What it is")
    text: str = Field(description="Its caption, else empty")
    line: LineNumber | None = Field(description="Line in the decoded input")
    alt: str | None = Field(description="What stands for the image where it is not shown")
    caption: str | None = Field(description="What is printed below it")
    src: str | None = Field(description="Address of the image, as written")


Block = Annotated[Paragraph | List | Table | Quote | Preformatted | Figure, Field(discriminator="kind")]


class Section(Model):
    """A heading and what stands under it; the lead (position 0) has none."""

    position: Count = Field(description="0 for the lead, then 1, 2, 3 … in reading order")
    parent: Annotated[int, Field(ge=1)] | None = Field(
        description="Position of the nearest earlier section of smaller level, never 0"
    )
    level: Annotated[int, Field(ge=0, le=6)] = Field(description="Rank of the heading: 0 for the lead, else 1-6")
    number: str | None = Field(description="As written, closing point off: Section 1, a, II")
    heading: str | None = Field(description="Without its number; null for the lead")
    line: LineNumber | None = Field(description="Line in the decoded input")
    blocks: tuple[Block, ...] = Field(description="What stands under the heading, in reading order")


class Link(Model):
    """An address in the masthead (section null), a heading (block null) or a block."""

    text: str = Field(
        description="What is printed for it, blanks at the edges left out; empty where a text does not say what that is"
    )
    href: str | None = Field(description="As written")
    url: str | None = Field(description="Absolute and original")
    kind: LinkKind = Field(
        description="Where it leads: state, embassy, government, document, external, email, phone, anchor …"
    )
    section: Count | None = Field(description="Position of the section that it stands in; null in the masthead")
    block: Count | None = Field(description="Position of the block in its section; null in a heading or the masthead")
    start: Count | None = Field(description="Where its text begins in the block's text or the heading, in code points")
    stop: Count | None = Field(description="Where its text ends")
    line: LineNumber | None = Field(description="Line in the decoded input")


class DateMention(Model):
    """A calendar date in a heading or block."""

    value: Edtf = Field(description="EDTF level 0 or 1: 2013-11-19, 2013-11, 2013, 2008/2012, 199X")
    precision: Precision = Field(description="How exact the value is")
    as_written: str = Field(description="As the page prints it")
    section: Count = Field(description="Position of the section that it stands in")
    block: Count | None = Field(description="Position of the block in its section; null in a heading")
    start: Count = Field(description="Where it begins in the block's text or the heading, in code points")
    stop: Count = Field(description="Where it ends")


class Fact(Model):
    """A labelled value of a country profile."""

    topic: str | None = Field(description="The profile's part: Geography, People, Economy")
    label: str = Field(description="What is said: Area, Population")
    qualifier: str | None = Field(description="What narrows the label: 2012 est.")
    value: str = Field(description="What it is, as printed")
    section: Count = Field(description="Position of the section that it stands in")
    block: Count = Field(description="Position of the block in its section")


class Phone(Model):
    """A telephone or fax number."""

    kind: Literal["phone", "fax", "after-hours"] = Field(description="What answers there")
    as_written: str = Field(description="As the page prints it")
    e164: str | None = Field(description="International form: +5112345678; null when it cannot be told")


class Official(Model):
    """A person at a post."""

    name: str = Field(description="Name of the person")
    role: str | None = Field(description="Office: Ambassador, Consul General")
    as_written: str = Field(description="As the page prints it")


class Contact(Model):
    """A post or office with its address."""

    kind: Literal["embassy-in-washington", "us-embassy", "us-consulate", "bureau", "other"] = Field(
        description="What it is"
    )
    country: str | None = Field(description="Code of the country, as in `countries`")
    name: str = Field(description="Name of the post or office")
    address: str | None = Field(description="Lines of the postal or street address")
    phones: tuple[Phone, ...] = Field(description="Telephone and fax numbers")
    emails: tuple[str, ...] = Field(description="E-mail addresses")
    urls: tuple[str, ...] = Field(description="Web addresses")
    officials: tuple[Official, ...] = Field(description="Persons at the post")
    blocks: tuple[tuple[Count, Count], ...] = Field(description="[section, block] pairs where it stands")


class Removed(Model):
    """Chrome that was left out, under a named rule."""

    rule: str = Field(description="Name of the rule by which it was left out")
    chars: Count = Field(description="Non-white characters, all of them")
    text: str = Field(description="The first 120 characters (all with --keep-removed)")
    line: LineNumber | None = Field(description="Line in the decoded input")


class Accounting(Model):
    """Non-white characters: visible = kept + removed + unaccounted."""

    visible: Count = Field(description="Characters that a reader sees on the page")
    kept: Count = Field(description="Characters that stand in the record")
    removed: Count = Field(description="Characters left out under a named rule")
    unaccounted: int = Field(description="Characters of which neither is true: 0, or an error-level finding")


class Finding(Model):
    """Something that a person should know about the record."""

    code: str = Field(description="What was found")
    level: Level = Field(description="How grave it is")
    field: str | None = Field(description="Field of the record that it is about")
    message: str = Field(description="What was expected and what was found")
    line: LineNumber | None = Field(description="Line in the decoded input")


class TemplateUsed(Model):
    """The page design that was recognised."""

    name: str = Field(description="Name of the page design: plain-text for texts")
    design: str | None = Field(description="Whose frame a text was printed in, where recognised")
    evidence: str = Field(description="By what the design was recognised")


class Source(Model):
    """The capture that the record was made from."""

    origin: str = Field(description="Path relative to the input, then #member or #record id; never absolute")
    sha256: Hex64 = Field(description="Digest of the captured bytes")
    bytes: Count = Field(description="Length of the captured bytes")
    media_type: Literal["text/html", "text/plain"] = Field(description="What the bytes are")
    encoding: str = Field(description="Character encoding that was believed")
    encoding_evidence: Literal["bom", "http", "side-car", "meta", "xml", "content", "detected", "caller"] = Field(
        description="Who said so"
    )
    replaced: Count = Field(description="How many bytes the encoding does not have")
    captured_at: str | None = Field(description="When the page was captured (RFC 3339)")
    url_evidence: str | None = Field(description="What the page's address was read from")
    archive_url: str | None = Field(description="Address of the capture in a web archive")
    record_id: str | None = Field(description="Identifier of the record in the archive file")


class Converter(Model):
    """The program that made the record."""

    name: str = Field(description="Name of the program")
    version: str = Field(description="Version of the program")


class Document(Model):
    """One page."""

    schema_version: Literal["1.0"] = Field(description="Version of this promise")
    id: Hex32 = Field(
        description="This capture: 32 digits of SHA-256 over address (else origin), time of capture and digest"
    )
    page_key: str | None = Field(
        description="The page over time: its address without scheme and www, archive hosts folded to the live one"
    )
    url: str | None = Field(description="Original address; replay wrapping off")
    title: str | None = Field(description="The page's own title, never the site's")
    description: str | None = Field(description="What the page says of itself in a meta element")
    document_type: DocumentType | None = Field(description="What kind of document the page says it is")
    issuers: tuple[Issuer, ...] = Field(description="Bureaus and offices that issue the page")
    speakers: tuple[Speaker, ...] = Field(description="Who speaks or signs")
    places: tuple[str, ...] = Field(description="Places of delivery or release: Washington, DC")
    countries: tuple[Country, ...] = Field(description="Whom the page is about")
    subjects: tuple[Subject, ...] = Field(description="Topics that the page files itself under")
    series: Series | None = Field(description="The series that the page belongs to")
    identifiers: tuple[Identifier, ...] = Field(description="Numbers and symbols that State gave the page")
    breadcrumb: tuple[Crumb, ...] = Field(description="The page's place in the site, as printed")
    language: str | None = Field(description="BCP 47: as declared, else detected")
    published: Date | None = Field(description="The page's own date; null is better than wrong")
    dates: tuple[Date, ...] = Field(description="Every date that the page states about itself")
    masthead: tuple[MastheadLine, ...] = Field(description="Every line between chrome and body, verbatim")
    sections: tuple[Section, ...] = Field(description="The outline in flat order, with all text")
    links: tuple[Link, ...] = Field(description="Every address, in reading order")
    date_mentions: tuple[DateMention, ...] = Field(description="Calendar dates in headings, prose and cells")
    facts: tuple[Fact, ...] = Field(description="Labelled values of a country profile")
    contacts: tuple[Contact, ...] = Field(description="Posts and offices with their addresses")
    removed: tuple[Removed, ...] = Field(description="What was left out, each under a named rule")
    accounting: Accounting = Field(description="Proof that nothing visible was lost, in non-white characters")
    findings: tuple[Finding, ...] = Field(description="What a person should know about the record")
    template: TemplateUsed = Field(description="The page design that was recognised")
    content_sha256: Hex64 = Field(
        description="Digest of title, section numbers, headings and block texts: equal for captures of one edition"
    )
    source: Source = Field(description="The capture that the record was made from")
    converter: Converter = Field(description="The program that made the record")


class Failure(Model):
    """One page that could not become a document, and why."""

    schema_version: Literal["1.0"] = Field(description="Version of this promise")
    origin: str = Field(description="Path relative to the input, then #member or #record id; never absolute")
    url: str | None = Field(description="Original address of the page, where known")
    captured_at: str | None = Field(description="When the page was captured (RFC 3339)")
    record_id: str | None = Field(description="Identifier of the record in the archive file")
    offset: Count | None = Field(description="Place of the damage in the archive file, in bytes")
    sha256: Hex64 | None = Field(description="Digest of the captured bytes, where they could be read")
    stage: Stage = Field(description="Where on its way the page failed")
    error: str = Field(description="Class of the error")
    message: str = Field(description="What was expected and what was found")
    line: LineNumber | None = Field(description="Line in the decoded input")
    converter: Converter = Field(description="The program that tried")


FINDINGS: Final[dict[str, tuple[Level, str]]] = {
    "base-foreign": ("info", "The base address names a host other than State's"),
    "control-characters": ("info", "Control characters were taken off while reading"),
    "country-unknown": ("info", "A country named by the page is not in the vocabulary"),
    "date-after-capture": ("warning", "A date of the page lies after its capture"),
    "date-before-edition": ("warning", "The page is dated before the period that it reports on"),
    "date-conflict": ("warning", "The page states two publication dates more than two days apart"),
    "date-impossible": ("warning", "A date that no calendar has, or not yet come"),
    "date-letter-digit": ("info", "A letter stood for a digit in a date"),
    "date-missing": ("info", "The page does not say when it was published"),
    "date-misspelled": ("info", "A month's name was misspelled"),
    "document-type-unknown": ("info", "The document type is not in the vocabulary"),
    "encoding-label-wrong": ("info", "The bytes are valid UTF-8 although a label says otherwise"),
    "encoding-replaced": ("warning", "Bytes that the encoding does not have were replaced"),
    "headings-inferred": ("info", "Headings were recognised by their looks, not by heading elements"),
    "issuer-unknown": ("info", "A bureau or office is not in the vocabulary"),
    "link-unresolved": ("info", "An address is relative and the page's own address is unknown"),
    "markup-deep": ("warning", "Nested too deep for the usual reader; read by the tolerant one"),
    "mojibake": ("warning", "Text looks encoded twice; kept as it is"),
    "template-ambiguous": ("error", "Two or more designs claim the page; read by the generic one"),
    "template-unknown": ("warning", "No design claims the page; read by the generic one"),
    "text-unaccounted": ("error", "Visible text is neither kept nor removed under a rule"),
    "title-inferred": ("info", "The title was read from somewhere other than a title element or the masthead"),
    "title-missing": ("warning", "The page says no title of its own"),
}
"""Every code a finding can have: its level and its meaning."""
