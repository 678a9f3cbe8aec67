-- The tables of statedocs 1.5, made from the models by `statedocs schema`: do not edit.

CREATE TABLE documents (
    id text COLLATE "C" NOT NULL CHECK (id ~ '^[0-9a-f]{32}$'),
    schema_version text NOT NULL CHECK (schema_version ~ '^1\.[0-9]+$'),
    page_key text,
    url text,
    title text,
    description text,
    document_type_slug text,
    document_type_as_written text,
    document_type_evidence text CHECK (document_type_evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')),
    series_name text,
    series_edition text,
    language text,
    published text CHECK (published ~ '^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|[0-9]{3}X|[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?/[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)$'),
    published_precision text CHECK (published_precision IN ('day', 'month', 'year', 'interval', 'decade', 'fiscal-year')),
    published_role text CHECK (published_role IN ('published', 'updated', 'delivered', 'as-released', 'edition', 'captured')),
    published_evidence text CHECK (published_evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')),
    published_as_written text,
    published_line bigint CHECK (published_line >= 1),
    accounting_visible bigint NOT NULL CHECK (accounting_visible >= 0),
    accounting_kept bigint NOT NULL CHECK (accounting_kept >= 0),
    accounting_removed bigint NOT NULL CHECK (accounting_removed >= 0),
    accounting_unaccounted bigint NOT NULL,
    template_name text NOT NULL,
    template_design text,
    template_evidence text NOT NULL,
    content_sha256 text NOT NULL CHECK (content_sha256 ~ '^[0-9a-f]{64}$'),
    source_origin text NOT NULL,
    source_sha256 text NOT NULL CHECK (source_sha256 ~ '^[0-9a-f]{64}$'),
    source_bytes bigint NOT NULL CHECK (source_bytes >= 0),
    source_media_type text NOT NULL CHECK (source_media_type IN ('text/html', 'text/plain')),
    source_encoding text NOT NULL,
    source_encoding_evidence text NOT NULL CHECK (source_encoding_evidence IN ('bom', 'http', 'side-car', 'meta', 'xml', 'content', 'detected', 'caller')),
    source_replaced bigint NOT NULL CHECK (source_replaced >= 0),
    source_captured_at text,
    source_url_evidence text,
    source_archive_url text,
    source_record_id text,
    converter_name text NOT NULL,
    converter_version text NOT NULL,
    published_earliest date,
    published_latest date,
    PRIMARY KEY (id),
    CHECK ((published IS NULL) = (published_earliest IS NULL)),
    CHECK ((published IS NULL) = (published_latest IS NULL)),
    CHECK (published_earliest <= published_latest)
);

CREATE TABLE issuers (
    document_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    name text NOT NULL,
    code text,
    as_written text NOT NULL,
    evidence text NOT NULL CHECK (evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')),
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE TABLE speakers (
    document_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    name text NOT NULL,
    role text,
    as_written text NOT NULL,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE TABLE places (
    document_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    place text NOT NULL,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE TABLE countries (
    document_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    code text CHECK (code ~ '^[A-Z]{2}([A-Z]{2})?$'),
    name text NOT NULL,
    as_written text NOT NULL,
    evidence text NOT NULL CHECK (evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')),
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE TABLE subjects (
    document_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    term text NOT NULL,
    scheme text NOT NULL,
    evidence text NOT NULL CHECK (evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')),
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE TABLE identifiers (
    document_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    scheme text NOT NULL CHECK (scheme IN ('prn', 'dpb', 'volume', 'number', 'wp-post', 'dc', 'other')),
    value text NOT NULL,
    as_written text NOT NULL,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE TABLE breadcrumb (
    document_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    text text NOT NULL,
    url text,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE TABLE dates (
    document_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    value text NOT NULL CHECK (value ~ '^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|[0-9]{3}X|[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?/[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)$'),
    precision text NOT NULL CHECK (precision IN ('day', 'month', 'year', 'interval', 'decade', 'fiscal-year')),
    role text NOT NULL CHECK (role IN ('published', 'updated', 'delivered', 'as-released', 'edition', 'captured')),
    evidence text NOT NULL CHECK (evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')),
    as_written text NOT NULL,
    line bigint CHECK (line >= 1),
    earliest date NOT NULL,
    latest date NOT NULL,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE,
    CHECK (earliest <= latest)
);

CREATE TABLE masthead (
    document_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    role text NOT NULL CHECK (role IN ('title', 'type', 'issuer', 'speaker', 'place', 'date', 'series', 'identifier', 'occasion', 'time', 'audience', 'note', 'other')),
    text text NOT NULL,
    line bigint CHECK (line >= 1),
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE TABLE sections (
    document_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    parent bigint CHECK (parent >= 1),
    level bigint NOT NULL CHECK (level BETWEEN 0 AND 6),
    number text,
    heading text,
    line bigint CHECK (line >= 1),
    nth bigint NOT NULL CHECK (nth >= 1),
    text_digest text NOT NULL,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY (document_id, parent) REFERENCES sections (document_id, position) ON DELETE CASCADE,
    CHECK (parent < position)
);

CREATE TABLE blocks (
    document_id text COLLATE "C" NOT NULL,
    section bigint NOT NULL CHECK (section >= 0),
    position bigint NOT NULL CHECK (position >= 0),
    kind text NOT NULL CHECK (kind IN ('paragraph', 'list', 'table', 'quote', 'preformatted', 'figure')),
    text text NOT NULL,
    line bigint CHECK (line >= 1),
    ordered boolean,
    caption text,
    header_rows bigint CHECK (header_rows >= 0),
    alt text,
    src text,
    rows bigint CHECK (rows >= 0),
    PRIMARY KEY (document_id, section, position),
    FOREIGN KEY (document_id, section) REFERENCES sections (document_id, position) ON DELETE CASCADE
);

CREATE TABLE list_items (
    document_id text COLLATE "C" NOT NULL,
    section bigint NOT NULL CHECK (section >= 0),
    block bigint NOT NULL CHECK (block >= 0),
    position bigint NOT NULL CHECK (position >= 0),
    text text NOT NULL,
    depth bigint NOT NULL CHECK (depth >= 0),
    marker text,
    PRIMARY KEY (document_id, section, block, position),
    FOREIGN KEY (document_id, section, block) REFERENCES blocks (document_id, section, position) ON DELETE CASCADE
);

CREATE TABLE table_cells (
    document_id text COLLATE "C" NOT NULL,
    section bigint NOT NULL CHECK (section >= 0),
    block bigint NOT NULL CHECK (block >= 0),
    row bigint NOT NULL CHECK (row >= 0),
    position bigint NOT NULL CHECK (position >= 0),
    text text NOT NULL,
    PRIMARY KEY (document_id, section, block, row, position),
    FOREIGN KEY (document_id, section, block) REFERENCES blocks (document_id, section, position) ON DELETE CASCADE
);

CREATE TABLE links (
    document_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    text text NOT NULL,
    href text,
    url text,
    kind text NOT NULL CHECK (kind IN ('state', 'embassy', 'government', 'document', 'external', 'email', 'phone', 'anchor', 'unlinked', 'other')),
    section bigint CHECK (section >= 0),
    block bigint CHECK (block >= 0),
    start bigint CHECK (start >= 0),
    stop bigint CHECK (stop >= 0),
    line bigint CHECK (line >= 1),
    host text,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY (document_id, section) REFERENCES sections (document_id, position) ON DELETE CASCADE,
    FOREIGN KEY (document_id, section, block) REFERENCES blocks (document_id, section, position) ON DELETE CASCADE,
    CHECK ((start IS NULL) = (stop IS NULL)),
    CHECK (start <= stop),
    CHECK (block IS NULL OR section IS NOT NULL)
);

CREATE TABLE date_mentions (
    document_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    value text NOT NULL CHECK (value ~ '^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|[0-9]{3}X|[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?/[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)$'),
    precision text NOT NULL CHECK (precision IN ('day', 'month', 'year', 'interval', 'decade', 'fiscal-year')),
    as_written text NOT NULL,
    section bigint NOT NULL CHECK (section >= 0),
    block bigint CHECK (block >= 0),
    start bigint NOT NULL CHECK (start >= 0),
    stop bigint NOT NULL CHECK (stop >= 0),
    earliest date NOT NULL,
    latest date NOT NULL,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id, section) REFERENCES sections (document_id, position) ON DELETE CASCADE,
    FOREIGN KEY (document_id, section, block) REFERENCES blocks (document_id, section, position) ON DELETE CASCADE,
    CHECK (start <= stop),
    CHECK (earliest <= latest)
);

CREATE TABLE facts (
    document_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    topic text,
    label text NOT NULL,
    qualifier text,
    value text NOT NULL,
    section bigint NOT NULL CHECK (section >= 0),
    block bigint NOT NULL CHECK (block >= 0),
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id, section, block) REFERENCES blocks (document_id, section, position) ON DELETE CASCADE
);

CREATE TABLE contacts (
    document_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    kind text NOT NULL CHECK (kind IN ('embassy-in-washington', 'us-embassy', 'us-consulate', 'bureau', 'other')),
    country text CHECK (country ~ '^[A-Z]{2}([A-Z]{2})?$'),
    name text NOT NULL,
    address text,
    emails text[] NOT NULL,
    urls text[] NOT NULL,
    officials jsonb NOT NULL,
    blocks jsonb NOT NULL,
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE TABLE contact_phones (
    document_id text COLLATE "C" NOT NULL,
    contact bigint NOT NULL CHECK (contact >= 0),
    position bigint NOT NULL CHECK (position >= 0),
    kind text NOT NULL CHECK (kind IN ('phone', 'fax', 'after-hours')),
    as_written text NOT NULL,
    e164 text CHECK (e164 ~ '^\+[1-9][0-9]{1,14}$'),
    PRIMARY KEY (document_id, contact, position),
    FOREIGN KEY (document_id, contact) REFERENCES contacts (document_id, position) ON DELETE CASCADE
);

CREATE TABLE removed (
    document_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    rule text NOT NULL,
    chars bigint NOT NULL CHECK (chars >= 0),
    text text NOT NULL,
    line bigint CHECK (line >= 1),
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE TABLE findings (
    document_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    code text NOT NULL CHECK (code IN ('base-foreign', 'control-characters', 'country-unknown', 'date-after-capture', 'date-before-edition', 'date-conflict', 'date-impossible', 'date-letter-digit', 'date-missing', 'date-misspelled', 'document-type-unknown', 'encoding-label-wrong', 'encoding-replaced', 'headings-inferred', 'issuer-unknown', 'link-unresolved', 'markup-deep', 'mojibake', 'template-ambiguous', 'template-unknown', 'text-unaccounted', 'title-inferred', 'title-missing')),
    level text NOT NULL CHECK (level IN ('info', 'warning', 'error')),
    field text,
    message text NOT NULL,
    line bigint CHECK (line >= 1),
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE TABLE failures (
    origin text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL CHECK (id ~ '^[0-9a-f]{32}$'),
    nth bigint NOT NULL CHECK (nth >= 0),
    schema_version text NOT NULL CHECK (schema_version ~ '^1\.[0-9]+$'),
    url text,
    captured_at text,
    record_id text,
    "offset" bigint CHECK ("offset" >= 0),
    sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    stage text NOT NULL CHECK (stage IN ('source', 'decode', 'parse', 'template', 'extract', 'validate', 'limit', 'sink', 'bug')),
    error text NOT NULL,
    message text NOT NULL,
    line bigint CHECK (line >= 1),
    converter_name text NOT NULL,
    converter_version text NOT NULL,
    PRIMARY KEY (origin, id, nth)
);

CREATE TABLE finding_codes (
    code text COLLATE "C" NOT NULL,
    level text NOT NULL CHECK (level IN ('info', 'warning', 'error')),
    meaning text NOT NULL,
    PRIMARY KEY (code)
);

CREATE TABLE manifest (
    origin text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    nth bigint NOT NULL CHECK (nth >= 0),
    line bigint NOT NULL CHECK (line >= 0),
    sha256 text,
    outcome text NOT NULL CHECK (outcome IN ('document', 'failure', 'skipped', 'gone')),
    reason text,
    id text,
    output text,
    template text,
    findings jsonb NOT NULL,
    PRIMARY KEY (origin, key, nth)
);

CREATE TABLE captures (
    origin text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    nth bigint NOT NULL CHECK (nth >= 0),
    fingerprint text NOT NULL,
    PRIMARY KEY (origin, key, nth)
);

CREATE TABLE about (
    name text COLLATE "C" NOT NULL,
    value text NOT NULL,
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

CREATE INDEX documents_by_page ON documents USING hash (page_key);
CREATE INDEX documents_by_origin ON documents USING hash (source_origin);
CREATE INDEX documents_by_url ON documents USING hash (url);
CREATE INDEX documents_by_type ON documents (document_type_slug, published_earliest);
CREATE INDEX documents_by_date ON documents (published_earliest, template_name);
CREATE INDEX documents_by_series ON documents USING hash (series_name);
CREATE INDEX documents_by_template ON documents (template_name);
CREATE INDEX documents_by_content ON documents (content_sha256);
CREATE INDEX countries_by_code ON countries (code);
CREATE INDEX countries_by_name ON countries USING hash (name);
CREATE INDEX issuers_by_name ON issuers USING hash (name);
CREATE INDEX sections_by_heading ON sections (lower(heading)) WHERE length(heading) <= 600;
CREATE INDEX links_by_host ON links (host);
CREATE INDEX date_mentions_by_day ON date_mentions (earliest, latest);
CREATE INDEX facts_by_label ON facts USING spgist (lower(label));
CREATE INDEX contacts_by_country ON contacts (country);
CREATE INDEX findings_by_code ON findings (code);
CREATE INDEX manifest_by_line ON manifest (line);
CREATE INDEX manifest_by_outcome ON manifest (outcome);
CREATE INDEX links_by_block ON links (document_id, section, block);
CREATE INDEX date_mentions_by_block ON date_mentions (document_id, section, block);
CREATE INDEX facts_by_block ON facts (document_id, section, block);

ALTER TABLE documents ADD COLUMN words tsvector
    GENERATED ALWAYS AS (to_tsvector('english',
        CASE WHEN octet_length(title) = length(title) AND length(title) <= 150000 THEN replace(replace(replace(title, '/', ' '), '-', ' '), '<', ' ')
             WHEN title ~ '[\u00C0-\u024F\u1E00-\u1EFF]' THEN normalize(regexp_replace(normalize(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(left(title, 150000), '/', ' '), '-', ' '), '<', ' '), '‘', ' '), '’', ' '), '“', ' '), '”', ' '), '–', ' '), '—', ' '), '…', ' '), NFD), '[\u0300-\u036F]', '', 'g'), NFC)
             ELSE replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(left(coalesce(title, ''), 150000), '/', ' '), '-', ' '), '<', ' '), '‘', ' '), '’', ' '), '“', ' '), '”', ' '), '–', ' '), '—', ' '), '…', ' ') END)) STORED;
