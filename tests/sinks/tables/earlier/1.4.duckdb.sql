-- The tables of statedocs 1.4, made from the models by `statedocs schema`: do not edit.

CREATE TABLE documents (
    id VARCHAR NOT NULL CHECK (regexp_matches(id, '^[0-9a-f]{32}$')),
    schema_version VARCHAR NOT NULL CHECK (regexp_matches(schema_version, '^1\.[0-9]+$')),
    page_key VARCHAR,
    url VARCHAR,
    title VARCHAR,
    description VARCHAR,
    document_type_slug VARCHAR,
    document_type_as_written VARCHAR,
    document_type_evidence VARCHAR CHECK (document_type_evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')),
    series_name VARCHAR,
    series_edition VARCHAR,
    language VARCHAR,
    published VARCHAR CHECK (regexp_matches(published, '^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|[0-9]{3}X|[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?/[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)$')),
    published_precision VARCHAR CHECK (published_precision IN ('day', 'month', 'year', 'interval', 'decade', 'fiscal-year')),
    published_role VARCHAR CHECK (published_role IN ('published', 'updated', 'delivered', 'as-released', 'edition', 'captured')),
    published_evidence VARCHAR CHECK (published_evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')),
    published_as_written VARCHAR,
    published_line BIGINT CHECK (published_line >= 1),
    accounting_visible BIGINT NOT NULL CHECK (accounting_visible >= 0),
    accounting_kept BIGINT NOT NULL CHECK (accounting_kept >= 0),
    accounting_removed BIGINT NOT NULL CHECK (accounting_removed >= 0),
    accounting_unaccounted BIGINT NOT NULL,
    template_name VARCHAR NOT NULL,
    template_design VARCHAR,
    template_evidence VARCHAR NOT NULL,
    content_sha256 VARCHAR NOT NULL CHECK (regexp_matches(content_sha256, '^[0-9a-f]{64}$')),
    source_origin VARCHAR NOT NULL,
    source_sha256 VARCHAR NOT NULL CHECK (regexp_matches(source_sha256, '^[0-9a-f]{64}$')),
    source_bytes BIGINT NOT NULL CHECK (source_bytes >= 0),
    source_media_type VARCHAR NOT NULL CHECK (source_media_type IN ('text/html', 'text/plain')),
    source_encoding VARCHAR NOT NULL,
    source_encoding_evidence VARCHAR NOT NULL CHECK (source_encoding_evidence IN ('bom', 'http', 'side-car', 'meta', 'xml', 'content', 'detected', 'caller')),
    source_replaced BIGINT NOT NULL CHECK (source_replaced >= 0),
    source_captured_at VARCHAR,
    source_url_evidence VARCHAR,
    source_archive_url VARCHAR,
    source_record_id VARCHAR,
    converter_name VARCHAR NOT NULL,
    converter_version VARCHAR NOT NULL,
    published_earliest DATE,
    published_latest DATE,
    PRIMARY KEY (id),
    CHECK ((published IS NULL) = (published_earliest IS NULL)),
    CHECK ((published IS NULL) = (published_latest IS NULL)),
    CHECK (published_earliest <= published_latest)
);

CREATE TABLE issuers (
    document_id VARCHAR NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    name VARCHAR NOT NULL,
    code VARCHAR,
    as_written VARCHAR NOT NULL,
    evidence VARCHAR NOT NULL CHECK (evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')),
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE speakers (
    document_id VARCHAR NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    name VARCHAR NOT NULL,
    role VARCHAR,
    as_written VARCHAR NOT NULL,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE places (
    document_id VARCHAR NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    place VARCHAR NOT NULL,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE countries (
    document_id VARCHAR NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    code VARCHAR CHECK (regexp_matches(code, '^[A-Z]{2}([A-Z]{2})?$')),
    name VARCHAR NOT NULL,
    as_written VARCHAR NOT NULL,
    evidence VARCHAR NOT NULL CHECK (evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')),
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE subjects (
    document_id VARCHAR NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    term VARCHAR NOT NULL,
    scheme VARCHAR NOT NULL,
    evidence VARCHAR NOT NULL CHECK (evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')),
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE identifiers (
    document_id VARCHAR NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    scheme VARCHAR NOT NULL CHECK (scheme IN ('prn', 'dpb', 'volume', 'number', 'wp-post', 'dc', 'other')),
    value VARCHAR NOT NULL,
    as_written VARCHAR NOT NULL,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE breadcrumb (
    document_id VARCHAR NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    text VARCHAR NOT NULL,
    url VARCHAR,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE dates (
    document_id VARCHAR NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    value VARCHAR NOT NULL CHECK (regexp_matches(value, '^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|[0-9]{3}X|[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?/[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)$')),
    precision VARCHAR NOT NULL CHECK (precision IN ('day', 'month', 'year', 'interval', 'decade', 'fiscal-year')),
    role VARCHAR NOT NULL CHECK (role IN ('published', 'updated', 'delivered', 'as-released', 'edition', 'captured')),
    evidence VARCHAR NOT NULL CHECK (evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')),
    as_written VARCHAR NOT NULL,
    line BIGINT CHECK (line >= 1),
    earliest DATE NOT NULL,
    latest DATE NOT NULL,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id),
    CHECK (earliest <= latest)
);

CREATE TABLE masthead (
    document_id VARCHAR NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    role VARCHAR NOT NULL CHECK (role IN ('title', 'type', 'issuer', 'speaker', 'place', 'date', 'series', 'identifier', 'occasion', 'time', 'audience', 'note', 'other')),
    text VARCHAR NOT NULL,
    line BIGINT CHECK (line >= 1),
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE sections (
    document_id VARCHAR NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    parent BIGINT CHECK (parent >= 1),
    level BIGINT NOT NULL CHECK (level BETWEEN 0 AND 6),
    number VARCHAR,
    heading VARCHAR,
    line BIGINT CHECK (line >= 1),
    nth BIGINT NOT NULL CHECK (nth >= 1),
    text_digest VARCHAR NOT NULL,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id),
    CHECK (parent < position)
);

CREATE TABLE blocks (
    document_id VARCHAR NOT NULL,
    section BIGINT NOT NULL CHECK (section >= 0),
    position BIGINT NOT NULL CHECK (position >= 0),
    kind VARCHAR NOT NULL CHECK (kind IN ('paragraph', 'list', 'table', 'quote', 'preformatted', 'figure')),
    text VARCHAR NOT NULL,
    line BIGINT CHECK (line >= 1),
    ordered BOOLEAN,
    caption VARCHAR,
    header_rows BIGINT CHECK (header_rows >= 0),
    alt VARCHAR,
    src VARCHAR,
    rows BIGINT CHECK (rows >= 0),
    PRIMARY KEY (document_id, section, position),
    FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE list_items (
    document_id VARCHAR NOT NULL,
    section BIGINT NOT NULL CHECK (section >= 0),
    block BIGINT NOT NULL CHECK (block >= 0),
    position BIGINT NOT NULL CHECK (position >= 0),
    text VARCHAR NOT NULL,
    depth BIGINT NOT NULL CHECK (depth >= 0),
    marker VARCHAR,
    PRIMARY KEY (document_id, section, block, position),
    FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE table_cells (
    document_id VARCHAR NOT NULL,
    section BIGINT NOT NULL CHECK (section >= 0),
    block BIGINT NOT NULL CHECK (block >= 0),
    row BIGINT NOT NULL CHECK (row >= 0),
    position BIGINT NOT NULL CHECK (position >= 0),
    text VARCHAR NOT NULL,
    PRIMARY KEY (document_id, section, block, row, position),
    FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE links (
    document_id VARCHAR NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    text VARCHAR NOT NULL,
    href VARCHAR,
    url VARCHAR,
    kind VARCHAR NOT NULL CHECK (kind IN ('state', 'embassy', 'government', 'document', 'external', 'email', 'phone', 'anchor', 'unlinked', 'other')),
    section BIGINT CHECK (section >= 0),
    block BIGINT CHECK (block >= 0),
    start BIGINT CHECK (start >= 0),
    stop BIGINT CHECK (stop >= 0),
    line BIGINT CHECK (line >= 1),
    host VARCHAR,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id),
    CHECK ((start IS NULL) = (stop IS NULL)),
    CHECK (start <= stop),
    CHECK (block IS NULL OR section IS NOT NULL)
);

CREATE TABLE date_mentions (
    document_id VARCHAR NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    value VARCHAR NOT NULL CHECK (regexp_matches(value, '^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|[0-9]{3}X|[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?/[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)$')),
    precision VARCHAR NOT NULL CHECK (precision IN ('day', 'month', 'year', 'interval', 'decade', 'fiscal-year')),
    as_written VARCHAR NOT NULL,
    section BIGINT NOT NULL CHECK (section >= 0),
    block BIGINT CHECK (block >= 0),
    start BIGINT NOT NULL CHECK (start >= 0),
    stop BIGINT NOT NULL CHECK (stop >= 0),
    earliest DATE NOT NULL,
    latest DATE NOT NULL,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id),
    CHECK (start <= stop),
    CHECK (earliest <= latest)
);

CREATE TABLE facts (
    document_id VARCHAR NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    topic VARCHAR,
    label VARCHAR NOT NULL,
    qualifier VARCHAR,
    value VARCHAR NOT NULL,
    section BIGINT NOT NULL CHECK (section >= 0),
    block BIGINT NOT NULL CHECK (block >= 0),
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE contacts (
    document_id VARCHAR NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    kind VARCHAR NOT NULL CHECK (kind IN ('embassy-in-washington', 'us-embassy', 'us-consulate', 'bureau', 'other')),
    country VARCHAR CHECK (regexp_matches(country, '^[A-Z]{2}([A-Z]{2})?$')),
    name VARCHAR NOT NULL,
    address VARCHAR,
    emails VARCHAR[] NOT NULL,
    urls VARCHAR[] NOT NULL,
    officials JSON NOT NULL,
    blocks JSON NOT NULL,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE contact_phones (
    document_id VARCHAR NOT NULL,
    contact BIGINT NOT NULL CHECK (contact >= 0),
    position BIGINT NOT NULL CHECK (position >= 0),
    kind VARCHAR NOT NULL CHECK (kind IN ('phone', 'fax', 'after-hours')),
    as_written VARCHAR NOT NULL,
    e164 VARCHAR CHECK (regexp_matches(e164, '^\+[1-9][0-9]{1,14}$')),
    PRIMARY KEY (document_id, contact, position),
    FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE removed (
    document_id VARCHAR NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    rule VARCHAR NOT NULL,
    chars BIGINT NOT NULL CHECK (chars >= 0),
    text VARCHAR NOT NULL,
    line BIGINT CHECK (line >= 1),
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE findings (
    document_id VARCHAR NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    code VARCHAR NOT NULL CHECK (code IN ('base-foreign', 'control-characters', 'country-unknown', 'date-after-capture', 'date-before-edition', 'date-conflict', 'date-impossible', 'date-letter-digit', 'date-missing', 'date-misspelled', 'document-type-unknown', 'encoding-label-wrong', 'encoding-replaced', 'headings-inferred', 'issuer-unknown', 'link-unresolved', 'markup-deep', 'mojibake', 'template-ambiguous', 'template-unknown', 'text-unaccounted', 'title-inferred', 'title-missing')),
    level VARCHAR NOT NULL CHECK (level IN ('info', 'warning', 'error')),
    field VARCHAR,
    message VARCHAR NOT NULL,
    line BIGINT CHECK (line >= 1),
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE failures (
    origin VARCHAR NOT NULL,
    id VARCHAR NOT NULL CHECK (regexp_matches(id, '^[0-9a-f]{32}$')),
    nth BIGINT NOT NULL CHECK (nth >= 0),
    schema_version VARCHAR NOT NULL CHECK (regexp_matches(schema_version, '^1\.[0-9]+$')),
    url VARCHAR,
    captured_at VARCHAR,
    record_id VARCHAR,
    "offset" BIGINT CHECK ("offset" >= 0),
    sha256 VARCHAR CHECK (regexp_matches(sha256, '^[0-9a-f]{64}$')),
    stage VARCHAR NOT NULL CHECK (stage IN ('source', 'decode', 'parse', 'template', 'extract', 'validate', 'limit', 'sink', 'bug')),
    error VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    line BIGINT CHECK (line >= 1),
    converter_name VARCHAR NOT NULL,
    converter_version VARCHAR NOT NULL,
    PRIMARY KEY (origin, id, nth)
);

CREATE TABLE finding_codes (
    code VARCHAR NOT NULL,
    level VARCHAR NOT NULL CHECK (level IN ('info', 'warning', 'error')),
    meaning VARCHAR NOT NULL,
    PRIMARY KEY (code)
);

CREATE TABLE manifest (
    origin VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    nth BIGINT NOT NULL CHECK (nth >= 0),
    line BIGINT NOT NULL CHECK (line >= 0),
    sha256 VARCHAR,
    outcome VARCHAR NOT NULL CHECK (outcome IN ('document', 'failure', 'skipped', 'gone')),
    reason VARCHAR,
    id VARCHAR,
    output VARCHAR,
    template VARCHAR,
    findings JSON NOT NULL,
    PRIMARY KEY (origin, key, nth)
);

CREATE TABLE captures (
    origin VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    nth BIGINT NOT NULL CHECK (nth >= 0),
    fingerprint VARCHAR NOT NULL,
    PRIMARY KEY (origin, key, nth)
);

CREATE TABLE about (
    name VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    PRIMARY KEY (name)
);

COMMENT ON TABLE documents IS 'One row for each capture of a page: what stands in the record once';
COMMENT ON COLUMN documents.id IS 'This capture: 32 digits of SHA-256 over address (else origin), time of capture and digest';
COMMENT ON COLUMN documents.schema_version IS 'Version of this promise';
COMMENT ON COLUMN documents.page_key IS 'The page over time: its address without scheme and www, archive hosts folded to the live one';
COMMENT ON COLUMN documents.url IS 'Original address; replay wrapping off';
COMMENT ON COLUMN documents.title IS 'The page''s own title, never the site''s';
COMMENT ON COLUMN documents.description IS 'What the page says of itself in a meta element';
COMMENT ON COLUMN documents.document_type_slug IS 'Term of the vocabulary; null when the vocabulary has none (a finding)';
COMMENT ON COLUMN documents.document_type_as_written IS 'As the page prints it';
COMMENT ON COLUMN documents.document_type_evidence IS 'What it was read from';
COMMENT ON COLUMN documents.series_name IS 'Name of the series: Country Reports on Human Rights Practices';
COMMENT ON COLUMN documents.series_edition IS 'The year or number of this part of it: 2020';
COMMENT ON COLUMN documents.language IS 'BCP 47: as declared, else detected';
COMMENT ON COLUMN documents.published IS 'EDTF level 0 or 1: 2013-11-19, 2013-11, 2013, 2008/2012, 199X';
COMMENT ON COLUMN documents.published_precision IS 'How exact the value is';
COMMENT ON COLUMN documents.published_role IS 'What happened on it: published, updated, delivered …';
COMMENT ON COLUMN documents.published_evidence IS 'What it was read from';
COMMENT ON COLUMN documents.published_as_written IS 'As the page prints it';
COMMENT ON COLUMN documents.published_line IS 'Line in the decoded input';
COMMENT ON COLUMN documents.accounting_visible IS 'Characters that a reader sees on the page';
COMMENT ON COLUMN documents.accounting_kept IS 'Characters that stand in the record';
COMMENT ON COLUMN documents.accounting_removed IS 'Characters left out under a named rule';
COMMENT ON COLUMN documents.accounting_unaccounted IS 'Characters of which neither is true: 0, or an error-level finding';
COMMENT ON COLUMN documents.template_name IS 'Name of the page design: plain-text for texts';
COMMENT ON COLUMN documents.template_design IS 'Whose frame a text was printed in, where recognised';
COMMENT ON COLUMN documents.template_evidence IS 'By what the design was recognised';
COMMENT ON COLUMN documents.content_sha256 IS 'Digest of title, section numbers, headings and block texts: equal for captures of one edition';
COMMENT ON COLUMN documents.source_origin IS 'Path relative to the input, then #member or #record id; never absolute';
COMMENT ON COLUMN documents.source_sha256 IS 'Digest of the captured bytes';
COMMENT ON COLUMN documents.source_bytes IS 'Length of the captured bytes';
COMMENT ON COLUMN documents.source_media_type IS 'What the bytes are';
COMMENT ON COLUMN documents.source_encoding IS 'Character encoding that was believed';
COMMENT ON COLUMN documents.source_encoding_evidence IS 'Who said so';
COMMENT ON COLUMN documents.source_replaced IS 'How many bytes the encoding does not have';
COMMENT ON COLUMN documents.source_captured_at IS 'When the page was captured (RFC 3339)';
COMMENT ON COLUMN documents.source_url_evidence IS 'What the page''s address was read from';
COMMENT ON COLUMN documents.source_archive_url IS 'Address of the capture in a web archive';
COMMENT ON COLUMN documents.source_record_id IS 'Identifier of the record in the archive file';
COMMENT ON COLUMN documents.converter_name IS 'Name of the program';
COMMENT ON COLUMN documents.converter_version IS 'Version of the program';
COMMENT ON COLUMN documents.published_earliest IS 'First day of the date';
COMMENT ON COLUMN documents.published_latest IS 'Last day of the date';

COMMENT ON TABLE issuers IS 'Bureaus and offices that issue the page';
COMMENT ON COLUMN issuers.document_id IS 'The document';
COMMENT ON COLUMN issuers.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN issuers.name IS 'Canonical name, or as written when the vocabulary has none';
COMMENT ON COLUMN issuers.code IS 'State''s own symbol: WHA, DRL';
COMMENT ON COLUMN issuers.as_written IS 'As the page prints it';
COMMENT ON COLUMN issuers.evidence IS 'What it was read from';

COMMENT ON TABLE speakers IS 'Who speaks or signs';
COMMENT ON COLUMN speakers.document_id IS 'The document';
COMMENT ON COLUMN speakers.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN speakers.name IS 'Name without titles';
COMMENT ON COLUMN speakers.role IS 'Office or title, as printed';
COMMENT ON COLUMN speakers.as_written IS 'As the page prints it';

COMMENT ON TABLE places IS 'Places of delivery or release: Washington, DC';
COMMENT ON COLUMN places.document_id IS 'The document';
COMMENT ON COLUMN places.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN places.place IS 'Places of delivery or release: Washington, DC';

COMMENT ON TABLE countries IS 'Whom the page is about';
COMMENT ON COLUMN countries.document_id IS 'The document';
COMMENT ON COLUMN countries.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN countries.code IS 'ISO 3166-1 alpha-2 (XK Kosovo), former ones ISO 3166-3; null for areas without';
COMMENT ON COLUMN countries.name IS 'Canonical name, or as written when the vocabulary has none';
COMMENT ON COLUMN countries.as_written IS 'As the page prints it';
COMMENT ON COLUMN countries.evidence IS 'What it was read from';

COMMENT ON TABLE subjects IS 'Topics that the page files itself under';
COMMENT ON COLUMN subjects.document_id IS 'The document';
COMMENT ON COLUMN subjects.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN subjects.term IS 'The term, as written';
COMMENT ON COLUMN subjects.scheme IS 'Whose term it is: DC_subject, wordpress-class, tag, record-line';
COMMENT ON COLUMN subjects.evidence IS 'What it was read from';

COMMENT ON TABLE identifiers IS 'Numbers and symbols that State gave the page';
COMMENT ON COLUMN identifiers.document_id IS 'The document';
COMMENT ON COLUMN identifiers.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN identifiers.scheme IS 'Whose number it is: prn (press release), dpb (daily briefing), wp-post, dc …';
COMMENT ON COLUMN identifiers.value IS 'The number alone: 2011/317';
COMMENT ON COLUMN identifiers.as_written IS 'As the page prints it';

COMMENT ON TABLE breadcrumb IS 'The page''s place in the site, as printed';
COMMENT ON COLUMN breadcrumb.document_id IS 'The document';
COMMENT ON COLUMN breadcrumb.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN breadcrumb.text IS 'As printed';
COMMENT ON COLUMN breadcrumb.url IS 'Absolute and original, where the step is a link that can be resolved';

COMMENT ON TABLE dates IS 'Every date that the page states about itself';
COMMENT ON COLUMN dates.document_id IS 'The document';
COMMENT ON COLUMN dates.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN dates.value IS 'EDTF level 0 or 1: 2013-11-19, 2013-11, 2013, 2008/2012, 199X';
COMMENT ON COLUMN dates.precision IS 'How exact the value is';
COMMENT ON COLUMN dates.role IS 'What happened on it: published, updated, delivered …';
COMMENT ON COLUMN dates.evidence IS 'What it was read from';
COMMENT ON COLUMN dates.as_written IS 'As the page prints it';
COMMENT ON COLUMN dates.line IS 'Line in the decoded input';
COMMENT ON COLUMN dates.earliest IS 'First day of the date';
COMMENT ON COLUMN dates.latest IS 'Last day of the date';

COMMENT ON TABLE masthead IS 'Every line between chrome and body, verbatim';
COMMENT ON COLUMN masthead.document_id IS 'The document';
COMMENT ON COLUMN masthead.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN masthead.role IS 'What the line says: title, type, issuer, date …';
COMMENT ON COLUMN masthead.text IS 'The line, verbatim';
COMMENT ON COLUMN masthead.line IS 'Line in the decoded input';

COMMENT ON TABLE sections IS 'The outline in flat order, with all text';
COMMENT ON COLUMN sections.document_id IS 'The document';
COMMENT ON COLUMN sections.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN sections.parent IS 'Position of the nearest earlier section of smaller level, never 0';
COMMENT ON COLUMN sections.level IS 'Rank of the heading: 0 for the lead, else 1-6';
COMMENT ON COLUMN sections.number IS 'As written, closing point off: Section 1, a, II';
COMMENT ON COLUMN sections.heading IS 'Without its number; null for the lead';
COMMENT ON COLUMN sections.line IS 'Line in the decoded input';
COMMENT ON COLUMN sections.nth IS '1, 2 … among the page''s sections of this number and heading';
COMMENT ON COLUMN sections.text_digest IS 'First 32 digits of the SHA-256 of the section''s own text, its blocks joined by line ends';

COMMENT ON TABLE blocks IS 'What stands under the heading, in reading order';
COMMENT ON COLUMN blocks.document_id IS 'The document';
COMMENT ON COLUMN blocks.section IS 'Position of the section';
COMMENT ON COLUMN blocks.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN blocks.kind IS 'What it is';
COMMENT ON COLUMN blocks.text IS 'What it says';
COMMENT ON COLUMN blocks.line IS 'Line in the decoded input';
COMMENT ON COLUMN blocks.ordered IS 'Whether the items are numbered';
COMMENT ON COLUMN blocks.caption IS 'What is printed as its name';
COMMENT ON COLUMN blocks.header_rows IS 'How many rows at the top are headings';
COMMENT ON COLUMN blocks.alt IS 'What stands for the image where it is not shown';
COMMENT ON COLUMN blocks.src IS 'Address of the image, as written';
COMMENT ON COLUMN blocks.rows IS 'How many rows a table has';

COMMENT ON TABLE list_items IS 'Entries of the blocks that are lists';
COMMENT ON COLUMN list_items.document_id IS 'The document';
COMMENT ON COLUMN list_items.section IS 'Position of the section';
COMMENT ON COLUMN list_items.block IS 'Position of the block in its section';
COMMENT ON COLUMN list_items.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN list_items.text IS 'What it says';
COMMENT ON COLUMN list_items.depth IS '0 for the outermost list';
COMMENT ON COLUMN list_items.marker IS 'Mark written as text: a), 1., •';

COMMENT ON TABLE table_cells IS 'Cells of the blocks that are tables';
COMMENT ON COLUMN table_cells.document_id IS 'The document';
COMMENT ON COLUMN table_cells.section IS 'Position of the section';
COMMENT ON COLUMN table_cells.block IS 'Position of the block in its section';
COMMENT ON COLUMN table_cells.row IS 'The row, from 0, in reading order';
COMMENT ON COLUMN table_cells.position IS 'Place in the row, from 0, in reading order';
COMMENT ON COLUMN table_cells.text IS 'What it says; empty where a spanned cell goes on';

COMMENT ON TABLE links IS 'Every address, in reading order';
COMMENT ON COLUMN links.document_id IS 'The document';
COMMENT ON COLUMN links.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN links.text IS 'What is printed for it, blanks at the edges left out; empty where a text does not say what that is';
COMMENT ON COLUMN links.href IS 'As written';
COMMENT ON COLUMN links.url IS 'Absolute and original';
COMMENT ON COLUMN links.kind IS 'Where it leads: state, embassy, government, document, external, email, phone, anchor …';
COMMENT ON COLUMN links.section IS 'Position of the section that it stands in; null in the masthead';
COMMENT ON COLUMN links.block IS 'Position of the block in its section; null in a heading or the masthead';
COMMENT ON COLUMN links.start IS 'Where its text begins in the block''s text or the heading, in code points';
COMMENT ON COLUMN links.stop IS 'Where its text ends';
COMMENT ON COLUMN links.line IS 'Line in the decoded input';
COMMENT ON COLUMN links.host IS 'Host of `url`, in lower case';

COMMENT ON TABLE date_mentions IS 'Calendar dates in headings, prose and cells';
COMMENT ON COLUMN date_mentions.document_id IS 'The document';
COMMENT ON COLUMN date_mentions.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN date_mentions.value IS 'EDTF level 0 or 1: 2013-11-19, 2013-11, 2013, 2008/2012, 199X';
COMMENT ON COLUMN date_mentions.precision IS 'How exact the value is';
COMMENT ON COLUMN date_mentions.as_written IS 'As the page prints it';
COMMENT ON COLUMN date_mentions.section IS 'Position of the section that it stands in';
COMMENT ON COLUMN date_mentions.block IS 'Position of the block in its section; null in a heading';
COMMENT ON COLUMN date_mentions.start IS 'Where it begins in the block''s text or the heading, in code points';
COMMENT ON COLUMN date_mentions.stop IS 'Where it ends';
COMMENT ON COLUMN date_mentions.earliest IS 'First day of the date';
COMMENT ON COLUMN date_mentions.latest IS 'Last day of the date';

COMMENT ON TABLE facts IS 'Labelled values of a country profile';
COMMENT ON COLUMN facts.document_id IS 'The document';
COMMENT ON COLUMN facts.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN facts.topic IS 'The profile''s part: Geography, People, Economy';
COMMENT ON COLUMN facts.label IS 'What is said: Area, Population';
COMMENT ON COLUMN facts.qualifier IS 'What narrows the label: 2012 est.';
COMMENT ON COLUMN facts.value IS 'What it is, as printed';
COMMENT ON COLUMN facts.section IS 'Position of the section that it stands in';
COMMENT ON COLUMN facts.block IS 'Position of the block in its section';

COMMENT ON TABLE contacts IS 'Posts and offices with their addresses';
COMMENT ON COLUMN contacts.document_id IS 'The document';
COMMENT ON COLUMN contacts.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN contacts.kind IS 'What it is';
COMMENT ON COLUMN contacts.country IS 'Code of the country, as in `countries`';
COMMENT ON COLUMN contacts.name IS 'Name of the post or office';
COMMENT ON COLUMN contacts.address IS 'Lines of the postal or street address';
COMMENT ON COLUMN contacts.emails IS 'E-mail addresses';
COMMENT ON COLUMN contacts.urls IS 'Web addresses';
COMMENT ON COLUMN contacts.officials IS 'Persons at the post';
COMMENT ON COLUMN contacts.blocks IS '[section, block] pairs where it stands';

COMMENT ON TABLE contact_phones IS 'Telephone and fax numbers of the contacts';
COMMENT ON COLUMN contact_phones.document_id IS 'The document';
COMMENT ON COLUMN contact_phones.contact IS 'Position of the contact';
COMMENT ON COLUMN contact_phones.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN contact_phones.kind IS 'What answers there';
COMMENT ON COLUMN contact_phones.as_written IS 'As the page prints it';
COMMENT ON COLUMN contact_phones.e164 IS 'International form: +5112345678; null when it cannot be told';

COMMENT ON TABLE removed IS 'What was left out, each under a named rule';
COMMENT ON COLUMN removed.document_id IS 'The document';
COMMENT ON COLUMN removed.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN removed.rule IS 'Name of the rule by which it was left out';
COMMENT ON COLUMN removed.chars IS 'Non-white characters, all of them';
COMMENT ON COLUMN removed.text IS 'The first 120 characters (all with --keep-removed)';
COMMENT ON COLUMN removed.line IS 'Line in the decoded input';

COMMENT ON TABLE findings IS 'What a person should know about the record';
COMMENT ON COLUMN findings.document_id IS 'The document';
COMMENT ON COLUMN findings.position IS 'Place in the list, from 0, in reading order';
COMMENT ON COLUMN findings.code IS 'What was found; each code has one level';
COMMENT ON COLUMN findings.level IS 'How grave it is';
COMMENT ON COLUMN findings.field IS 'Field of the record that it is about';
COMMENT ON COLUMN findings.message IS 'What was expected and what was found';
COMMENT ON COLUMN findings.line IS 'Line in the decoded input';

COMMENT ON TABLE failures IS 'Pages that could not become documents, and why; damages of an archive by their offset';
COMMENT ON COLUMN failures.origin IS 'Path relative to the input, then #member or #record id; never absolute';
COMMENT ON COLUMN failures.id IS 'The id that the document would have had; for damage, made from the offset';
COMMENT ON COLUMN failures.nth IS '0, 1, 2 … where all before it in the key is the same: some archives hold a record twice';
COMMENT ON COLUMN failures.schema_version IS 'Version of this promise';
COMMENT ON COLUMN failures.url IS 'Original address of the page, where known';
COMMENT ON COLUMN failures.captured_at IS 'When the page was captured (RFC 3339)';
COMMENT ON COLUMN failures.record_id IS 'Identifier of the record in the archive file';
COMMENT ON COLUMN failures."offset" IS 'Place of the damage in the archive file, in bytes';
COMMENT ON COLUMN failures.sha256 IS 'Digest of the captured bytes, where they could be read';
COMMENT ON COLUMN failures.stage IS 'Where on its way the page failed';
COMMENT ON COLUMN failures.error IS 'Class of the error';
COMMENT ON COLUMN failures.message IS 'What was expected and what was found';
COMMENT ON COLUMN failures.line IS 'Line in the decoded input';
COMMENT ON COLUMN failures.converter_name IS 'Name of the program';
COMMENT ON COLUMN failures.converter_version IS 'Version of the program';

COMMENT ON TABLE finding_codes IS 'Every code that a finding can have';
COMMENT ON COLUMN finding_codes.code IS 'The code';
COMMENT ON COLUMN finding_codes.level IS 'How grave it is';
COMMENT ON COLUMN finding_codes.meaning IS 'What it means';

COMMENT ON TABLE manifest IS 'One row for each input page, and what became of it';
COMMENT ON COLUMN manifest.origin IS 'The input page, as in documents.source_origin';
COMMENT ON COLUMN manifest.key IS 'The document''s id; for a failure, the one that it would have had';
COMMENT ON COLUMN manifest.nth IS '0, 1, 2 … where all before it in the key is the same: some archives hold a record twice';
COMMENT ON COLUMN manifest.line IS 'Place among all lines, from 0, in input order';
COMMENT ON COLUMN manifest.sha256 IS 'Digest of the captured bytes';
COMMENT ON COLUMN manifest.outcome IS 'What became of the page';
COMMENT ON COLUMN manifest.reason IS 'Why it is no document';
COMMENT ON COLUMN manifest.id IS 'The document';
COMMENT ON COLUMN manifest.output IS 'Table that its record stands in';
COMMENT ON COLUMN manifest.template IS 'Page design of the document';
COMMENT ON COLUMN manifest.findings IS 'How many findings of each code';

COMMENT ON TABLE captures IS 'What the next run needs to know, so that a page that has not changed need not be converted again';
COMMENT ON COLUMN captures.origin IS 'The input page, as in manifest';
COMMENT ON COLUMN captures.key IS 'As in manifest';
COMMENT ON COLUMN captures.nth IS '0, 1, 2 … where all before it in the key is the same: some archives hold a record twice';
COMMENT ON COLUMN captures.fingerprint IS 'Digest of all that decides the record; empty where unknown';

COMMENT ON TABLE about IS 'What this database is: version of the tables, last run, whether it came to its end';
COMMENT ON COLUMN about.name IS 'What is said';
COMMENT ON COLUMN about.value IS 'What it is';


CREATE VIEW search_texts AS
SELECT id AS document_id, NULL::BIGINT AS section, NULL::BIGINT AS block, 'title' AS part, title AS text
FROM documents WHERE title IS NOT NULL
UNION ALL
SELECT document_id, position, NULL, 'heading', heading FROM sections WHERE heading IS NOT NULL
UNION ALL
SELECT document_id, section, position, kind, text FROM blocks;
COMMENT ON VIEW search_texts IS 'Titles, headings and blocks with their words';
CREATE MACRO words_of(text) AS
    list_filter(string_split_regex(lower(strip_accents(text)), '[^\p{L}\p{N}]+'), lambda word : word <> '');
-- What stands in double quotes, if it is more than a word
CREATE MACRO phrases_of(words) AS
    list_filter(regexp_extract_all(words, '"([^"]*)"', 1), lambda phrase : len(words_of(phrase)) > 1);
-- Needs no extension and no index: reads all texts. Words are found as they are written
CREATE MACRO search_by_scan(words) AS TABLE
    SELECT document_id, section, block, part, text,
           -len(list_filter(found, lambda word : list_contains(wanted, word))) / (20 + len(found)) AS rank
    FROM (SELECT *, words_of(text) AS found, words_of(words) AS wanted FROM search_texts) AS texts
    WHERE len(wanted) > 0 AND list_has_all(found, wanted)
      AND CASE WHEN len(phrases_of(words)) = 0 THEN TRUE
               ELSE len(list_filter(phrases_of(words), lambda phrase : NOT contains(
                        ' ' || array_to_string(found, ' ') || ' ', ' ' || array_to_string(words_of(phrase), ' ') || ' '
                    ))) = 0
          END;
-- At the end of a run it gets another body, which asks the full-text index, if that could be made
CREATE MACRO search(words) AS TABLE SELECT * FROM search_by_scan(words);

CREATE VIEW document_years AS
SELECT d.id AS document_id,
       CASE WHEN regexp_full_match(d.series_edition, '[0-9]{4}') THEN CAST(d.series_edition AS BIGINT)
            WHEN d.published_earliest IS NOT NULL THEN CAST(extract(YEAR FROM d.published_earliest) AS BIGINT) END AS year
FROM documents d;
COMMENT ON VIEW document_years IS 'The year that a page speaks for: that of its edition, else that of its date';

CREATE VIEW country_documents AS
SELECT c.code AS country_code, c.name AS country, y.year, d.published, d.document_type_slug AS document_type,
       d.title, d.url, d.page_key, d.id AS document_id
FROM countries c
JOIN documents d ON d.id = c.document_id
JOIN document_years y ON y.document_id = d.id;
COMMENT ON VIEW country_documents IS 'Every page with each country that it is about, its year and its kind';

CREATE VIEW fact_sheets AS
SELECT country_code, country, year, published, title, url, page_key, document_id
FROM country_documents
WHERE document_type = 'fact-sheet';
COMMENT ON VIEW fact_sheets IS 'Fact sheets by country and year';

CREATE VIEW section_ends AS
SELECT s.document_id, s.position,
       coalesce((SELECT min(n.position) FROM sections n
                 WHERE n.document_id = s.document_id AND n.position > s.position AND n.level <= s.level),
                (SELECT max(m.position) + 1 FROM sections m WHERE m.document_id = s.document_id)) AS stop
FROM sections s;
COMMENT ON VIEW section_ends IS 'Where each section ends, with everything under it: the position of the first section behind it';

CREATE VIEW section_texts AS
SELECT s.document_id, s.position AS section, s.level, s.number, s.heading,
       (SELECT string_agg(b.text, chr(10) ORDER BY b.position) FROM blocks b WHERE b.document_id = s.document_id AND b.section = s.position) AS text
FROM sections s;
COMMENT ON VIEW section_texts IS 'Sections with their own text';

CREATE VIEW whole_sections AS
SELECT e.document_id, e.position AS section, s.level, s.number, s.heading,
       (SELECT string_agg(t.text, chr(10) ORDER BY t.section, t.block) FROM (
           SELECT h.position AS section, -1 AS block,
                  CASE WHEN h.number IS NULL THEN h.heading WHEN h.heading IS NULL THEN h.number
                       ELSE h.number || '. ' || h.heading END AS text
           FROM sections h
           WHERE h.document_id = e.document_id AND h.position > e.position AND h.position < e.stop
           UNION ALL
           SELECT b.section, b.position, b.text FROM blocks b
           WHERE b.document_id = e.document_id AND b.section >= e.position AND b.section < e.stop) t) AS text
FROM section_ends e
JOIN sections s ON s.document_id = e.document_id AND s.position = e.position;
COMMENT ON VIEW whole_sections IS 'Sections with the text of everything under them, headings among it';

CREATE VIEW named_sections AS
SELECT s.heading, s.number, c.code AS country_code, c.name AS country, d.series_name AS series,
       d.series_edition AS edition, y.year, d.title, d.url, s.position AS section, d.id AS document_id
FROM sections s
JOIN documents d ON d.id = s.document_id
JOIN document_years y ON y.document_id = d.id
LEFT JOIN countries c ON c.document_id = d.id
WHERE s.heading IS NOT NULL;
COMMENT ON VIEW named_sections IS 'Sections by heading, over all countries and editions';

CREATE VIEW host_links AS
SELECT l.host, l.kind, l.url AS link_url, l.text, d.title, d.url, l.section, l.block, d.id AS document_id
FROM links l
JOIN documents d ON d.id = l.document_id
WHERE l.host IS NOT NULL;
COMMENT ON VIEW host_links IS 'Links by the host that they lead to';

CREATE VIEW undated_documents AS
SELECT d.id AS document_id, d.title, d.url, d.template_name AS template, f.code, f.message,
       (SELECT string_agg(x.role || ' ' || x.value, chr(10) ORDER BY x.position) FROM dates x WHERE x.document_id = d.id) AS other_dates
FROM documents d
LEFT JOIN findings f ON f.document_id = d.id AND f.code LIKE 'date-%'
WHERE d.published_earliest IS NULL;
COMMENT ON VIEW undated_documents IS 'Pages without a date, and what is known of why';

CREATE VIEW template_findings AS
SELECT d.template_name AS template, f.code, f.level, m.meaning,
       count(DISTINCT d.id) AS documents, count(*) AS findings
FROM findings f
JOIN documents d ON d.id = f.document_id
LEFT JOIN finding_codes m ON m.code = f.code
GROUP BY d.template_name, f.code, f.level, m.meaning;
COMMENT ON VIEW template_findings IS 'How often each finding was made on the pages of each design';

CREATE VIEW editions AS
SELECT 'capture' AS kind, document_id, previous_id FROM (
    SELECT d.id AS document_id, lag(d.id) OVER w AS previous_id, d.content_sha256,
           lag(d.content_sha256) OVER w AS previous_sha256
    FROM documents d WHERE d.page_key IS NOT NULL
    WINDOW w AS (PARTITION BY d.page_key
                 ORDER BY coalesce(d.source_captured_at, CAST(d.published_latest AS VARCHAR), ''), d.id)
) captures
WHERE previous_id IS NOT NULL AND content_sha256 <> previous_sha256
UNION ALL
SELECT 'series', document_id, previous_id FROM (
    SELECT d.id AS document_id, d.series_edition AS edition,
           lag(d.id) OVER w AS previous_id, lag(d.series_edition) OVER w AS previous_edition
    FROM documents d
    JOIN countries c ON c.document_id = d.id AND c.position = 0
    WHERE d.series_name IS NOT NULL AND d.series_edition IS NOT NULL
    WINDOW w AS (PARTITION BY d.series_name, c.name ORDER BY d.series_edition, d.id)
) parts
WHERE previous_id IS NOT NULL AND edition <> previous_edition;
COMMENT ON VIEW editions IS 'Each page with the one before it: an earlier capture of the same page, or the series'' earlier edition on a country';

CREATE VIEW section_names AS
SELECT s.document_id, s.position AS section, coalesce(s.number, '') AS number, coalesce(s.heading, '') AS heading,
       (SELECT string_agg(b.text, chr(10) ORDER BY b.position) FROM blocks b WHERE b.document_id = s.document_id AND b.section = s.position) AS text,
       s.nth
FROM sections s;
COMMENT ON VIEW section_names IS 'Sections by the name that they have in every edition; `nth` tells those of one name in one page apart';

CREATE VIEW edition_changes AS
SELECT e.kind, e.document_id, e.previous_id, CASE WHEN o.document_id IS NULL THEN 'added' ELSE 'rewritten' END AS change,
       coalesce(n.number, '') AS number, coalesce(n.heading, '') AS heading,
       (SELECT string_agg(b.text, chr(10) ORDER BY b.position) FROM blocks b WHERE b.document_id = o.document_id AND b.section = o.position) AS text_before,
       (SELECT string_agg(b.text, chr(10) ORDER BY b.position) FROM blocks b WHERE b.document_id = n.document_id AND b.section = n.position) AS text_after,
       d.page_key, d.title
FROM editions e
JOIN documents d ON d.id = e.document_id
JOIN sections n ON n.document_id = e.document_id
LEFT JOIN sections o ON o.document_id = e.previous_id AND o.nth = n.nth
    AND coalesce(o.number, '') = coalesce(n.number, '') AND coalesce(o.heading, '') = coalesce(n.heading, '')
WHERE o.document_id IS NULL OR o.text_digest <> n.text_digest
UNION ALL
SELECT e.kind, e.document_id, e.previous_id, 'removed', coalesce(o.number, ''), coalesce(o.heading, ''),
       (SELECT string_agg(b.text, chr(10) ORDER BY b.position) FROM blocks b WHERE b.document_id = o.document_id AND b.section = o.position),
       NULL, d.page_key, d.title
FROM editions e
JOIN documents d ON d.id = e.document_id
JOIN sections o ON o.document_id = e.previous_id
LEFT JOIN sections n ON n.document_id = e.document_id AND n.nth = o.nth
    AND coalesce(n.number, '') = coalesce(o.number, '') AND coalesce(n.heading, '') = coalesce(o.heading, '')
WHERE n.document_id IS NULL;
COMMENT ON VIEW edition_changes IS 'Sections that one edition has and the one before has not, or has otherwise';

CREATE VIEW contact_list AS
SELECT k.country AS country_code, k.kind, k.name, k.address,
       (SELECT string_agg(p.kind || ' ' || coalesce(p.e164, p.as_written), chr(10) ORDER BY p.position) FROM contact_phones p WHERE p.document_id = k.document_id AND p.contact = k.position) AS phones,
       k.emails, k.urls, k.officials, d.published, d.title, d.url, d.id AS document_id
FROM contacts k
JOIN documents d ON d.id = k.document_id;
COMMENT ON VIEW contact_list IS 'Posts and offices with their numbers in one line, newest page first';

CREATE VIEW country_facts AS
SELECT c.code AS country_code, c.name AS country, y.year, f.topic, f.label, f.qualifier, f.value,
       d.published, d.title, d.url, d.id AS document_id
FROM facts f
JOIN documents d ON d.id = f.document_id
JOIN document_years y ON y.document_id = d.id
LEFT JOIN countries c ON c.document_id = d.id;
COMMENT ON VIEW country_facts IS 'Facts of country profiles over countries and years';

CREATE VIEW orphans AS
SELECT 'issuers' AS child, 'documents' AS parent, c.document_id, count(*) AS orphans
FROM issuers c
WHERE NOT EXISTS (SELECT 1 FROM documents p WHERE p.id = c.document_id)
GROUP BY c.document_id
UNION ALL
SELECT 'speakers' AS child, 'documents' AS parent, c.document_id, count(*) AS orphans
FROM speakers c
WHERE NOT EXISTS (SELECT 1 FROM documents p WHERE p.id = c.document_id)
GROUP BY c.document_id
UNION ALL
SELECT 'places' AS child, 'documents' AS parent, c.document_id, count(*) AS orphans
FROM places c
WHERE NOT EXISTS (SELECT 1 FROM documents p WHERE p.id = c.document_id)
GROUP BY c.document_id
UNION ALL
SELECT 'countries' AS child, 'documents' AS parent, c.document_id, count(*) AS orphans
FROM countries c
WHERE NOT EXISTS (SELECT 1 FROM documents p WHERE p.id = c.document_id)
GROUP BY c.document_id
UNION ALL
SELECT 'subjects' AS child, 'documents' AS parent, c.document_id, count(*) AS orphans
FROM subjects c
WHERE NOT EXISTS (SELECT 1 FROM documents p WHERE p.id = c.document_id)
GROUP BY c.document_id
UNION ALL
SELECT 'identifiers' AS child, 'documents' AS parent, c.document_id, count(*) AS orphans
FROM identifiers c
WHERE NOT EXISTS (SELECT 1 FROM documents p WHERE p.id = c.document_id)
GROUP BY c.document_id
UNION ALL
SELECT 'breadcrumb' AS child, 'documents' AS parent, c.document_id, count(*) AS orphans
FROM breadcrumb c
WHERE NOT EXISTS (SELECT 1 FROM documents p WHERE p.id = c.document_id)
GROUP BY c.document_id
UNION ALL
SELECT 'dates' AS child, 'documents' AS parent, c.document_id, count(*) AS orphans
FROM dates c
WHERE NOT EXISTS (SELECT 1 FROM documents p WHERE p.id = c.document_id)
GROUP BY c.document_id
UNION ALL
SELECT 'masthead' AS child, 'documents' AS parent, c.document_id, count(*) AS orphans
FROM masthead c
WHERE NOT EXISTS (SELECT 1 FROM documents p WHERE p.id = c.document_id)
GROUP BY c.document_id
UNION ALL
SELECT 'sections' AS child, 'documents' AS parent, c.document_id, count(*) AS orphans
FROM sections c
WHERE NOT EXISTS (SELECT 1 FROM documents p WHERE p.id = c.document_id)
GROUP BY c.document_id
UNION ALL
SELECT 'sections' AS child, 'sections' AS parent, c.document_id, count(*) AS orphans
FROM sections c
WHERE c.parent IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sections p WHERE p.document_id = c.document_id AND p.position = c.parent)
GROUP BY c.document_id
UNION ALL
SELECT 'blocks' AS child, 'sections' AS parent, c.document_id, count(*) AS orphans
FROM blocks c
WHERE NOT EXISTS (SELECT 1 FROM sections p WHERE p.document_id = c.document_id AND p.position = c.section)
GROUP BY c.document_id
UNION ALL
SELECT 'list_items' AS child, 'blocks' AS parent, c.document_id, count(*) AS orphans
FROM list_items c
WHERE NOT EXISTS (SELECT 1 FROM blocks p WHERE p.document_id = c.document_id AND p.section = c.section AND p.position = c.block)
GROUP BY c.document_id
UNION ALL
SELECT 'table_cells' AS child, 'blocks' AS parent, c.document_id, count(*) AS orphans
FROM table_cells c
WHERE NOT EXISTS (SELECT 1 FROM blocks p WHERE p.document_id = c.document_id AND p.section = c.section AND p.position = c.block)
GROUP BY c.document_id
UNION ALL
SELECT 'links' AS child, 'documents' AS parent, c.document_id, count(*) AS orphans
FROM links c
WHERE NOT EXISTS (SELECT 1 FROM documents p WHERE p.id = c.document_id)
GROUP BY c.document_id
UNION ALL
SELECT 'links' AS child, 'sections' AS parent, c.document_id, count(*) AS orphans
FROM links c
WHERE c.section IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sections p WHERE p.document_id = c.document_id AND p.position = c.section)
GROUP BY c.document_id
UNION ALL
SELECT 'links' AS child, 'blocks' AS parent, c.document_id, count(*) AS orphans
FROM links c
WHERE c.section IS NOT NULL AND c.block IS NOT NULL AND NOT EXISTS (SELECT 1 FROM blocks p WHERE p.document_id = c.document_id AND p.section = c.section AND p.position = c.block)
GROUP BY c.document_id
UNION ALL
SELECT 'date_mentions' AS child, 'sections' AS parent, c.document_id, count(*) AS orphans
FROM date_mentions c
WHERE NOT EXISTS (SELECT 1 FROM sections p WHERE p.document_id = c.document_id AND p.position = c.section)
GROUP BY c.document_id
UNION ALL
SELECT 'date_mentions' AS child, 'blocks' AS parent, c.document_id, count(*) AS orphans
FROM date_mentions c
WHERE c.block IS NOT NULL AND NOT EXISTS (SELECT 1 FROM blocks p WHERE p.document_id = c.document_id AND p.section = c.section AND p.position = c.block)
GROUP BY c.document_id
UNION ALL
SELECT 'facts' AS child, 'blocks' AS parent, c.document_id, count(*) AS orphans
FROM facts c
WHERE NOT EXISTS (SELECT 1 FROM blocks p WHERE p.document_id = c.document_id AND p.section = c.section AND p.position = c.block)
GROUP BY c.document_id
UNION ALL
SELECT 'contacts' AS child, 'documents' AS parent, c.document_id, count(*) AS orphans
FROM contacts c
WHERE NOT EXISTS (SELECT 1 FROM documents p WHERE p.id = c.document_id)
GROUP BY c.document_id
UNION ALL
SELECT 'contact_phones' AS child, 'contacts' AS parent, c.document_id, count(*) AS orphans
FROM contact_phones c
WHERE NOT EXISTS (SELECT 1 FROM contacts p WHERE p.document_id = c.document_id AND p.position = c.contact)
GROUP BY c.document_id
UNION ALL
SELECT 'removed' AS child, 'documents' AS parent, c.document_id, count(*) AS orphans
FROM removed c
WHERE NOT EXISTS (SELECT 1 FROM documents p WHERE p.id = c.document_id)
GROUP BY c.document_id
UNION ALL
SELECT 'findings' AS child, 'documents' AS parent, c.document_id, count(*) AS orphans
FROM findings c
WHERE NOT EXISTS (SELECT 1 FROM documents p WHERE p.id = c.document_id)
GROUP BY c.document_id;
COMMENT ON VIEW orphans IS 'Rows that lie under nothing: none, where an engine has foreign keys, and none where only statedocs wrote';

INSERT INTO finding_codes (code, level, meaning) VALUES
    ('base-foreign', 'info', 'The base address names a host other than State''s'),
    ('control-characters', 'info', 'Control characters were taken off while reading'),
    ('country-unknown', 'info', 'A country named by the page is not in the vocabulary'),
    ('date-after-capture', 'warning', 'A date of the page lies after its capture'),
    ('date-before-edition', 'warning', 'The page is dated before the period that it reports on'),
    ('date-conflict', 'warning', 'The page states two publication dates more than two days apart'),
    ('date-impossible', 'warning', 'A date that no calendar has, or not yet come'),
    ('date-letter-digit', 'info', 'A letter stood for a digit in a date'),
    ('date-missing', 'info', 'The page does not say when it was published'),
    ('date-misspelled', 'info', 'A month''s name was misspelled'),
    ('document-type-unknown', 'info', 'The document type is not in the vocabulary'),
    ('encoding-label-wrong', 'info', 'The bytes are valid UTF-8 although a label says otherwise'),
    ('encoding-replaced', 'warning', 'Bytes that the encoding does not have were replaced'),
    ('headings-inferred', 'info', 'Headings were recognised by their looks, not by heading elements'),
    ('issuer-unknown', 'info', 'A bureau or office is not in the vocabulary'),
    ('link-unresolved', 'info', 'An address is relative and the page''s own address is unknown'),
    ('markup-deep', 'warning', 'Nested too deep for the usual reader; read by the tolerant one'),
    ('mojibake', 'warning', 'Text looks encoded twice; kept as it is'),
    ('template-ambiguous', 'error', 'Two or more designs claim the page; read by the generic one'),
    ('template-unknown', 'warning', 'No design claims the page; read by the generic one'),
    ('text-unaccounted', 'error', 'Visible text is neither kept nor removed under a rule'),
    ('title-inferred', 'info', 'The title was read from somewhere other than a title element or the masthead'),
    ('title-missing', 'warning', 'The page says no title of its own');
INSERT INTO about (name, value) VALUES ('tables_version', '1.4');

INSERT INTO documents (id, schema_version, page_key, url, title, description, document_type_slug, document_type_as_written, document_type_evidence, series_name, series_edition, language, published, published_precision, published_role, published_evidence, published_as_written, published_line, accounting_visible, accounting_kept, accounting_removed, accounting_unaccounted, template_name, template_design, template_evidence, content_sha256, source_origin, source_sha256, source_bytes, source_media_type, source_encoding, source_encoding_evidence, source_replaced, source_captured_at, source_url_evidence, source_archive_url, source_record_id, converter_name, converter_version, published_earliest, published_latest) VALUES
    ('0fe7525400e6507f2da85cfe3e780de2', '1.0', 'state.gov/sample-page-with-two-marks', 'https://www.state.gov/sample-page-with-two-marks/', 'A Sample Page With Two Marks', NULL, 'media-note', 'Media Note', 'masthead', NULL, NULL, 'en-US', '2020-06-09', 'day', 'published', 'masthead', 'June 9, 2020', 7, 271, 271, 0, 0, 'generic', NULL, 'claimed by wordpress-press and responsive-2015', '211c6e9d92e3b88ee630fd93cbc0c30480acbcfc2361bfb9e39defc0d9a56832', 'generic/two-designs.html', 'd6dcd81e12c2e723e94e7e666de54869e1a8e1c3d25aeb5df5a21727a76e0f13', 1331, 'text/html', 'utf-8', 'side-car', 0, '2020-06-10T00:00:00Z', 'side-car', NULL, NULL, 'statedocs', '0.1.0', '2020-06-09', '2020-06-09'),
    ('16b013d7ce52f92a3b9f41e3f416201a', '1.0', 'state.gov/reports/2022-sample-report-on-wells/lesotho', 'https://www.state.gov/reports/2022-sample-report-on-wells/lesotho/', '2022 Sample Report on Wells: Lesotho', NULL, 'report', '/reports/2022-sample-report-on-wells/lesotho/', 'url', NULL, NULL, 'en', NULL, NULL, NULL, NULL, NULL, NULL, 538, 396, 142, 0, 'plain-text', 'wordpress', 'no markup; chrome lines of wordpress', '10d3ba293397a4a3f193066994701a10f5ec884e36d51cbabdcb840f619076ad', 'plain-text/one-line-capture.txt', 'a1f31003fc0809a289bedcff2dffced52626dcb6c06a1898be3c9ac3b548ad37', 650, 'text/plain', 'utf-8', 'side-car', 0, '2023-04-01T01:04:01Z', 'side-car', NULL, NULL, 'statedocs', '0.1.0', NULL, NULL),
    ('17bcb6bcd8d537bda2423f87dffe883b', '1.0', 'm.state.gov/md99102.htm', 'http://m.state.gov/md99102.htm', 'San Marino', NULL, 'background-note', 'Background Notes A-Z', 'masthead', NULL, NULL, 'en', '2012-01-31', 'day', 'published', 'masthead', 'January 31, 2012', 9, 857, 738, 119, 0, 'mobile-2009', NULL, '//*[contains(text(),''This is a mobile copy of'')]|//a[contains(@href,''m.state.gov/md'')]', '37ddad8106e75ddc461cd9f3e01bf0704b7a73f0eb58ffde909be38071bddfe7', 'mobile-2009/san-marino.html', 'afb20a87fdbd34b296861f8727268d182869b9252a0a7f4fe3ba2b38725d4178', 1921, 'text/html', 'utf-8', 'side-car', 0, '2012-07-07T07:07:07Z', 'side-car', NULL, NULL, 'statedocs', '0.1.0', '2012-01-31', '2012-01-31'),
    ('25f421ebac0ef28fa393e49ef289e536', '1.0', NULL, NULL, 'Sample Wells and Waterworks, Volume II', NULL, 'report-to-congress', 'Report to Congress', 'masthead', NULL, NULL, 'en', '2000-05-04', 'day', 'published', 'masthead', 'May 4, 2000', 21, 888, 330, 558, 0, 'archive-1997', NULL, '#archivebanner, .dos_archive_left1997', 'f93322fa066d685501b660ca8dab6d95055384a7164820669edd397a45cd0eef', 'archive-1997/sample-wells-table.html', 'e15db535d9a2721c085621a0d85a12dd5fe16293cfd0c8a5797f3eb9ca0905d3', 5195, 'text/html', 'utf-8', 'detected', 0, NULL, NULL, NULL, NULL, 'statedocs', '0.1.0', '2000-05-04', '2000-05-04'),
    ('6c0228decec2658e90ea41a222486080', '1.0', 'state.gov/remarks-at-a-sample-dialogue-with-peru', 'https://www.state.gov/remarks-at-a-sample-dialogue-with-peru/', 'Remarks at a Sample Dialogue With Peru', 'A sample post, written for this project.', 'remarks', 'Remarks at a Sample Dialogue With Peru', 'title', NULL, NULL, 'en', '2017-03-03', 'day', 'published', 'meta', '2017-03-04T00:14:01+00:00', NULL, 254, 254, 0, 0, 'feed-item', NULL, '//meta[@name=''generator''][@content=''statedocs feed-item'']', '905a3d935cee1efbf78544f9cfff208fa179387d9335292a536133344a2ec5aa', 'feed-item/remarks.html', '08db94057ae637f5320f566113108f039f484604a52e19641384e3629b1dca6c', 1185, 'text/html', 'utf-8', 'side-car', 0, '2021-02-01T00:00:00Z', 'side-car', NULL, NULL, 'statedocs', '0.1.0', '2017-03-03', '2017-03-03'),
    ('ff9985e81b8a005481aa46421218c889', '1.0', NULL, NULL, 'BACKGROUND NOTES: MALI, APRIL 1993', NULL, 'background-note', 'BACKGROUND NOTES: MALI, APRIL 1993', 'title', 'Background Notes', 'APRIL 1993', 'en', '1993-04', 'month', 'published', 'masthead', 'APRIL 1993', 6, 1017, 994, 23, 0, 'plain-text', NULL, 'no markup', 'ec8666b5d8279b47804984eb8cce810d0f28f394492da65c9744520dbe229251', 'plain-text/mali-1993-cdrom.txt', '1f406c6797106b9ff3c94224aca81a89fca219946418bad2b85b6cbff0868c23', 1227, 'text/plain', 'utf-8', 'detected', 0, NULL, NULL, NULL, NULL, 'statedocs', '0.1.0', '1993-04-01', '1993-04-30');

INSERT INTO issuers (document_id, position, name, code, as_written, evidence) VALUES
    ('16b013d7ce52f92a3b9f41e3f416201a', 0, 'Bureau of African Affairs', 'AF', 'Bureau of African Affairs', 'masthead'),
    ('17bcb6bcd8d537bda2423f87dffe883b', 0, 'Bureau of European and Eurasian Affairs', 'EUR', 'Bureau of European and Eurasian Affairs', 'masthead'),
    ('6c0228decec2658e90ea41a222486080', 0, 'Office of the Spokesperson', NULL, 'Office of the Spokesperson', 'masthead'),
    ('ff9985e81b8a005481aa46421218c889', 0, 'Bureau of Public Affairs', 'PA', 'BUREAU OF PUBLIC AFFAIRS', 'masthead');

INSERT INTO countries (document_id, position, code, name, as_written, evidence) VALUES
    ('16b013d7ce52f92a3b9f41e3f416201a', 0, 'LS', 'Lesotho', '/reports/2022-sample-report-on-wells/lesotho/', 'url'),
    ('17bcb6bcd8d537bda2423f87dffe883b', 0, 'SM', 'San Marino', 'San Marino', 'title'),
    ('6c0228decec2658e90ea41a222486080', 0, 'PE', 'Peru', 'state_countries_and_areas-peru', 'class'),
    ('ff9985e81b8a005481aa46421218c889', 0, 'ML', 'Mali', 'MALI', 'title');

INSERT INTO subjects (document_id, position, term, scheme, evidence) VALUES
    ('6c0228decec2658e90ea41a222486080', 0, 'Trade', 'DC_subject', 'meta');

INSERT INTO identifiers (document_id, position, scheme, value, as_written) VALUES
    ('25f421ebac0ef28fa393e49ef289e536', 0, 'volume', 'II', 'Volume II'),
    ('6c0228decec2658e90ea41a222486080', 0, 'wp-post', '77', 'post-77');

INSERT INTO breadcrumb (document_id, position, text, url) VALUES
    ('16b013d7ce52f92a3b9f41e3f416201a', 0, 'Home', NULL),
    ('16b013d7ce52f92a3b9f41e3f416201a', 1, 'Reports', NULL),
    ('16b013d7ce52f92a3b9f41e3f416201a', 2, 'Sample Well Reports...', NULL),
    ('16b013d7ce52f92a3b9f41e3f416201a', 3, '2022 Sample Report on Wells: Lesotho', NULL);

INSERT INTO dates (document_id, position, value, precision, role, evidence, as_written, line, earliest, latest) VALUES
    ('0fe7525400e6507f2da85cfe3e780de2', 0, '2020-06-09', 'day', 'published', 'masthead', 'June 9, 2020', 7, '2020-06-09', '2020-06-09'),
    ('0fe7525400e6507f2da85cfe3e780de2', 1, '2020-06-10', 'day', 'captured', 'archive', '2020-06-10T00:00:00Z', NULL, '2020-06-10', '2020-06-10'),
    ('16b013d7ce52f92a3b9f41e3f416201a', 0, '2023-04-01', 'day', 'captured', 'archive', '2023-04-01T01:04:01Z', NULL, '2023-04-01', '2023-04-01'),
    ('17bcb6bcd8d537bda2423f87dffe883b', 0, '2012-01-31', 'day', 'published', 'masthead', 'January 31, 2012', 9, '2012-01-31', '2012-01-31'),
    ('17bcb6bcd8d537bda2423f87dffe883b', 1, '2012-07-07', 'day', 'captured', 'archive', '2012-07-07T07:07:07Z', NULL, '2012-07-07', '2012-07-07'),
    ('25f421ebac0ef28fa393e49ef289e536', 0, '2000-05-04', 'day', 'published', 'masthead', 'May 4, 2000', 21, '2000-05-04', '2000-05-04'),
    ('6c0228decec2658e90ea41a222486080', 0, '2017-03-03', 'day', 'published', 'meta', '2017-03-04T00:14:01+00:00', NULL, '2017-03-03', '2017-03-03'),
    ('6c0228decec2658e90ea41a222486080', 1, '2021-01-20', 'day', 'updated', 'meta', '2021-01-20T00:00:00+00:00', NULL, '2021-01-20', '2021-01-20'),
    ('6c0228decec2658e90ea41a222486080', 2, '2021-02-01', 'day', 'captured', 'archive', '2021-02-01T00:00:00Z', NULL, '2021-02-01', '2021-02-01'),
    ('ff9985e81b8a005481aa46421218c889', 0, '1993-04', 'month', 'published', 'title', 'APRIL 1993', 1, '1993-04-01', '1993-04-30'),
    ('ff9985e81b8a005481aa46421218c889', 1, '1993-04', 'month', 'published', 'masthead', 'APRIL 1993', 6, '1993-04-01', '1993-04-30');

INSERT INTO masthead (document_id, position, role, text, line) VALUES
    ('0fe7525400e6507f2da85cfe3e780de2', 0, 'title', 'A Sample Page With Two Marks', 6),
    ('0fe7525400e6507f2da85cfe3e780de2', 1, 'type', 'Media Note', 7),
    ('0fe7525400e6507f2da85cfe3e780de2', 2, 'date', 'June 9, 2020', 7),
    ('16b013d7ce52f92a3b9f41e3f416201a', 0, 'title', '2022 Sample Report on Wells: Lesotho', 1),
    ('16b013d7ce52f92a3b9f41e3f416201a', 1, 'issuer', 'Bureau of African Affairs', 1),
    ('17bcb6bcd8d537bda2423f87dffe883b', 0, 'date', 'January 31, 2012', 9),
    ('17bcb6bcd8d537bda2423f87dffe883b', 1, 'issuer', 'Bureau of European and Eurasian Affairs', 10),
    ('17bcb6bcd8d537bda2423f87dffe883b', 2, 'note', 'For the most current version of this Note, see Background Notes A-Z.', 11),
    ('25f421ebac0ef28fa393e49ef289e536', 0, 'title', 'Sample Wells and', 21),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 'title', 'Waterworks, Volume II', 21),
    ('25f421ebac0ef28fa393e49ef289e536', 2, 'type', 'Report to Congress, May 4, 2000', 21),
    ('6c0228decec2658e90ea41a222486080', 0, 'title', 'Remarks at a Sample Dialogue With Peru', 10),
    ('6c0228decec2658e90ea41a222486080', 1, 'issuer', 'Office of the Spokesperson', 11),
    ('ff9985e81b8a005481aa46421218c889', 0, 'title', 'BACKGROUND NOTES: MALI, APRIL 1993', 1),
    ('ff9985e81b8a005481aa46421218c889', 1, 'issuer', 'PUBLISHED BY THE BUREAU OF PUBLIC AFFAIRS', 2),
    ('ff9985e81b8a005481aa46421218c889', 2, 'other', 'J', 4),
    ('ff9985e81b8a005481aa46421218c889', 3, 'date', 'APRIL 1993', 6);

INSERT INTO sections (document_id, position, parent, level, number, heading, line, nth, text_digest) VALUES
    ('0fe7525400e6507f2da85cfe3e780de2', 0, NULL, 0, NULL, NULL, NULL, 1, '7acfc1462e8754f951c4383a7392886f'),
    ('0fe7525400e6507f2da85cfe3e780de2', 1, NULL, 2, NULL, 'An Older Sample Page', 10, 1, '8c3fe414a401b3ddce4038e84a5a1589'),
    ('0fe7525400e6507f2da85cfe3e780de2', 2, 1, 3, NULL, 'Why', 12, 1, 'd5dfdcf14823899b1749bda678d296d3'),
    ('16b013d7ce52f92a3b9f41e3f416201a', 0, NULL, 0, NULL, NULL, NULL, 1, 'e3b0c44298fc1c149afbf4c8996fb924'),
    ('16b013d7ce52f92a3b9f41e3f416201a', 1, NULL, 2, NULL, 'Executive Summary', 1, 1, '87239bbae6ed42ff746694012b1919cf'),
    ('16b013d7ce52f92a3b9f41e3f416201a', 2, 1, 3, 'Section 1', 'Wells Dug', 1, 1, 'd23350833c93334426becbea8c0fa971'),
    ('16b013d7ce52f92a3b9f41e3f416201a', 3, 1, 3, 'Section 2', 'Wells Filled', 1, 1, '683fd2f7b42e28ee1f2949fbb1766eb6'),
    ('17bcb6bcd8d537bda2423f87dffe883b', 0, NULL, 0, NULL, NULL, NULL, 1, 'e3b0c44298fc1c149afbf4c8996fb924'),
    ('17bcb6bcd8d537bda2423f87dffe883b', 1, NULL, 2, NULL, 'PROFILE', 12, 1, '1e2917f5929b1350c1c0047aba1abd6c'),
    ('17bcb6bcd8d537bda2423f87dffe883b', 2, 1, 3, NULL, 'Geography', 15, 1, '11987e3ecefcf4b41394fd1f9f7f605b'),
    ('17bcb6bcd8d537bda2423f87dffe883b', 3, 1, 3, NULL, 'People', 19, 1, '2f27999d171c0fa3953c4fbd4db78fbf'),
    ('17bcb6bcd8d537bda2423f87dffe883b', 4, 1, 3, NULL, 'Government', 24, 1, '6c2507bc80365677202a08f73035b5d1'),
    ('17bcb6bcd8d537bda2423f87dffe883b', 5, NULL, 2, NULL, 'U.S. RELATIONS', 27, 1, '00ae6d14ef4b55930646fb850bafe67a'),
    ('25f421ebac0ef28fa393e49ef289e536', 0, NULL, 0, NULL, NULL, NULL, 1, 'e3b0c44298fc1c149afbf4c8996fb924'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, NULL, 2, NULL, 'Africa Region', 27, 1, '86ffa502230f67ab4498e5e3683e18fe'),
    ('6c0228decec2658e90ea41a222486080', 0, NULL, 0, NULL, NULL, NULL, 1, 'fc9d5dc98362e141fb10d272c642bbfa'),
    ('6c0228decec2658e90ea41a222486080', 1, NULL, 2, NULL, 'Trade', 13, 1, '0150157997511aedca578dcb568bc168'),
    ('ff9985e81b8a005481aa46421218c889', 0, NULL, 0, NULL, NULL, NULL, 1, 'ade5ad9bb7c9b5c4756ca81bed215e68'),
    ('ff9985e81b8a005481aa46421218c889', 1, NULL, 2, NULL, 'Geography', 11, 1, '21be60f124ae21ee14589bcfe923d82b'),
    ('ff9985e81b8a005481aa46421218c889', 2, NULL, 2, NULL, 'People', 19, 1, 'e55e89714bc53e60f1a26a1f04eb7d7c'),
    ('ff9985e81b8a005481aa46421218c889', 3, NULL, 2, NULL, 'Government', 23, 1, 'b9780f4eb19cbca3b4baecbd2409da74'),
    ('ff9985e81b8a005481aa46421218c889', 4, 3, 3, NULL, 'J', 29, 1, 'e3b0c44298fc1c149afbf4c8996fb924'),
    ('ff9985e81b8a005481aa46421218c889', 5, 3, 3, NULL, 'THE LAND', 30, 1, 'ad9efbe9c96527e184aa5ec1160ab865');

INSERT INTO blocks (document_id, section, position, kind, text, line, ordered, caption, header_rows, alt, src, rows) VALUES
    ('0fe7525400e6507f2da85cfe3e780de2', 0, 0, 'paragraph', 'This sample, written for this project, carries the marks of two designs: a press page, and inside it a whole page of the years 2015 to 2018. Neither is believed.', 9, NULL, NULL, NULL, NULL, NULL, NULL),
    ('0fe7525400e6507f2da85cfe3e780de2', 1, 0, 'paragraph', 'Bureau of Energy Resources', 11, NULL, NULL, NULL, NULL, NULL, NULL),
    ('0fe7525400e6507f2da85cfe3e780de2', 1, 1, 'paragraph', 'March 2016', 11, NULL, NULL, NULL, NULL, NULL, NULL),
    ('0fe7525400e6507f2da85cfe3e780de2', 2, 0, 'paragraph', 'Somebody pasted one page into another on June 8, 2020.', 12, NULL, NULL, NULL, NULL, NULL, NULL),
    ('16b013d7ce52f92a3b9f41e3f416201a', 1, 0, 'paragraph', 'This report is a sample written for this project, all on one line. In 2022 eleven wells were dug and two were filled.', 1, NULL, NULL, NULL, NULL, NULL, NULL),
    ('16b013d7ce52f92a3b9f41e3f416201a', 2, 0, 'paragraph', 'a. In the Lowlands Eight wells were dug between March 3 and April 30, 2022. b. In the Highlands Three were dug; the deepest is 41 meters.', 1, NULL, NULL, NULL, NULL, NULL, NULL),
    ('16b013d7ce52f92a3b9f41e3f416201a', 3, 0, 'paragraph', 'Two wells were filled, the second on November 19, 2022.', 1, NULL, NULL, NULL, NULL, NULL, NULL),
    ('16b013d7ce52f92a3b9f41e3f416201a', 3, 1, 'paragraph', 'Tags', 1, NULL, NULL, NULL, NULL, NULL, NULL),
    ('16b013d7ce52f92a3b9f41e3f416201a', 3, 2, 'paragraph', 'Bureau of African Affairs Lesotho Wells', 1, NULL, NULL, NULL, NULL, NULL, NULL),
    ('17bcb6bcd8d537bda2423f87dffe883b', 1, 0, 'paragraph', 'OFFICIAL NAME:
Republic of San Marino', 13, NULL, NULL, NULL, NULL, NULL, NULL),
    ('17bcb6bcd8d537bda2423f87dffe883b', 1, 1, 'paragraph', '[This mobile page is a sample written for this project; its facts are not those of San Marino.]', 14, NULL, NULL, NULL, NULL, NULL, NULL),
    ('17bcb6bcd8d537bda2423f87dffe883b', 2, 0, 'paragraph', 'Area: 61 sq. km. (24 sq. mi.).
Cities: Capital--San Marino (pop. 4,500). Other cities--Serravalle, Borgo Maggiore.
Terrain: One mountain.', 15, NULL, NULL, NULL, NULL, NULL, NULL),
    ('17bcb6bcd8d537bda2423f87dffe883b', 3, 0, 'paragraph', 'Nationality: Noun--Sammarinese (sing. and pl.).
Population (2011 est.): 32,000.
Education (free through high school): Years compulsory--10.', 19, NULL, NULL, NULL, NULL, NULL, NULL),
    ('17bcb6bcd8d537bda2423f87dffe883b', 4, 0, 'paragraph', 'Type: Republic since September 3, 301.
Branches: Executive--two Sample Captains (six months each). Legislative--Sample Council (60).', 24, NULL, NULL, NULL, NULL, NULL, NULL),
    ('17bcb6bcd8d537bda2423f87dffe883b', 5, 0, 'paragraph', 'The United States has an honorary sample consul. San Marino''s embassy is at 500 Sample Street, NW, Washington, DC 20000, tel. 202-555-0195.', 28, NULL, NULL, NULL, NULL, NULL, NULL),
    ('25f421ebac0ef28fa393e49ef289e536', 0, 0, 'figure', '', 18, NULL, NULL, NULL, 'Department Seal', '/images/dosthumb.gif', NULL),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 0, 'figure', '', 25, NULL, NULL, NULL, 'Flag Bar', '/images/bluebar.gif', NULL),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 1, 'paragraph', 'This table is a sample written for this project; no such wells were dug.', 29, NULL, NULL, NULL, NULL, NULL, NULL),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 'table', 'Mali, Sample Well-Digging, FY 99
WELL DIGGING (BASIC)	1	$1,100
ROPE & PULLEY	2	$2,200
PUMP CARE	3	$3,300
Program Totals:	6	$6,600
Niger, Sample Well-Digging, FY 00
WELL DIGGING (BASIC)	1	$1,100
ROPE & PULLEY	2	$2,200
Program Totals:	3	$3,300', 32, NULL, NULL, 0, NULL, NULL, 9),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 3, 'figure', '', 51, NULL, NULL, NULL, 'Flag Bar', '/images/bluebar.gif', NULL),
    ('6c0228decec2658e90ea41a222486080', 0, 0, 'paragraph', 'MR. SAMPLE: Good morning. This is a sample post, written for this project and not by the Department.', 12, NULL, NULL, NULL, NULL, NULL, NULL),
    ('6c0228decec2658e90ea41a222486080', 1, 0, 'paragraph', 'We spoke of trade, which grew in 2016, and will meet again on May 9, 2017.', 14, NULL, NULL, NULL, NULL, NULL, NULL),
    ('6c0228decec2658e90ea41a222486080', 1, 1, 'list', 'Copper and zinc
Fruit and coffee', 15, FALSE, NULL, NULL, NULL, NULL, NULL),
    ('6c0228decec2658e90ea41a222486080', 1, 2, 'quote', 'Nothing of this was ever said.', 19, NULL, NULL, NULL, NULL, NULL, NULL),
    ('ff9985e81b8a005481aa46421218c889', 0, 0, 'paragraph', 'Official Name: Republic of Mali', 7, NULL, NULL, NULL, NULL, NULL, NULL),
    ('ff9985e81b8a005481aa46421218c889', 0, 1, 'paragraph', 'PROFILE', 9, NULL, NULL, NULL, NULL, NULL, NULL),
    ('ff9985e81b8a005481aa46421218c889', 0, 2, 'paragraph', '(', 10, NULL, NULL, NULL, NULL, NULL, NULL),
    ('ff9985e81b8a005481aa46421218c889', 1, 0, 'paragraph', 'Area: 1,240,278 sq. km. (474,764 sq. mi.); about the size of two samples.', 12, NULL, NULL, NULL, NULL, NULL, NULL),
    ('ff9985e81b8a005481aa46421218c889', 1, 1, 'paragraph', 'Cities: Capital--Bamako (pop. 800,000). Other cities--Mopti, Gao, Segou.', 14, NULL, NULL, NULL, NULL, NULL, NULL),
    ('ff9985e81b8a005481aa46421218c889', 1, 2, 'paragraph', 'Terrain: Savannah and desert. Climate: Semi-tropical in the south; arid in the north.', 16, NULL, NULL, NULL, NULL, NULL, NULL),
    ('ff9985e81b8a005481aa46421218c889', 2, 0, 'paragraph', 'Nationality: Noun and adjective--Malian(s). Neighbor: Burkinab .', 20, NULL, NULL, NULL, NULL, NULL, NULL),
    ('ff9985e81b8a005481aa46421218c889', 2, 1, 'paragraph', 'Population (1992 est.): 8.5 million. Density: 7 per sq. km.', 21, NULL, NULL, NULL, NULL, NULL, NULL),
    ('ff9985e81b8a005481aa46421218c889', 3, 0, 'paragraph', 'Type: Republic.', 24, NULL, NULL, NULL, NULL, NULL, NULL),
    ('ff9985e81b8a005481aa46421218c889', 3, 1, 'paragraph', 'Independence: Sept. 22, 1960.', 25, NULL, NULL, NULL, NULL, NULL, NULL),
    ('ff9985e81b8a005481aa46421218c889', 3, 2, 'paragraph', 'Constitution: Approved January 12, 1992.', 26, NULL, NULL, NULL, NULL, NULL, NULL),
    ('ff9985e81b8a005481aa46421218c889', 3, 3, 'paragraph', 'Political parties: Three sample parties.', 27, NULL, NULL, NULL, NULL, NULL, NULL),
    ('ff9985e81b8a005481aa46421218c889', 5, 0, 'paragraph', 'This note is a sample that was written for this project. Between its paragraphs stands what the copying from a disc of 1993 left behind: page feeds, bells and letters that mean nothing.', 32, NULL, NULL, NULL, NULL, NULL, NULL),
    ('ff9985e81b8a005481aa46421218c889', 5, 1, 'paragraph', 'The river is 4,200 kilometers long. In the year 1324 somebody gave away so much gold here that its price fell for ten years.', 37, NULL, NULL, NULL, NULL, NULL, NULL),
    ('ff9985e81b8a005481aa46421218c889', 5, 2, 'table', 'Principal Government Officials
Keeper of the Gold	Awa Example
Keeper of the River	Sira Example', 40, NULL, NULL, 0, NULL, NULL, 3),
    ('ff9985e81b8a005481aa46421218c889', 5, 3, 'paragraph', 'Mali maintains an embassy in the United States at 1200 Sample Street, NW, Washington, DC 20000 (tel. 202-555-0160).', 44, NULL, NULL, NULL, NULL, NULL, NULL);

INSERT INTO list_items (document_id, section, block, position, text, depth, marker) VALUES
    ('6c0228decec2658e90ea41a222486080', 1, 1, 0, 'Copper and zinc', 0, NULL),
    ('6c0228decec2658e90ea41a222486080', 1, 1, 1, 'Fruit and coffee', 0, NULL);

INSERT INTO table_cells (document_id, section, block, row, position, text) VALUES
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 0, 0, 'Mali, Sample Well-Digging, FY 99'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 1, 0, 'WELL DIGGING (BASIC)'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 1, 1, '1'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 1, 2, '$1,100'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 2, 0, 'ROPE & PULLEY'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 2, 1, '2'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 2, 2, '$2,200'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 3, 0, 'PUMP CARE'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 3, 1, '3'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 3, 2, '$3,300'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 4, 0, 'Program Totals:'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 4, 1, '6'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 4, 2, '$6,600'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 5, 0, 'Niger, Sample Well-Digging, FY 00'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 6, 0, 'WELL DIGGING (BASIC)'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 6, 1, '1'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 6, 2, '$1,100'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 7, 0, 'ROPE & PULLEY'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 7, 1, '2'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 7, 2, '$2,200'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 8, 0, 'Program Totals:'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 8, 1, '3'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 2, 8, 2, '$3,300'),
    ('ff9985e81b8a005481aa46421218c889', 5, 2, 0, 0, 'Principal Government Officials'),
    ('ff9985e81b8a005481aa46421218c889', 5, 2, 1, 0, 'Keeper of the Gold'),
    ('ff9985e81b8a005481aa46421218c889', 5, 2, 1, 1, 'Awa Example'),
    ('ff9985e81b8a005481aa46421218c889', 5, 2, 2, 0, 'Keeper of the River'),
    ('ff9985e81b8a005481aa46421218c889', 5, 2, 2, 1, 'Sira Example');

INSERT INTO links (document_id, position, text, href, url, kind, section, block, start, stop, line, host) VALUES
    ('17bcb6bcd8d537bda2423f87dffe883b', 0, 'Background Notes A-Z', '/mc28443.htm', 'http://m.state.gov/mc28443.htm', 'state', NULL, NULL, NULL, NULL, 11, 'm.state.gov'),
    ('17bcb6bcd8d537bda2423f87dffe883b', 1, '202-555-0195', 'tel:2025550195', 'tel:2025550195', 'phone', 5, 0, 126, 138, 28, NULL),
    ('6c0228decec2658e90ea41a222486080', 0, 'trade', '/trade/', 'https://www.state.gov/trade/', 'state', 1, 0, 12, 17, 14, 'www.state.gov');

INSERT INTO date_mentions (document_id, position, value, precision, as_written, section, block, start, stop, earliest, latest) VALUES
    ('0fe7525400e6507f2da85cfe3e780de2', 0, '2015', 'year', '2015', 0, 0, 127, 131, '2015-01-01', '2015-12-31'),
    ('0fe7525400e6507f2da85cfe3e780de2', 1, '2018', 'year', '2018', 0, 0, 135, 139, '2018-01-01', '2018-12-31'),
    ('0fe7525400e6507f2da85cfe3e780de2', 2, '2016-03', 'month', 'March 2016', 1, 1, 0, 10, '2016-03-01', '2016-03-31'),
    ('0fe7525400e6507f2da85cfe3e780de2', 3, '2020-06-08', 'day', 'June 8, 2020', 2, 0, 41, 53, '2020-06-08', '2020-06-08'),
    ('16b013d7ce52f92a3b9f41e3f416201a', 0, '2022', 'year', '2022', 1, 0, 70, 74, '2022-01-01', '2022-12-31'),
    ('16b013d7ce52f92a3b9f41e3f416201a', 1, '2022-04-30', 'day', 'April 30, 2022', 2, 0, 60, 74, '2022-04-30', '2022-04-30'),
    ('16b013d7ce52f92a3b9f41e3f416201a', 2, '2022-11-19', 'day', 'November 19, 2022', 3, 0, 37, 54, '2022-11-19', '2022-11-19'),
    ('17bcb6bcd8d537bda2423f87dffe883b', 0, '2011', 'year', '2011', 3, 0, 60, 64, '2011-01-01', '2011-12-31'),
    ('25f421ebac0ef28fa393e49ef289e536', 0, '1998-10/1999-09', 'fiscal-year', 'FY 99', 1, 2, 27, 32, '1998-10-01', '1999-09-30'),
    ('25f421ebac0ef28fa393e49ef289e536', 1, '1999-10/2000-09', 'fiscal-year', 'FY 00', 1, 2, 158, 163, '1999-10-01', '2000-09-30'),
    ('6c0228decec2658e90ea41a222486080', 0, '2016', 'year', '2016', 1, 0, 33, 37, '2016-01-01', '2016-12-31'),
    ('6c0228decec2658e90ea41a222486080', 1, '2017-05-09', 'day', 'May 9, 2017', 1, 0, 62, 73, '2017-05-09', '2017-05-09'),
    ('ff9985e81b8a005481aa46421218c889', 0, '1992', 'year', '1992', 2, 1, 12, 16, '1992-01-01', '1992-12-31'),
    ('ff9985e81b8a005481aa46421218c889', 1, '1960-09-22', 'day', 'Sept. 22, 1960', 3, 1, 14, 28, '1960-09-22', '1960-09-22'),
    ('ff9985e81b8a005481aa46421218c889', 2, '1992-01-12', 'day', 'January 12, 1992', 3, 2, 23, 39, '1992-01-12', '1992-01-12'),
    ('ff9985e81b8a005481aa46421218c889', 3, '1993', 'year', '1993', 5, 0, 119, 123, '1993-01-01', '1993-12-31');

INSERT INTO facts (document_id, position, topic, label, qualifier, value, section, block) VALUES
    ('17bcb6bcd8d537bda2423f87dffe883b', 0, 'Profile', 'OFFICIAL NAME', NULL, 'Republic of San Marino', 1, 0),
    ('17bcb6bcd8d537bda2423f87dffe883b', 1, 'Geography', 'Area', NULL, '61 sq. km. (24 sq. mi.).', 2, 0),
    ('17bcb6bcd8d537bda2423f87dffe883b', 2, 'Geography', 'Cities', NULL, 'Capital--San Marino (pop. 4,500). Other cities--Serravalle, Borgo Maggiore.', 2, 0),
    ('17bcb6bcd8d537bda2423f87dffe883b', 3, 'Cities', 'Capital', NULL, 'San Marino (pop. 4,500)', 2, 0),
    ('17bcb6bcd8d537bda2423f87dffe883b', 4, 'Cities', 'Other cities', NULL, 'Serravalle, Borgo Maggiore', 2, 0),
    ('17bcb6bcd8d537bda2423f87dffe883b', 5, 'Geography', 'Terrain', NULL, 'One mountain.', 2, 0),
    ('17bcb6bcd8d537bda2423f87dffe883b', 6, 'People', 'Nationality', NULL, 'Noun--Sammarinese (sing. and pl.).', 3, 0),
    ('17bcb6bcd8d537bda2423f87dffe883b', 7, 'Nationality', 'Noun', NULL, 'Sammarinese (sing. and pl.)', 3, 0),
    ('17bcb6bcd8d537bda2423f87dffe883b', 8, 'People', 'Population', '2011 est.', '32,000.', 3, 0),
    ('17bcb6bcd8d537bda2423f87dffe883b', 9, 'People', 'Education', 'free through high school', 'Years compulsory--10.', 3, 0),
    ('17bcb6bcd8d537bda2423f87dffe883b', 10, 'Education', 'Years compulsory', NULL, '10', 3, 0),
    ('17bcb6bcd8d537bda2423f87dffe883b', 11, 'Government', 'Type', NULL, 'Republic since September 3, 301.', 4, 0),
    ('17bcb6bcd8d537bda2423f87dffe883b', 12, 'Government', 'Branches', NULL, 'Executive--two Sample Captains (six months each). Legislative--Sample Council (60).', 4, 0),
    ('17bcb6bcd8d537bda2423f87dffe883b', 13, 'Branches', 'Executive', NULL, 'two Sample Captains (six months each)', 4, 0),
    ('17bcb6bcd8d537bda2423f87dffe883b', 14, 'Branches', 'Legislative', NULL, 'Sample Council (60)', 4, 0),
    ('ff9985e81b8a005481aa46421218c889', 0, 'Profile', 'Official Name', NULL, 'Republic of Mali', 0, 0),
    ('ff9985e81b8a005481aa46421218c889', 1, 'Geography', 'Area', NULL, '1,240,278 sq. km. (474,764 sq. mi.); about the size of two samples.', 1, 0),
    ('ff9985e81b8a005481aa46421218c889', 2, 'Geography', 'Cities', NULL, 'Capital--Bamako (pop. 800,000). Other cities--Mopti, Gao, Segou.', 1, 1),
    ('ff9985e81b8a005481aa46421218c889', 3, 'Cities', 'Capital', NULL, 'Bamako (pop. 800,000)', 1, 1),
    ('ff9985e81b8a005481aa46421218c889', 4, 'Cities', 'Other cities', NULL, 'Mopti, Gao, Segou', 1, 1),
    ('ff9985e81b8a005481aa46421218c889', 5, 'Geography', 'Terrain', NULL, 'Savannah and desert.', 1, 2),
    ('ff9985e81b8a005481aa46421218c889', 6, 'Geography', 'Climate', NULL, 'Semi-tropical in the south; arid in the north.', 1, 2),
    ('ff9985e81b8a005481aa46421218c889', 7, 'People', 'Nationality', NULL, 'Noun and adjective--Malian(s). Neighbor: Burkinab .', 2, 0),
    ('ff9985e81b8a005481aa46421218c889', 8, 'Nationality', 'Noun and adjective', NULL, 'Malian(s). Neighbor: Burkinab', 2, 0),
    ('ff9985e81b8a005481aa46421218c889', 9, 'People', 'Population', '1992 est.', '8.5 million.', 2, 1),
    ('ff9985e81b8a005481aa46421218c889', 10, 'People', 'Density', NULL, '7 per sq. km.', 2, 1),
    ('ff9985e81b8a005481aa46421218c889', 11, 'Government', 'Type', NULL, 'Republic.', 3, 0),
    ('ff9985e81b8a005481aa46421218c889', 12, 'Government', 'Independence', NULL, 'Sept. 22, 1960.', 3, 1),
    ('ff9985e81b8a005481aa46421218c889', 13, 'Government', 'Constitution', NULL, 'Approved January 12, 1992.', 3, 2),
    ('ff9985e81b8a005481aa46421218c889', 14, 'Government', 'Political parties', NULL, 'Three sample parties.', 3, 3);

INSERT INTO contacts (document_id, position, kind, country, name, address, emails, urls, officials, blocks) VALUES
    ('17bcb6bcd8d537bda2423f87dffe883b', 0, 'embassy-in-washington', 'SM', 'San Marino''s embassy', '500 Sample Street, NW, Washington, DC 20000', [], [], '[]', '[[5,0]]'),
    ('ff9985e81b8a005481aa46421218c889', 0, 'embassy-in-washington', 'ML', 'Embassy of Mali', '1200 Sample Street, NW, Washington, DC 20000', [], [], '[]', '[[5,3]]');

INSERT INTO contact_phones (document_id, contact, position, kind, as_written, e164) VALUES
    ('17bcb6bcd8d537bda2423f87dffe883b', 0, 0, 'phone', '202-555-0195', '+12025550195'),
    ('ff9985e81b8a005481aa46421218c889', 0, 0, 'phone', '202-555-0160', '+12025550160');

INSERT INTO removed (document_id, position, rule, chars, text, line) VALUES
    ('16b013d7ce52f92a3b9f41e3f416201a', 0, 'breadcrumb', 66, 'Home Reports Sample Well Reports... 2022 Sample Report on Wells: Lesotho hide', 1),
    ('16b013d7ce52f92a3b9f41e3f416201a', 1, 'table-of-contents', 14, 'In this section /', 1),
    ('16b013d7ce52f92a3b9f41e3f416201a', 2, 'table-of-contents', 16, 'Executive Summary', 1),
    ('16b013d7ce52f92a3b9f41e3f416201a', 3, 'table-of-contents', 17, 'Section 1. Wells Dug', 1),
    ('16b013d7ce52f92a3b9f41e3f416201a', 4, 'table-of-contents', 20, 'Section 2. Wells Filled', 1),
    ('16b013d7ce52f92a3b9f41e3f416201a', 5, 'top-link', 9, 'Back to Top', 1),
    ('17bcb6bcd8d537bda2423f87dffe883b', 0, 'mobile-2009/site-footer', 89, '[This is a mobile copy of San Marino] Short URL: http://m.state.gov/md99102.htm Home | Search | Full Site', 30),
    ('17bcb6bcd8d537bda2423f87dffe883b', 1, 'mobile-2009/unknown-tag', 30, 'Unknown tag could not be displayed.', 23),
    ('25f421ebac0ef28fa393e49ef289e536', 0, 'archive-1997/archive-banner', 489, 'Other State Department Archive Sites The State Department web site below is a permanent electronic archive of informatio', 14),
    ('25f421ebac0ef28fa393e49ef289e536', 1, 'archive-1997/end-mark', 11, '[end of file]', 43),
    ('25f421ebac0ef28fa393e49ef289e536', 2, 'archive-1997/page-navigation', 9, 'Back to Top', 45),
    ('25f421ebac0ef28fa393e49ef289e536', 3, 'archive-1997/page-navigation', 4, 'Next', 45),
    ('25f421ebac0ef28fa393e49ef289e536', 4, 'archive-1997/page-navigation', 15, 'Table of Contents', 45),
    ('25f421ebac0ef28fa393e49ef289e536', 5, 'archive-1997/page-navigation', 30, 'Global Affairs
Department of State', 51),
    ('ff9985e81b8a005481aa46421218c889', 0, 'reading/control-character', 2, '', 10),
    ('ff9985e81b8a005481aa46421218c889', 1, 'reading/control-character', 2, '', 29),
    ('ff9985e81b8a005481aa46421218c889', 2, 'site-banner', 19, 'US DEPARTMENT OF STATE', 3);

INSERT INTO findings (document_id, position, code, level, field, message, line) VALUES
    ('0fe7525400e6507f2da85cfe3e780de2', 0, 'template-ambiguous', 'error', 'template', 'claimed by wordpress-press and responsive-2015', NULL),
    ('16b013d7ce52f92a3b9f41e3f416201a', 0, 'headings-inferred', 'info', 'sections', 'Headings were recognised by their looks, not by heading elements', NULL),
    ('16b013d7ce52f92a3b9f41e3f416201a', 1, 'date-missing', 'info', 'published', 'The page does not say when it was published', NULL),
    ('17bcb6bcd8d537bda2423f87dffe883b', 0, 'headings-inferred', 'info', 'sections', 'Headings were recognised by their looks, not by heading elements', NULL),
    ('17bcb6bcd8d537bda2423f87dffe883b', 1, 'title-inferred', 'info', 'title', 'The title was read from somewhere other than a title element or the masthead', NULL),
    ('25f421ebac0ef28fa393e49ef289e536', 0, 'headings-inferred', 'info', 'sections', 'Headings were recognised by their looks, not by heading elements', NULL),
    ('ff9985e81b8a005481aa46421218c889', 0, 'headings-inferred', 'info', 'sections', 'Headings were recognised by their looks, not by heading elements', NULL),
    ('ff9985e81b8a005481aa46421218c889', 1, 'control-characters', 'info', 'removed', 'Control characters were taken off while reading', 10);

INSERT INTO failures (origin, id, nth, schema_version, url, captured_at, record_id, "offset", sha256, stage, error, message, line, converter_name, converter_version) VALUES
    ('access-denied.html', '19adc54216fdd873473816930f405188', 0, '1.0', NULL, NULL, NULL, NULL, '7d6f1b101adb3ea3e46e5d632078f1e2df1cff7fd9002a01f440005036f8e861', 'template', 'NotADocument', 'expected a document, found an error page: "Access Denied"', NULL, 'statedocs', '0.1.0'),
    ('blank.html', 'f23b26df7c42bf33fb27942f389819f1', 0, '1.0', NULL, NULL, NULL, NULL, 'ad2aa3620e7b244028e1c33d7f6a04daa694feb7717e5ca912b605a7de0f6543', 'template', 'NotADocument', 'expected a document, found no text', NULL, 'statedocs', '0.1.0');

INSERT INTO manifest (origin, key, nth, line, sha256, outcome, reason, id, output, template, findings) VALUES
    ('access-denied.html', '19adc54216fdd873473816930f405188', 0, 6, '7d6f1b101adb3ea3e46e5d632078f1e2df1cff7fd9002a01f440005036f8e861', 'failure', 'NotADocument: expected a document, found an error page: "Access Denied"', NULL, 'failures', NULL, '{}'),
    ('archive-1997/sample-wells-table.html', '25f421ebac0ef28fa393e49ef289e536', 0, 2, 'e15db535d9a2721c085621a0d85a12dd5fe16293cfd0c8a5797f3eb9ca0905d3', 'document', NULL, '25f421ebac0ef28fa393e49ef289e536', 'documents', 'archive-1997', '{"headings-inferred":1}'),
    ('blank.html', 'f23b26df7c42bf33fb27942f389819f1', 0, 7, 'ad2aa3620e7b244028e1c33d7f6a04daa694feb7717e5ca912b605a7de0f6543', 'failure', 'NotADocument: expected a document, found no text', NULL, 'failures', NULL, '{}'),
    ('feed-item/remarks.html', '6c0228decec2658e90ea41a222486080', 0, 3, '08db94057ae637f5320f566113108f039f484604a52e19641384e3629b1dca6c', 'document', NULL, '6c0228decec2658e90ea41a222486080', 'documents', 'feed-item', '{}'),
    ('generic/two-designs.html', '0fe7525400e6507f2da85cfe3e780de2', 0, 4, 'd6dcd81e12c2e723e94e7e666de54869e1a8e1c3d25aeb5df5a21727a76e0f13', 'document', NULL, '0fe7525400e6507f2da85cfe3e780de2', 'documents', 'generic', '{"template-ambiguous":1}'),
    ('mobile-2009/san-marino.html', '17bcb6bcd8d537bda2423f87dffe883b', 0, 0, 'afb20a87fdbd34b296861f8727268d182869b9252a0a7f4fe3ba2b38725d4178', 'document', NULL, '17bcb6bcd8d537bda2423f87dffe883b', 'documents', 'mobile-2009', '{"headings-inferred":1,"title-inferred":1}'),
    ('plain-text/mali-1993-cdrom.txt', 'ff9985e81b8a005481aa46421218c889', 0, 1, '1f406c6797106b9ff3c94224aca81a89fca219946418bad2b85b6cbff0868c23', 'document', NULL, 'ff9985e81b8a005481aa46421218c889', 'documents', 'plain-text', '{"control-characters":1,"headings-inferred":1}'),
    ('plain-text/one-line-capture.txt', '16b013d7ce52f92a3b9f41e3f416201a', 0, 5, 'a1f31003fc0809a289bedcff2dffced52626dcb6c06a1898be3c9ac3b548ad37', 'document', NULL, '16b013d7ce52f92a3b9f41e3f416201a', 'documents', 'plain-text', '{"date-missing":1,"headings-inferred":1}');

INSERT INTO captures (origin, key, nth, fingerprint) VALUES
    ('access-denied.html', '19adc54216fdd873473816930f405188', 0, ''),
    ('archive-1997/sample-wells-table.html', '25f421ebac0ef28fa393e49ef289e536', 0, ''),
    ('blank.html', 'f23b26df7c42bf33fb27942f389819f1', 0, ''),
    ('feed-item/remarks.html', '6c0228decec2658e90ea41a222486080', 0, ''),
    ('generic/two-designs.html', '0fe7525400e6507f2da85cfe3e780de2', 0, ''),
    ('mobile-2009/san-marino.html', '17bcb6bcd8d537bda2423f87dffe883b', 0, ''),
    ('plain-text/mali-1993-cdrom.txt', 'ff9985e81b8a005481aa46421218c889', 0, ''),
    ('plain-text/one-line-capture.txt', '16b013d7ce52f92a3b9f41e3f416201a', 0, '');

INSERT INTO about (name, value) VALUES
    ('complete', 'true'),
    ('converter', '{"name": "statedocs", "version": "0.1.0"}'),
    ('documents', '6'),
    ('failures', '2'),
    ('gone', '0'),
    ('pages', '8'),
    ('skipped', '0');
