-- The tables of statedocs 1.4, made from the models by `statedocs schema`: do not edit.

CREATE TABLE documents ( -- One row for each capture of a page: what stands in the record once
    id TEXT NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- This capture: 32 digits of SHA-256 over address (else origin), time of capture and digest
    schema_version TEXT NOT NULL CHECK (schema_version GLOB '1.[0-9]*' AND substr(schema_version, 3) NOT GLOB '*[^0-9]*'), -- Version of this promise
    page_key TEXT, -- The page over time: its address without scheme and www, archive hosts folded to the live one
    url TEXT, -- Original address; replay wrapping off
    title TEXT, -- The page's own title, never the site's
    description TEXT, -- What the page says of itself in a meta element
    document_type_slug TEXT, -- Term of the vocabulary; null when the vocabulary has none (a finding)
    document_type_as_written TEXT, -- As the page prints it
    document_type_evidence TEXT CHECK (document_type_evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')), -- What it was read from
    series_name TEXT, -- Name of the series: Country Reports on Human Rights Practices
    series_edition TEXT, -- The year or number of this part of it: 2020
    language TEXT, -- BCP 47: as declared, else detected
    published TEXT CHECK ((published IS published_earliest OR (published GLOB '[0-9][0-9][0-9][0-9]' OR published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR published GLOB '[0-9][0-9][0-9]X' OR published GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9][0-9][0-9]' OR published GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR published GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]' OR published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]' OR published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]') AND (published GLOB '*X' OR (date(substr(substr(published, 1, instr(published || '/', '/') - 1) || '-01-01', 1, 10), '+0 days') IS substr(substr(published, 1, instr(published || '/', '/') - 1) || '-01-01', 1, 10) AND date(substr(substr(published, instr(published, '/') + 1) || '-01-01', 1, 10), '+0 days') IS substr(substr(published, instr(published, '/') + 1) || '-01-01', 1, 10))))), -- EDTF level 0 or 1: 2013-11-19, 2013-11, 2013, 2008/2012, 199X
    published_precision TEXT CHECK (published_precision IN ('day', 'month', 'year', 'interval', 'decade', 'fiscal-year')), -- How exact the value is
    published_role TEXT CHECK (published_role IN ('published', 'updated', 'delivered', 'as-released', 'edition', 'captured')), -- What happened on it: published, updated, delivered …
    published_evidence TEXT CHECK (published_evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')), -- What it was read from
    published_as_written TEXT, -- As the page prints it
    published_line INTEGER CHECK (published_line >= 1), -- Line in the decoded input
    accounting_visible INTEGER NOT NULL CHECK (accounting_visible >= 0), -- Characters that a reader sees on the page
    accounting_kept INTEGER NOT NULL CHECK (accounting_kept >= 0), -- Characters that stand in the record
    accounting_removed INTEGER NOT NULL CHECK (accounting_removed >= 0), -- Characters left out under a named rule
    accounting_unaccounted INTEGER NOT NULL, -- Characters of which neither is true: 0, or an error-level finding
    template_name TEXT NOT NULL, -- Name of the page design: plain-text for texts
    template_design TEXT, -- Whose frame a text was printed in, where recognised
    template_evidence TEXT NOT NULL, -- By what the design was recognised
    content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*'), -- Digest of title, section numbers, headings and block texts: equal for captures of one edition
    source_origin TEXT NOT NULL, -- Path relative to the input, then #member or #record id; never absolute
    source_sha256 TEXT NOT NULL CHECK (length(source_sha256) = 64 AND source_sha256 NOT GLOB '*[^0-9a-f]*'), -- Digest of the captured bytes
    source_bytes INTEGER NOT NULL CHECK (source_bytes >= 0), -- Length of the captured bytes
    source_media_type TEXT NOT NULL CHECK (source_media_type IN ('text/html', 'text/plain')), -- What the bytes are
    source_encoding TEXT NOT NULL, -- Character encoding that was believed
    source_encoding_evidence TEXT NOT NULL CHECK (source_encoding_evidence IN ('bom', 'http', 'side-car', 'meta', 'xml', 'content', 'detected', 'caller')), -- Who said so
    source_replaced INTEGER NOT NULL CHECK (source_replaced >= 0), -- How many bytes the encoding does not have
    source_captured_at TEXT, -- When the page was captured (RFC 3339)
    source_url_evidence TEXT, -- What the page's address was read from
    source_archive_url TEXT, -- Address of the capture in a web archive
    source_record_id TEXT, -- Identifier of the record in the archive file
    converter_name TEXT NOT NULL, -- Name of the program
    converter_version TEXT NOT NULL, -- Version of the program
    published_earliest TEXT CHECK (date(published_earliest, '+0 days') IS published_earliest), -- First day of the date
    published_latest TEXT CHECK (date(published_latest, '+0 days') IS published_latest), -- Last day of the date
    PRIMARY KEY (id),
    CHECK ((published IS NULL) = (published_earliest IS NULL)),
    CHECK ((published IS NULL) = (published_latest IS NULL)),
    CHECK (published_earliest <= published_latest)
) STRICT;