ALTER TABLE sections ADD COLUMN words tsvector
    GENERATED ALWAYS AS (to_tsvector('english',
        CASE WHEN octet_length(heading) = length(heading) AND length(heading) <= 150000 THEN replace(replace(replace(heading, '/', ' '), '-', ' '), '<', ' ')
             WHEN heading ~ '[\u00C0-\u024F\u1E00-\u1EFF]' THEN normalize(regexp_replace(normalize(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(left(heading, 150000), '/', ' '), '-', ' '), '<', ' '), '‘', ' '), '’', ' '), '“', ' '), '”', ' '), '–', ' '), '—', ' '), '…', ' '), NFD), '[\u0300-\u036F]', '', 'g'), NFC)
             ELSE replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(left(coalesce(heading, ''), 150000), '/', ' '), '-', ' '), '<', ' '), '‘', ' '), '’', ' '), '“', ' '), '”', ' '), '–', ' '), '—', ' '), '…', ' ') END)) STORED;
ALTER TABLE blocks ADD COLUMN words tsvector
    GENERATED ALWAYS AS (to_tsvector('english',
        CASE WHEN octet_length(text) = length(text) AND length(text) <= 150000 THEN replace(replace(replace(text, '/', ' '), '-', ' '), '<', ' ')
             WHEN text ~ '[\u00C0-\u024F\u1E00-\u1EFF]' THEN normalize(regexp_replace(normalize(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(left(text, 150000), '/', ' '), '-', ' '), '<', ' '), '‘', ' '), '’', ' '), '“', ' '), '”', ' '), '–', ' '), '—', ' '), '…', ' '), NFD), '[\u0300-\u036F]', '', 'g'), NFC)
             ELSE replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(left(text, 150000), '/', ' '), '-', ' '), '<', ' '), '‘', ' '), '’', ' '), '“', ' '), '”', ' '), '–', ' '), '—', ' '), '…', ' ') END)) STORED;
