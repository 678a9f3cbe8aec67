-- The tables of statedocs 1.5, made from the models by `statedocs schema`: do not edit.

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

CREATE VIEW named_sections AS -- Sections by heading, over all countries and editions; a heading of more than 600 characters names nothing
SELECT s.heading, s.number, c.code AS country_code, c.name AS country, d.series_name AS series,
       d.series_edition AS edition, y.year, d.title, d.url, s.position AS section, d.id AS document_id
FROM sections s
JOIN documents d ON d.id = s.document_id
JOIN document_years y ON y.document_id = d.id
LEFT JOIN countries c ON c.document_id = d.id
WHERE length(s.heading) <= 600;

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

CREATE VIEW editions AS -- Each page with the one before it: an earlier capture of the same page, or another page that is the series' earlier edition on a country
SELECT 'capture' AS kind, document_id, previous_id FROM (
    SELECT d.id AS document_id, lag(d.id) OVER w AS previous_id, d.content_sha256,
           lag(d.content_sha256) OVER w AS previous_sha256
    FROM documents d WHERE d.page_key IS NOT NULL
    WINDOW w AS (PARTITION BY d.page_key
                 ORDER BY coalesce(d.source_captured_at, CAST(d.published_latest AS TEXT)) NULLS LAST, d.id)
) captures
WHERE previous_id IS NOT NULL AND content_sha256 <> previous_sha256
UNION ALL
SELECT 'series', document_id, previous_id FROM (
    SELECT e.document_id, e.page_key, e.edition, lag(e.document_id) OVER w AS previous_id,
           lag(e.page_key) OVER w AS previous_key, lag(e.edition) OVER w AS previous_edition
    FROM (
        SELECT d.id AS document_id, d.page_key, d.series_name, c.name AS country, d.source_captured_at AS captured_at,
               lower(coalesce(d.series_edition, d.published)) AS edition,
               CASE WHEN d.series_edition GLOB '[0-9][0-9][0-9][0-9]' THEN d.series_edition
                    ELSE CAST(d.published_earliest AS TEXT) END AS since
        FROM documents d
        JOIN countries c ON c.document_id = d.id AND c.position = 0
        WHERE d.series_name IS NOT NULL
    ) e
    WHERE e.since IS NOT NULL
    WINDOW w AS (PARTITION BY e.series_name, e.country ORDER BY e.since, e.captured_at NULLS LAST, e.document_id)
) parts
WHERE previous_id IS NOT NULL AND edition <> previous_edition
  AND (page_key IS NULL OR previous_key IS NULL OR page_key <> previous_key);

CREATE VIEW section_names AS -- Sections by the name that they have in every edition; `nth` tells those of one name in one page apart
SELECT s.document_id, s.position AS section, coalesce(s.number, '') AS number, coalesce(s.heading, '') AS heading,
       (SELECT group_concat(piece, char(10)) FROM (SELECT b.text AS piece FROM blocks b WHERE b.document_id = s.document_id AND b.section = s.position ORDER BY b.position)) AS text,
       s.nth
FROM sections s;

CREATE VIEW edition_changes AS -- Sections that one edition has and the one before has not, or has otherwise; and titles that are others since a capture
WITH pairs AS MATERIALIZED (SELECT kind, document_id, previous_id FROM editions)
SELECT e.kind, e.document_id, e.previous_id, CASE WHEN o.document_id IS NULL THEN 'added' ELSE 'rewritten' END AS change,
       coalesce(n.number, '') AS number, coalesce(n.heading, '') AS heading,
       (SELECT group_concat(piece, char(10)) FROM (SELECT b.text AS piece FROM blocks b WHERE b.document_id = o.document_id AND b.section = o.position ORDER BY b.position)) AS text_before,
       (SELECT group_concat(piece, char(10)) FROM (SELECT b.text AS piece FROM blocks b WHERE b.document_id = n.document_id AND b.section = n.position ORDER BY b.position)) AS text_after,
       d.page_key, d.title
FROM pairs e
JOIN documents d ON d.id = e.document_id
JOIN sections n ON n.document_id = e.document_id
LEFT JOIN sections o ON o.document_id = e.previous_id AND o.nth = n.nth
    AND coalesce(o.number, '') = coalesce(n.number, '') AND coalesce(o.heading, '') = coalesce(n.heading, '')
WHERE o.document_id IS NULL OR o.text_digest <> n.text_digest
UNION ALL
SELECT e.kind, e.document_id, e.previous_id, 'removed', coalesce(o.number, ''), coalesce(o.heading, ''),
       (SELECT group_concat(piece, char(10)) FROM (SELECT b.text AS piece FROM blocks b WHERE b.document_id = o.document_id AND b.section = o.position ORDER BY b.position)),
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

CREATE VIEW contact_list AS -- Posts and offices, each with its telephone numbers in one text, a line each
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
INSERT INTO about (name, value) VALUES ('tables_version', '1.5');