CREATE TABLE issuers ( -- Bureaus and offices that issue the page
    document_id TEXT NOT NULL, -- The document
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    name TEXT NOT NULL, -- Canonical name, or as written when the vocabulary has none
    code TEXT, -- State's own symbol: WHA, DRL
    as_written TEXT NOT NULL, -- As the page prints it
    evidence TEXT NOT NULL CHECK (evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')), -- What it was read from
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE speakers ( -- Who speaks or signs
    document_id TEXT NOT NULL, -- The document
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    name TEXT NOT NULL, -- Name without titles
    role TEXT, -- Office or title, as printed
    as_written TEXT NOT NULL, -- As the page prints it
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE places ( -- Places of delivery or release: Washington, DC
    document_id TEXT NOT NULL, -- The document
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    place TEXT NOT NULL, -- Places of delivery or release: Washington, DC
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE countries ( -- Whom the page is about
    document_id TEXT NOT NULL, -- The document
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    code TEXT CHECK ((code GLOB '[A-Z][A-Z]' OR code GLOB '[A-Z][A-Z][A-Z][A-Z]')), -- ISO 3166-1 alpha-2 (XK Kosovo), former ones ISO 3166-3; null for areas without
    name TEXT NOT NULL, -- Canonical name, or as written when the vocabulary has none
    as_written TEXT NOT NULL, -- As the page prints it
    evidence TEXT NOT NULL CHECK (evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')), -- What it was read from
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE subjects ( -- Topics that the page files itself under
    document_id TEXT NOT NULL, -- The document
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    term TEXT NOT NULL, -- The term, as written
    scheme TEXT NOT NULL, -- Whose term it is: DC_subject, wordpress-class, tag, record-line
    evidence TEXT NOT NULL CHECK (evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')), -- What it was read from
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE identifiers ( -- Numbers and symbols that State gave the page
    document_id TEXT NOT NULL, -- The document
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    scheme TEXT NOT NULL CHECK (scheme IN ('prn', 'dpb', 'volume', 'number', 'wp-post', 'dc', 'other')), -- Whose number it is: prn (press release), dpb (daily briefing), wp-post, dc …
    value TEXT NOT NULL, -- The number alone: 2011/317
    as_written TEXT NOT NULL, -- As the page prints it
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE breadcrumb ( -- The page's place in the site, as printed
    document_id TEXT NOT NULL, -- The document
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    text TEXT NOT NULL, -- As printed
    url TEXT, -- Absolute and original, where the step is a link that can be resolved
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE dates ( -- Every date that the page states about itself
    document_id TEXT NOT NULL, -- The document
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    value TEXT NOT NULL CHECK ((value IS earliest OR (value GLOB '[0-9][0-9][0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR value GLOB '[0-9][0-9][0-9]X' OR value GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9][0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]') AND (value GLOB '*X' OR (date(substr(substr(value, 1, instr(value || '/', '/') - 1) || '-01-01', 1, 10), '+0 days') IS substr(substr(value, 1, instr(value || '/', '/') - 1) || '-01-01', 1, 10) AND date(substr(substr(value, instr(value, '/') + 1) || '-01-01', 1, 10), '+0 days') IS substr(substr(value, instr(value, '/') + 1) || '-01-01', 1, 10))))), -- EDTF level 0 or 1: 2013-11-19, 2013-11, 2013, 2008/2012, 199X
    precision TEXT NOT NULL CHECK (precision IN ('day', 'month', 'year', 'interval', 'decade', 'fiscal-year')), -- How exact the value is
    role TEXT NOT NULL CHECK (role IN ('published', 'updated', 'delivered', 'as-released', 'edition', 'captured')), -- What happened on it: published, updated, delivered …
    evidence TEXT NOT NULL CHECK (evidence IN ('masthead', 'breadcrumb', 'title', 'dateline', 'class', 'meta', 'url', 'archive', 'body')), -- What it was read from
    as_written TEXT NOT NULL, -- As the page prints it
    line INTEGER CHECK (line >= 1), -- Line in the decoded input
    earliest TEXT NOT NULL CHECK (date(earliest, '+0 days') IS earliest), -- First day of the date
    latest TEXT NOT NULL CHECK (date(latest, '+0 days') IS latest), -- Last day of the date
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE,
    CHECK (earliest <= latest)
) STRICT, WITHOUT ROWID;

CREATE TABLE masthead ( -- Every line between chrome and body, verbatim
    document_id TEXT NOT NULL, -- The document
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    role TEXT NOT NULL CHECK (role IN ('title', 'type', 'issuer', 'speaker', 'place', 'date', 'series', 'identifier', 'occasion', 'time', 'audience', 'note', 'other')), -- What the line says: title, type, issuer, date …
    text TEXT NOT NULL, -- The line, verbatim
    line INTEGER CHECK (line >= 1), -- Line in the decoded input
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE sections ( -- The outline in flat order, with all text
    document_id TEXT NOT NULL, -- The document
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    parent INTEGER CHECK (parent >= 1), -- Position of the nearest earlier section of smaller level, never 0
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 6), -- Rank of the heading: 0 for the lead, else 1-6
    number TEXT, -- As written, closing point off: Section 1, a, II
    heading TEXT, -- Without its number; null for the lead
    line INTEGER CHECK (line >= 1), -- Line in the decoded input
    nth INTEGER NOT NULL CHECK (nth >= 1), -- 1, 2 … among the page's sections of this number and heading
    text_digest TEXT NOT NULL, -- First 32 digits of the SHA-256 of the section's own text, its blocks joined by line ends
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY (document_id, parent) REFERENCES sections (document_id, position) ON DELETE CASCADE,
    CHECK (parent < position)
) STRICT, WITHOUT ROWID;

CREATE TABLE blocks ( -- What stands under the heading, in reading order
    document_id TEXT NOT NULL, -- The document
    section INTEGER NOT NULL CHECK (section >= 0), -- Position of the section
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    kind TEXT NOT NULL CHECK (kind IN ('paragraph', 'list', 'table', 'quote', 'preformatted', 'figure')), -- What it is
    text TEXT NOT NULL, -- What it says
    line INTEGER CHECK (line >= 1), -- Line in the decoded input
    ordered INTEGER CHECK (ordered IN (0, 1)), -- Whether the items are numbered
    caption TEXT, -- What is printed as its name
    header_rows INTEGER CHECK (header_rows >= 0), -- How many rows at the top are headings
    alt TEXT, -- What stands for the image where it is not shown
    src TEXT, -- Address of the image, as written
    rows INTEGER CHECK (rows >= 0), -- How many rows a table has
    PRIMARY KEY (document_id, section, position),
    FOREIGN KEY (document_id, section) REFERENCES sections (document_id, position) ON DELETE CASCADE
) STRICT;

CREATE TABLE list_items ( -- Entries of the blocks that are lists
    document_id TEXT NOT NULL, -- The document
    section INTEGER NOT NULL CHECK (section >= 0), -- Position of the section
    block INTEGER NOT NULL CHECK (block >= 0), -- Position of the block in its section
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    text TEXT NOT NULL, -- What it says
    depth INTEGER NOT NULL CHECK (depth >= 0), -- 0 for the outermost list
    marker TEXT, -- Mark written as text: a), 1., •
    PRIMARY KEY (document_id, section, block, position),
    FOREIGN KEY (document_id, section, block) REFERENCES blocks (document_id, section, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE table_cells ( -- Cells of the blocks that are tables
    document_id TEXT NOT NULL, -- The document
    section INTEGER NOT NULL CHECK (section >= 0), -- Position of the section
    block INTEGER NOT NULL CHECK (block >= 0), -- Position of the block in its section
    row INTEGER NOT NULL CHECK (row >= 0), -- The row, from 0, in reading order
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the row, from 0, in reading order
    text TEXT NOT NULL, -- What it says; empty where a spanned cell goes on
    PRIMARY KEY (document_id, section, block, row, position),
    FOREIGN KEY (document_id, section, block) REFERENCES blocks (document_id, section, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE links ( -- Every address, in reading order
    document_id TEXT NOT NULL, -- The document
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    text TEXT NOT NULL, -- What is printed for it, blanks at the edges left out; empty where a text does not say what that is
    href TEXT, -- As written
    url TEXT, -- Absolute and original
    kind TEXT NOT NULL CHECK (kind IN ('state', 'embassy', 'government', 'document', 'external', 'email', 'phone', 'anchor', 'unlinked', 'other')), -- Where it leads: state, embassy, government, document, external, email, phone, anchor …
    section INTEGER CHECK (section >= 0), -- Position of the section that it stands in; null in the masthead
    block INTEGER CHECK (block >= 0), -- Position of the block in its section; null in a heading or the masthead
    start INTEGER CHECK (start >= 0), -- Where its text begins in the block's text or the heading, in code points
    stop INTEGER CHECK (stop >= 0), -- Where its text ends
    line INTEGER CHECK (line >= 1), -- Line in the decoded input
    host TEXT, -- Host of `url`, in lower case
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY (document_id, section) REFERENCES sections (document_id, position) ON DELETE CASCADE,
    FOREIGN KEY (document_id, section, block) REFERENCES blocks (document_id, section, position) ON DELETE CASCADE,
    CHECK ((start IS NULL) = (stop IS NULL)),
    CHECK (start <= stop),
    CHECK (block IS NULL OR section IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE date_mentions ( -- Calendar dates in headings, prose and cells
    document_id TEXT NOT NULL, -- The document
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    value TEXT NOT NULL CHECK ((value IS earliest OR (value GLOB '[0-9][0-9][0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR value GLOB '[0-9][0-9][0-9]X' OR value GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9][0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]') AND (value GLOB '*X' OR (date(substr(substr(value, 1, instr(value || '/', '/') - 1) || '-01-01', 1, 10), '+0 days') IS substr(substr(value, 1, instr(value || '/', '/') - 1) || '-01-01', 1, 10) AND date(substr(substr(value, instr(value, '/') + 1) || '-01-01', 1, 10), '+0 days') IS substr(substr(value, instr(value, '/') + 1) || '-01-01', 1, 10))))), -- EDTF level 0 or 1: 2013-11-19, 2013-11, 2013, 2008/2012, 199X
    precision TEXT NOT NULL CHECK (precision IN ('day', 'month', 'year', 'interval', 'decade', 'fiscal-year')), -- How exact the value is
    as_written TEXT NOT NULL, -- As the page prints it
    section INTEGER NOT NULL CHECK (section >= 0), -- Position of the section that it stands in
    block INTEGER CHECK (block >= 0), -- Position of the block in its section; null in a heading
    start INTEGER NOT NULL CHECK (start >= 0), -- Where it begins in the block's text or the heading, in code points
    stop INTEGER NOT NULL CHECK (stop >= 0), -- Where it ends
    earliest TEXT NOT NULL CHECK (date(earliest, '+0 days') IS earliest), -- First day of the date
    latest TEXT NOT NULL CHECK (date(latest, '+0 days') IS latest), -- Last day of the date
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id, section) REFERENCES sections (document_id, position) ON DELETE CASCADE,
    FOREIGN KEY (document_id, section, block) REFERENCES blocks (document_id, section, position) ON DELETE CASCADE,
    CHECK (start <= stop),
    CHECK (earliest <= latest)
) STRICT, WITHOUT ROWID;

CREATE TABLE facts ( -- Labelled values of a country profile
    document_id TEXT NOT NULL, -- The document
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    topic TEXT, -- The profile's part: Geography, People, Economy
    label TEXT NOT NULL, -- What is said: Area, Population
    qualifier TEXT, -- What narrows the label: 2012 est.
    value TEXT NOT NULL, -- What it is, as printed
    section INTEGER NOT NULL CHECK (section >= 0), -- Position of the section that it stands in
    block INTEGER NOT NULL CHECK (block >= 0), -- Position of the block in its section
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id, section, block) REFERENCES blocks (document_id, section, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE contacts ( -- Posts and offices with their addresses
    document_id TEXT NOT NULL, -- The document
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    kind TEXT NOT NULL CHECK (kind IN ('embassy-in-washington', 'us-embassy', 'us-consulate', 'bureau', 'other')), -- What it is
    country TEXT CHECK ((country GLOB '[A-Z][A-Z]' OR country GLOB '[A-Z][A-Z][A-Z][A-Z]')), -- Code of the country, as in `countries`
    name TEXT NOT NULL, -- Name of the post or office
    address TEXT, -- Lines of the postal or street address
    emails TEXT NOT NULL CHECK (json_valid(emails)), -- E-mail addresses
    urls TEXT NOT NULL CHECK (json_valid(urls)), -- Web addresses
    officials TEXT NOT NULL CHECK (json_valid(officials)), -- Persons at the post
    blocks TEXT NOT NULL CHECK (json_valid(blocks)), -- [section, block] pairs where it stands
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_phones ( -- Telephone and fax numbers of the contacts
    document_id TEXT NOT NULL, -- The document
    contact INTEGER NOT NULL CHECK (contact >= 0), -- Position of the contact
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    kind TEXT NOT NULL CHECK (kind IN ('phone', 'fax', 'after-hours')), -- What answers there
    as_written TEXT NOT NULL, -- As the page prints it
    e164 TEXT CHECK (length(e164) BETWEEN 3 AND 16 AND e164 GLOB '+[1-9]*' AND substr(e164, 2) NOT GLOB '*[^0-9]*'), -- International form: +5112345678; null when it cannot be told
    PRIMARY KEY (document_id, contact, position),
    FOREIGN KEY (document_id, contact) REFERENCES contacts (document_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE removed ( -- What was left out, each under a named rule
    document_id TEXT NOT NULL, -- The document
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    rule TEXT NOT NULL, -- Name of the rule by which it was left out
    chars INTEGER NOT NULL CHECK (chars >= 0), -- Non-white characters, all of them
    text TEXT NOT NULL, -- The first 120 characters (all with --keep-removed)
    line INTEGER CHECK (line >= 1), -- Line in the decoded input
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE findings ( -- What a person should know about the record
    document_id TEXT NOT NULL, -- The document
    position INTEGER NOT NULL CHECK (position >= 0), -- Place in the list, from 0, in reading order
    code TEXT NOT NULL CHECK (code IN ('base-foreign', 'control-characters', 'country-unknown', 'date-after-capture', 'date-before-edition', 'date-conflict', 'date-impossible', 'date-letter-digit', 'date-missing', 'date-misspelled', 'document-type-unknown', 'encoding-label-wrong', 'encoding-replaced', 'headings-inferred', 'issuer-unknown', 'link-unresolved', 'markup-deep', 'mojibake', 'template-ambiguous', 'template-unknown', 'text-unaccounted', 'title-inferred', 'title-missing')), -- What was found; each code has one level
    level TEXT NOT NULL CHECK (level IN ('info', 'warning', 'error')), -- How grave it is
    field TEXT, -- Field of the record that it is about
    message TEXT NOT NULL, -- What was expected and what was found
    line INTEGER CHECK (line >= 1), -- Line in the decoded input
    PRIMARY KEY (document_id, position),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE failures ( -- Pages that could not become documents, and why; damages of an archive by their offset
    origin TEXT NOT NULL, -- Path relative to the input, then #member or #record id; never absolute
    id TEXT NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'), -- The id that the document would have had; for damage, made from the offset
    nth INTEGER NOT NULL CHECK (nth >= 0), -- 0, 1, 2 … where all before it in the key is the same: some archives hold a record twice
    schema_version TEXT NOT NULL CHECK (schema_version GLOB '1.[0-9]*' AND substr(schema_version, 3) NOT GLOB '*[^0-9]*'), -- Version of this promise
    url TEXT, -- Original address of the page, where known
    captured_at TEXT, -- When the page was captured (RFC 3339)
    record_id TEXT, -- Identifier of the record in the archive file
    "offset" INTEGER CHECK ("offset" >= 0), -- Place of the damage in the archive file, in bytes
    sha256 TEXT CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'), -- Digest of the captured bytes, where they could be read
    stage TEXT NOT NULL CHECK (stage IN ('source', 'decode', 'parse', 'template', 'extract', 'validate', 'limit', 'sink', 'bug')), -- Where on its way the page failed
    error TEXT NOT NULL, -- Class of the error
    message TEXT NOT NULL, -- What was expected and what was found
    line INTEGER CHECK (line >= 1), -- Line in the decoded input
    converter_name TEXT NOT NULL, -- Name of the program
    converter_version TEXT NOT NULL, -- Version of the program
    PRIMARY KEY (origin, id, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding_codes ( -- Every code that a finding can have
    code TEXT NOT NULL, -- The code
    level TEXT NOT NULL CHECK (level IN ('info', 'warning', 'error')), -- How grave it is
    meaning TEXT NOT NULL, -- What it means
    PRIMARY KEY (code)
) STRICT, WITHOUT ROWID;

CREATE TABLE manifest ( -- One row for each input page, and what became of it
    origin TEXT NOT NULL, -- The input page, as in documents.source_origin
    key TEXT NOT NULL, -- The document's id; for a failure, the one that it would have had
    nth INTEGER NOT NULL CHECK (nth >= 0), -- 0, 1, 2 … where all before it in the key is the same: some archives hold a record twice
    line INTEGER NOT NULL CHECK (line >= 0), -- Place among all lines, from 0, in input order
    sha256 TEXT, -- Digest of the captured bytes
    outcome TEXT NOT NULL CHECK (outcome IN ('document', 'failure', 'skipped', 'gone')), -- What became of the page
    reason TEXT, -- Why it is no document
    id TEXT, -- The document
    output TEXT, -- Table that its record stands in
    template TEXT, -- Page design of the document
    findings TEXT NOT NULL CHECK (json_valid(findings)), -- How many findings of each code
    PRIMARY KEY (origin, key, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE captures ( -- What the next run needs to know, so that a page that has not changed need not be converted again
    origin TEXT NOT NULL, -- The input page, as in manifest
    key TEXT NOT NULL, -- As in manifest
    nth INTEGER NOT NULL CHECK (nth >= 0), -- 0, 1, 2 … where all before it in the key is the same: some archives hold a record twice
    fingerprint TEXT NOT NULL, -- Digest of all that decides the record; empty where unknown
    PRIMARY KEY (origin, key, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE about ( -- What this database is: version of the tables, last run, whether it came to its end
    name TEXT NOT NULL, -- What is said
    value TEXT NOT NULL, -- What it is
    PRIMARY KEY (name)
) STRICT, WITHOUT ROWID;

CREATE INDEX documents_by_page ON documents (page_key, source_captured_at);
CREATE INDEX documents_by_origin ON documents (source_origin);
CREATE INDEX documents_by_url ON documents (url);
CREATE INDEX documents_by_type ON documents (document_type_slug, published_earliest);
CREATE INDEX documents_by_date ON documents (published_earliest, template_name);
CREATE INDEX documents_by_series ON documents (series_name, series_edition);
CREATE INDEX documents_by_template ON documents (template_name);
CREATE INDEX documents_by_content ON documents (content_sha256);
CREATE INDEX countries_by_code ON countries (code);
CREATE INDEX countries_by_name ON countries (name);
CREATE INDEX issuers_by_name ON issuers (name);
CREATE INDEX sections_by_heading ON sections (lower(heading));
CREATE INDEX links_by_host ON links (host);
CREATE INDEX date_mentions_by_day ON date_mentions (earliest, latest);
CREATE INDEX facts_by_label ON facts (lower(label));
CREATE INDEX contacts_by_country ON contacts (country);
CREATE INDEX findings_by_code ON findings (code);
CREATE INDEX manifest_by_line ON manifest (line);
CREATE INDEX manifest_by_outcome ON manifest (outcome);

CREATE TABLE search_places ( -- What the full-text search has read: titles, headings and blocks, each with its place
    id INTEGER PRIMARY KEY, -- Number of the text in the index
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE, -- The document
    section INTEGER, -- Position of the section; null for a title
    block INTEGER -- Position of the block in its section; null for a title or heading
) STRICT;
CREATE INDEX search_places_by_document ON search_places (document_id);
CREATE VIEW search_texts AS -- Titles, headings and blocks with their words
SELECT p.id, p.document_id, p.section, p.block,
       CASE WHEN p.section IS NULL THEN 'title' WHEN p.block IS NULL THEN 'heading' ELSE b.kind END AS part,
       CASE WHEN p.section IS NULL THEN d.title WHEN p.block IS NULL THEN s.heading ELSE b.text END AS text
FROM search_places p
LEFT JOIN documents d ON d.id = p.document_id AND p.section IS NULL
LEFT JOIN sections s ON s.document_id = p.document_id AND s.position = p.section AND p.block IS NULL
LEFT JOIN blocks b ON b.document_id = p.document_id AND b.section = p.section AND b.position = p.block;
CREATE VIRTUAL TABLE search USING fts5 (
    document_id UNINDEXED, section UNINDEXED, block UNINDEXED, part UNINDEXED, text,
    content='search_texts', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2'
);

CREATE VIEW document_years AS -- The year that a page speaks for: that of its edition, else that of its date
SELECT d.id AS document_id,
       CASE WHEN d.series_edition GLOB '[0-9][0-9][0-9][0-9]' THEN CAST(d.series_edition AS INTEGER)
            WHEN d.published_earliest IS NOT NULL THEN CAST(substr(d.published_earliest, 1, 4) AS INTEGER) END AS year
FROM documents d;

CREATE VIEW country_documents AS -- Every page with each country that it is about, its year and its kind
SELECT c.code AS country_code, c.name AS country, y.year, d.published, d.document_type_slug AS document_type,
       d.title, d.url, d.page_key, d.id AS document_id
FROM countries c
JOIN documents d ON d.id = c.document_id
JOIN document_years y ON y.document_id = d.id;

CREATE VIEW fact_sheets AS -- Fact sheets by country and year
SELECT country_code, country, year, published, title, url, page_key, document_id
FROM country_documents
WHERE document_type = 'fact-sheet';

CREATE VIEW section_ends AS -- Where each section ends, with everything under it: the position of the first section behind it
SELECT s.document_id, s.position,
       coalesce((SELECT min(n.position) FROM sections n
                 WHERE n.document_id = s.document_id AND n.position > s.position AND n.level <= s.level),
                (SELECT max(m.position) + 1 FROM sections m WHERE m.document_id = s.document_id)) AS stop
FROM sections s;

CREATE VIEW section_texts AS -- Sections with their own text
SELECT s.document_id, s.position AS section, s.level, s.number, s.heading,
       (SELECT group_concat(piece, char(10)) FROM (SELECT b.text AS piece FROM blocks b WHERE b.document_id = s.document_id AND b.section = s.position ORDER BY b.position)) AS text
FROM sections s;

CREATE VIEW whole_sections AS -- Sections with the text of everything under them, headings among it
SELECT e.document_id, e.position AS section, s.level, s.number, s.heading,
       (SELECT group_concat(piece, char(10)) FROM (SELECT t.text AS piece FROM (
           SELECT h.position AS section, -1 AS block,
                  CASE WHEN h.number IS NULL THEN h.heading WHEN h.heading IS NULL THEN h.number
                       ELSE h.number || '. ' || h.heading END AS text
           FROM sections h
           WHERE h.document_id = e.document_id AND h.position > e.position AND h.position < e.stop
           UNION ALL
           SELECT b.section, b.position, b.text FROM blocks b
           WHERE b.document_id = e.document_id AND b.section >= e.position AND b.section < e.stop) t ORDER BY t.section, t.block)) AS text
FROM section_ends e
JOIN sections s ON s.document_id = e.document_id AND s.position = e.position;

CREATE VIEW named_sections AS -- Sections by heading, over all countries and editions
SELECT s.heading, s.number, c.code AS country_code, c.name AS country, d.series_name AS series,
       d.series_edition AS edition, y.year, d.title, d.url, s.position AS section, d.id AS document_id
FROM sections s
JOIN documents d ON d.id = s.document_id
JOIN document_years y ON y.document_id = d.id
LEFT JOIN countries c ON c.document_id = d.id
WHERE s.heading IS NOT NULL;

CREATE VIEW host_links AS -- Links by the host that they lead to
SELECT l.host, l.kind, l.url AS link_url, l.text, d.title, d.url, l.section, l.block, d.id AS document_id
FROM links l
JOIN documents d ON d.id = l.document_id
WHERE l.host IS NOT NULL;

CREATE VIEW undated_documents AS -- Pages without a date, and what is known of why
SELECT d.id AS document_id, d.title, d.url, d.template_name AS template, f.code, f.message,
       (SELECT group_concat(piece, char(10)) FROM (SELECT x.role || ' ' || x.value AS piece FROM dates x WHERE x.document_id = d.id ORDER BY x.position)) AS other_dates
FROM documents d
LEFT JOIN findings f ON f.document_id = d.id AND f.code LIKE 'date-%'
WHERE d.published_earliest IS NULL;

CREATE VIEW template_findings AS -- How often each finding was made on the pages of each design
SELECT d.template_name AS template, f.code, f.level, m.meaning,
       count(DISTINCT d.id) AS documents, count(*) AS findings
FROM findings f
JOIN documents d ON d.id = f.document_id
LEFT JOIN finding_codes m ON m.code = f.code
GROUP BY d.template_name, f.code, f.level, m.meaning;

CREATE VIEW editions AS -- Each page with the one before it: an earlier capture of the same page, or the series' earlier edition on a country
SELECT 'capture' AS kind, document_id, previous_id FROM (
    SELECT d.id AS document_id, lag(d.id) OVER w AS previous_id, d.content_sha256,
           lag(d.content_sha256) OVER w AS previous_sha256
    FROM documents d WHERE d.page_key IS NOT NULL
    WINDOW w AS (PARTITION BY d.page_key
                 ORDER BY coalesce(d.source_captured_at, CAST(d.published_latest AS TEXT), ''), d.id)
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

CREATE VIEW section_names AS -- Sections by the name that they have in every edition; `nth` tells those of one name in one page apart
SELECT s.document_id, s.position AS section, coalesce(s.number, '') AS number, coalesce(s.heading, '') AS heading,
       (SELECT group_concat(piece, char(10)) FROM (SELECT b.text AS piece FROM blocks b WHERE b.document_id = s.document_id AND b.section = s.position ORDER BY b.position)) AS text,
       s.nth
FROM sections s;

CREATE VIEW edition_changes AS -- Sections that one edition has and the one before has not, or has otherwise
SELECT e.kind, e.document_id, e.previous_id, CASE WHEN o.document_id IS NULL THEN 'added' ELSE 'rewritten' END AS change,
       coalesce(n.number, '') AS number, coalesce(n.heading, '') AS heading,
       (SELECT group_concat(piece, char(10)) FROM (SELECT b.text AS piece FROM blocks b WHERE b.document_id = o.document_id AND b.section = o.position ORDER BY b.position)) AS text_before,
       (SELECT group_concat(piece, char(10)) FROM (SELECT b.text AS piece FROM blocks b WHERE b.document_id = n.document_id AND b.section = n.position ORDER BY b.position)) AS text_after,
       d.page_key, d.title
FROM editions e
JOIN documents d ON d.id = e.document_id
JOIN sections n ON n.document_id = e.document_id
LEFT JOIN sections o ON o.document_id = e.previous_id AND o.nth = n.nth
    AND coalesce(o.number, '') = coalesce(n.number, '') AND coalesce(o.heading, '') = coalesce(n.heading, '')
WHERE o.document_id IS NULL OR o.text_digest <> n.text_digest
UNION ALL
SELECT e.kind, e.document_id, e.previous_id, 'removed', coalesce(o.number, ''), coalesce(o.heading, ''),
       (SELECT group_concat(piece, char(10)) FROM (SELECT b.text AS piece FROM blocks b WHERE b.document_id = o.document_id AND b.section = o.position ORDER BY b.position)),
       NULL, d.page_key, d.title
FROM editions e
JOIN documents d ON d.id = e.document_id
JOIN sections o ON o.document_id = e.previous_id
LEFT JOIN sections n ON n.document_id = e.document_id AND n.nth = o.nth
    AND coalesce(n.number, '') = coalesce(o.number, '') AND coalesce(n.heading, '') = coalesce(o.heading, '')
WHERE n.document_id IS NULL;

CREATE VIEW contact_list AS -- Posts and offices with their numbers in one line, newest page first
SELECT k.country AS country_code, k.kind, k.name, k.address,
       (SELECT group_concat(piece, char(10)) FROM (SELECT p.kind || ' ' || coalesce(p.e164, p.as_written) AS piece FROM contact_phones p WHERE p.document_id = k.document_id AND p.contact = k.position ORDER BY p.position)) AS phones,
       k.emails, k.urls, k.officials, d.published, d.title, d.url, d.id AS document_id
FROM contacts k
JOIN documents d ON d.id = k.document_id;

CREATE VIEW country_facts AS -- Facts of country profiles over countries and years
SELECT c.code AS country_code, c.name AS country, y.year, f.topic, f.label, f.qualifier, f.value,
       d.published, d.title, d.url, d.id AS document_id
FROM facts f
JOIN documents d ON d.id = f.document_id
JOIN document_years y ON y.document_id = d.id
LEFT JOIN countries c ON c.document_id = d.id;

CREATE VIEW orphans AS -- Rows that lie under nothing: none, where an engine has foreign keys, and none where only statedocs wrote
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
Fruit and coffee', 15, 0, NULL, NULL, NULL, NULL, NULL),
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
    ('17bcb6bcd8d537bda2423f87dffe883b', 0, 'embassy-in-washington', 'SM', 'San Marino''s embassy', '500 Sample Street, NW, Washington, DC 20000', '[]', '[]', '[]', '[[5,0]]'),
    ('ff9985e81b8a005481aa46421218c889', 0, 'embassy-in-washington', 'ML', 'Embassy of Mali', '1200 Sample Street, NW, Washington, DC 20000', '[]', '[]', '[]', '[[5,3]]');

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

INSERT INTO search_places (id, document_id, section, block) VALUES
    (1, '17bcb6bcd8d537bda2423f87dffe883b', NULL, NULL),
    (2, 'ff9985e81b8a005481aa46421218c889', NULL, NULL),
    (3, '25f421ebac0ef28fa393e49ef289e536', NULL, NULL),
    (4, '6c0228decec2658e90ea41a222486080', NULL, NULL),
    (5, '0fe7525400e6507f2da85cfe3e780de2', NULL, NULL),
    (6, '16b013d7ce52f92a3b9f41e3f416201a', NULL, NULL),
    (7, '17bcb6bcd8d537bda2423f87dffe883b', 1, NULL),
    (8, '17bcb6bcd8d537bda2423f87dffe883b', 2, NULL),
    (9, '17bcb6bcd8d537bda2423f87dffe883b', 3, NULL),
    (10, '17bcb6bcd8d537bda2423f87dffe883b', 4, NULL),
    (11, '17bcb6bcd8d537bda2423f87dffe883b', 5, NULL),
    (12, 'ff9985e81b8a005481aa46421218c889', 1, NULL),
    (13, 'ff9985e81b8a005481aa46421218c889', 2, NULL),
    (14, 'ff9985e81b8a005481aa46421218c889', 3, NULL),
    (15, 'ff9985e81b8a005481aa46421218c889', 4, NULL),
    (16, 'ff9985e81b8a005481aa46421218c889', 5, NULL),
    (17, '25f421ebac0ef28fa393e49ef289e536', 1, NULL),
    (18, '6c0228decec2658e90ea41a222486080', 1, NULL),
    (19, '0fe7525400e6507f2da85cfe3e780de2', 1, NULL),
    (20, '0fe7525400e6507f2da85cfe3e780de2', 2, NULL),
    (21, '16b013d7ce52f92a3b9f41e3f416201a', 1, NULL),
    (22, '16b013d7ce52f92a3b9f41e3f416201a', 2, NULL),
    (23, '16b013d7ce52f92a3b9f41e3f416201a', 3, NULL),
    (24, '17bcb6bcd8d537bda2423f87dffe883b', 1, 0),
    (25, '17bcb6bcd8d537bda2423f87dffe883b', 1, 1),
    (26, '17bcb6bcd8d537bda2423f87dffe883b', 2, 0),
    (27, '17bcb6bcd8d537bda2423f87dffe883b', 3, 0),
    (28, '17bcb6bcd8d537bda2423f87dffe883b', 4, 0),
    (29, '17bcb6bcd8d537bda2423f87dffe883b', 5, 0),
    (30, 'ff9985e81b8a005481aa46421218c889', 0, 0),
    (31, 'ff9985e81b8a005481aa46421218c889', 0, 1),
    (32, 'ff9985e81b8a005481aa46421218c889', 0, 2),
    (33, 'ff9985e81b8a005481aa46421218c889', 1, 0),
    (34, 'ff9985e81b8a005481aa46421218c889', 1, 1),
    (35, 'ff9985e81b8a005481aa46421218c889', 1, 2),
    (36, 'ff9985e81b8a005481aa46421218c889', 2, 0),
    (37, 'ff9985e81b8a005481aa46421218c889', 2, 1),
    (38, 'ff9985e81b8a005481aa46421218c889', 3, 0),
    (39, 'ff9985e81b8a005481aa46421218c889', 3, 1),
    (40, 'ff9985e81b8a005481aa46421218c889', 3, 2),
    (41, 'ff9985e81b8a005481aa46421218c889', 3, 3),
    (42, 'ff9985e81b8a005481aa46421218c889', 5, 0),
    (43, 'ff9985e81b8a005481aa46421218c889', 5, 1),
    (44, 'ff9985e81b8a005481aa46421218c889', 5, 2),
    (45, 'ff9985e81b8a005481aa46421218c889', 5, 3),
    (46, '25f421ebac0ef28fa393e49ef289e536', 0, 0),
    (47, '25f421ebac0ef28fa393e49ef289e536', 1, 0),
    (48, '25f421ebac0ef28fa393e49ef289e536', 1, 1),
    (49, '25f421ebac0ef28fa393e49ef289e536', 1, 2),
    (50, '25f421ebac0ef28fa393e49ef289e536', 1, 3),
    (51, '6c0228decec2658e90ea41a222486080', 0, 0),
    (52, '6c0228decec2658e90ea41a222486080', 1, 0),
    (53, '6c0228decec2658e90ea41a222486080', 1, 1),
    (54, '6c0228decec2658e90ea41a222486080', 1, 2),
    (55, '0fe7525400e6507f2da85cfe3e780de2', 0, 0),
    (56, '0fe7525400e6507f2da85cfe3e780de2', 1, 0),
    (57, '0fe7525400e6507f2da85cfe3e780de2', 1, 1),
    (58, '0fe7525400e6507f2da85cfe3e780de2', 2, 0),
    (59, '16b013d7ce52f92a3b9f41e3f416201a', 1, 0),
    (60, '16b013d7ce52f92a3b9f41e3f416201a', 2, 0),
    (61, '16b013d7ce52f92a3b9f41e3f416201a', 3, 0),
    (62, '16b013d7ce52f92a3b9f41e3f416201a', 3, 1),
    (63, '16b013d7ce52f92a3b9f41e3f416201a', 3, 2);
INSERT INTO search (search) VALUES ('rebuild');