COMMENT ON COLUMN documents.words IS 'Words of the title, for full-text search';
COMMENT ON COLUMN sections.words IS 'Words of the heading, for full-text search';
COMMENT ON COLUMN blocks.words IS 'Words of the text, for full-text search: of a block longer than a vector may be, of its first 150,000 characters';
CREATE INDEX documents_by_words ON documents USING gin (words);
CREATE INDEX sections_by_words ON sections USING gin (words);
CREATE INDEX blocks_by_words ON blocks USING gin (words);
CREATE FUNCTION search(words text)
RETURNS TABLE (document_id text, section bigint, block bigint, part text, text text, rank real)
LANGUAGE sql STABLE BEGIN ATOMIC
    WITH wanted AS (SELECT websearch_to_tsquery('english', normalize(regexp_replace(normalize(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace($1, '/', ' '), '-', ' '), '<', ' '), '‘', ' '), '’', ' '), '“', ' '), '”', ' '), '–', ' '), '—', ' '), '…', ' '), NFD), '[\u0300-\u036F]', '', 'g'), NFC)) AS query)
    SELECT d.id, NULL::bigint, NULL::bigint, 'title', d.title, -ts_rank_cd(d.words, w.query)
    FROM wanted w JOIN documents d ON d.words @@ w.query
    UNION ALL
    SELECT s.document_id, s.position, NULL, 'heading', s.heading, -ts_rank_cd(s.words, w.query)
    FROM wanted w JOIN sections s ON s.words @@ w.query
    UNION ALL
    SELECT b.document_id, b.section, b.position, b.kind, b.text, -ts_rank_cd(b.words, w.query)
    FROM wanted w JOIN blocks b ON b.words @@ w.query;
