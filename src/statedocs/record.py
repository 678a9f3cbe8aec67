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
    as_written: str
    evidence: Evidence


class Issuer(Model):
    """A bureau or office that issues the page."""

    name: str = Field(description="Canonical name, or as written when the vocabulary has none")
    code: str | None = Field(description="State's own symbol: WHA, DRL")
    as_written: str
    evidence: Evidence


class Speaker(Model):
    """A person who speaks or signs."""

    name: str
    role: str | None
    as_written: str


class Country(Model):
    """A country or area that the page is about."""

    code: str | None = Field(
        description="ISO 3166-1 alpha-2 (XK Kosovo), former ones ISO 3166-3; null for areas without"
    )
    name: str
    as_written: str
    evidence: Evidence


class Subject(Model):
    """A topic that the page files itself under."""

    term: str
    scheme: str = Field(description="Whose term it is: DC_subject, wordpress-class, tag")
    evidence: Evidence


class Series(Model):
    """The series that the page belongs to."""

    name: str
    edition: str | None


class Identifier(Model):
    """A number or symbol that State gave the page."""

    scheme: Literal["prn", "dpb", "volume", "number", "wp-post", "dc", "other"]
    value: str
    as_written: str


class Crumb(Model):
    """One step of the page's place in the site."""

    text: str
    url: str | None


class Date(Model):
    """A date that the page states about itself."""

    value: Edtf
    precision: Precision
    role: DateRole
    evidence: Evidence
    as_written: str
    line: LineNumber | None


class MastheadLine(Model):
    """A line between chrome and body, verbatim."""

    role: MastheadRole
    text: str
    line: LineNumber | None


class Paragraph(Model):
    """Running text; `<br>` is a line end."""

    kind: Literal["paragraph"]
    text: str
    line: LineNumber | None


class ListItem(Model):
    """An entry of a list."""

    text: str
    depth: Count = Field(description="0 for the outermost list")
    marker: str | None = Field(description="Mark written as text: a), 1., •")


class List(Model):
    """A list; `text` joins the items with line ends."""

    kind: Literal["list"]
    text: str
    line: LineNumber | None
    ordered: bool
    items: tuple[ListItem, ...]


class Table(Model):
    """A table of data; `text` joins cells with tabs and rows with line ends."""

    kind: Literal["table"]
    text: str
    line: LineNumber | None
    caption: str | None
    header_rows: Count
    rows: tuple[tuple[str, ...], ...]


class Quote(Model):
    """A quotation set apart."""

    kind: Literal["quote"]
    text: str
    line: LineNumber | None


class Preformatted(Model):
    """Text whose spaces matter."""

    kind: Literal["preformatted"]
    text: str
    line: LineNumber | None


class Figure(Model):
    """An image with what is said about it; `text` is the caption, else empty."""

    kind: Literal["figure"]
    text: str
    line: LineNumber | None
    alt: str | None
    caption: str | None
    src: str | None


Block = Annotated[Paragraph | List | Table | Quote | Preformatted | Figure, Field(discriminator="kind")]


class Section(Model):
    """A heading and what stands under it; the lead (position 0) has none."""

    position: Count
    parent: Annotated[int, Field(ge=1)] | None
    level: Annotated[int, Field(ge=0, le=6)]
    number: str | None
    heading: str | None
    line: LineNumber | None
    blocks: tuple[Block, ...]


class Link(Model):
    """An address in the masthead (section null), a heading (block null) or a block."""

    text: str
    href: str | None = Field(description="As written")
    url: str | None = Field(description="Absolute and original")
    kind: LinkKind
    section: Count | None
    block: Count | None
    start: Count | None
    stop: Count | None
    line: LineNumber | None


class DateMention(Model):
    """A calendar date in a heading or block."""

    value: Edtf
    precision: Precision
    as_written: str
    section: Count
    block: Count | None
    start: Count
    stop: Count


class Fact(Model):
    """A labelled value of a country profile."""

    topic: str | None
    label: str
    qualifier: str | None
    value: str
    section: Count
    block: Count


class Phone(Model):
    """A telephone or fax number."""

    kind: Literal["phone", "fax", "after-hours"]
    as_written: str
    e164: str | None


class Official(Model):
    """A person at a post."""

    name: str
    role: str | None
    as_written: str


class Contact(Model):
    """A post or office with its address."""

    kind: Literal["embassy-in-washington", "us-embassy", "us-consulate", "bureau", "other"]
    country: str | None = Field(description="Code of the country, as in `countries`")
    name: str
    address: str | None
    phones: tuple[Phone, ...]
    emails: tuple[str, ...]
    urls: tuple[str, ...]
    officials: tuple[Official, ...]
    blocks: tuple[tuple[Count, Count], ...] = Field(description="[section, block] pairs where it stands")


class Removed(Model):
    """Chrome that was left out, under a named rule."""

    rule: str
    chars: Count = Field(description="Non-white characters, all of them")
    text: str = Field(description="The first 120 characters (all with --keep-removed)")
    line: LineNumber | None


class Accounting(Model):
    """Non-white characters: visible = kept + removed + unaccounted."""

    visible: Count
    kept: Count
    removed: Count
    unaccounted: int


class Finding(Model):
    """Something that a person should know about the record."""

    code: str
    level: Level
    field: str | None
    message: str
    line: LineNumber | None


class TemplateUsed(Model):
    """The page design that was recognised."""

    name: str
    design: str | None
    evidence: str


class Source(Model):
    """The capture that the record was made from."""

    origin: str
    sha256: Hex64
    bytes: Count
    media_type: Literal["text/html", "text/plain"]
    encoding: str
    encoding_evidence: Literal["bom", "http", "side-car", "meta", "xml", "content", "detected", "caller"]
    replaced: Count
    captured_at: str | None
    url_evidence: str | None
    archive_url: str | None
    record_id: str | None


class Converter(Model):
    """The program that made the record."""

    name: str
    version: str


class Document(Model):
    """One page."""

    schema_version: Literal["1.0"]
    id: Hex32
    page_key: str | None
    url: str | None
    title: str | None
    description: str | None
    document_type: DocumentType | None
    issuers: tuple[Issuer, ...]
    speakers: tuple[Speaker, ...]
    places: tuple[str, ...]
    countries: tuple[Country, ...]
    subjects: tuple[Subject, ...]
    series: Series | None
    identifiers: tuple[Identifier, ...]
    breadcrumb: tuple[Crumb, ...]
    language: str | None
    published: Date | None
    dates: tuple[Date, ...]
    masthead: tuple[MastheadLine, ...]
    sections: tuple[Section, ...]
    links: tuple[Link, ...]
    date_mentions: tuple[DateMention, ...]
    facts: tuple[Fact, ...]
    contacts: tuple[Contact, ...]
    removed: tuple[Removed, ...]
    accounting: Accounting
    findings: tuple[Finding, ...]
    template: TemplateUsed
    content_sha256: Hex64
    source: Source
    converter: Converter


class Failure(Model):
    """One page that could not become a document, and why."""

    schema_version: Literal["1.0"]
    origin: str
    url: str | None
    captured_at: str | None
    record_id: str | None
    offset: Count | None
    sha256: Hex64 | None
    stage: Stage
    error: str
    message: str
    line: LineNumber | None
    converter: Converter


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