END;
COMMENT ON FUNCTION search(text) IS 'Titles, headings and blocks that have the words, the best first when ordered by rank';
CREATE FUNCTION section_text(document_id text, section bigint) RETURNS text
LANGUAGE sql STABLE BEGIN ATOMIC
    SELECT string_agg(b.text, chr(10) ORDER BY b.position) FROM blocks b WHERE b.document_id = $1 AND b.section = $2;
END;
COMMENT ON FUNCTION section_text(text, bigint) IS 'A section''s own text: its blocks'', joined by line ends';

CREATE VIEW document_years AS
SELECT d.id AS document_id,
       CASE WHEN d.series_edition ~ '^[0-9]{4}$' THEN CAST(d.series_edition AS bigint)
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
WHERE length(s.heading) <= 600;
COMMENT ON VIEW named_sections IS 'Sections by heading, over all countries and editions; a heading of more than 600 characters names nothing';

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
                 ORDER BY coalesce(d.source_captured_at, CAST(d.published_latest AS text)) NULLS LAST, d.id)
) captures
WHERE previous_id IS NOT NULL AND content_sha256 <> previous_sha256
UNION ALL
SELECT 'series', document_id, previous_id FROM (
    SELECT e.document_id, e.page_key, e.edition, lag(e.document_id) OVER w AS previous_id,
           lag(e.page_key) OVER w AS previous_key, lag(e.edition) OVER w AS previous_edition
    FROM (
        SELECT d.id AS document_id, d.page_key, d.series_name, c.name AS country, d.source_captured_at AS captured_at,
               lower(coalesce(d.series_edition, d.published)) AS edition,
               CASE WHEN d.series_edition ~ '^[0-9]{4}$' THEN d.series_edition
                    ELSE CAST(d.published_earliest AS text) END AS since
        FROM documents d
        JOIN countries c ON c.document_id = d.id AND c.position = 0
        WHERE d.series_name IS NOT NULL
    ) e
    WHERE e.since IS NOT NULL
    WINDOW w AS (PARTITION BY e.series_name, e.country ORDER BY e.since, e.captured_at NULLS LAST, e.document_id)
) parts
WHERE previous_id IS NOT NULL AND edition <> previous_edition
  AND (page_key IS NULL OR previous_key IS NULL OR page_key <> previous_key);
COMMENT ON VIEW editions IS 'Each page with the one before it: an earlier capture of the same page, or another page that is the series'' earlier edition on a country';

CREATE VIEW section_names AS
SELECT s.document_id, s.position AS section, coalesce(s.number, '') AS number, coalesce(s.heading, '') AS heading,
       section_text(s.document_id, s.position) AS text,
       s.nth
FROM sections s;
COMMENT ON VIEW section_names IS 'Sections by the name that they have in every edition; `nth` tells those of one name in one page apart';

CREATE VIEW edition_changes AS
WITH pairs AS MATERIALIZED (SELECT kind, document_id, previous_id FROM editions)
SELECT e.kind, e.document_id, e.previous_id, CASE WHEN o.document_id IS NULL THEN 'added' ELSE 'rewritten' END AS change,
       coalesce(n.number, '') AS number, coalesce(n.heading, '') AS heading,
       section_text(o.document_id, o.position) AS text_before,
       section_text(n.document_id, n.position) AS text_after,
       d.page_key, d.title
FROM pairs e
JOIN documents d ON d.id = e.document_id
JOIN sections n ON n.document_id = e.document_id
LEFT JOIN sections o ON o.document_id = e.previous_id AND o.nth = n.nth
    AND coalesce(o.number, '') = coalesce(n.number, '') AND coalesce(o.heading, '') = coalesce(n.heading, '')
WHERE o.document_id IS NULL OR o.text_digest <> n.text_digest
UNION ALL
SELECT e.kind, e.document_id, e.previous_id, 'removed', coalesce(o.number, ''), coalesce(o.heading, ''),
       section_text(o.document_id, o.position),
       NULL, d.page_key, d.title
FROM pairs e
JOIN documents d ON d.id = e.document_id
JOIN sections o ON o.document_id = e.previous_id
LEFT JOIN sections n ON n.document_id = e.document_id AND n.nth = o.nth
    AND coalesce(n.number, '') = coalesce(o.number, '') AND coalesce(n.heading, '') = coalesce(o.heading, '')
WHERE n.document_id IS NULL
UNION ALL
SELECT e.kind, e.document_id, e.previous_id, 'retitled', '', '', p.title, d.title, d.page_key, d.title
FROM pairs e
JOIN documents d ON d.id = e.document_id
JOIN documents p ON p.id = e.previous_id
WHERE e.kind = 'capture' AND coalesce(d.title, '') <> coalesce(p.title, '');
COMMENT ON VIEW edition_changes IS 'Sections that one edition has and the one before has not, or has otherwise; and titles that are others since a capture';

CREATE VIEW contact_list AS
SELECT k.country AS country_code, k.kind, k.name, k.address,
       (SELECT string_agg(p.kind || ' ' || coalesce(p.e164, p.as_written), chr(10) ORDER BY p.position) FROM contact_phones p WHERE p.document_id = k.document_id AND p.contact = k.position) AS phones,
       k.emails, k.urls, k.officials, d.published, d.title, d.url, d.id AS document_id
FROM contacts k
JOIN documents d ON d.id = k.document_id;
COMMENT ON VIEW contact_list IS 'Posts and offices, each with its telephone numbers in one text, a line each';

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
INSERT INTO about (name, value) VALUES ('tables_version', '1.5');
