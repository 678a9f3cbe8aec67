-- What the tables of statedocs answer, in SQL that SQLite, DuckDB and PostgreSQL all take.
-- `:name` is what is asked for. Written by `statedocs schema`: do not edit.

-- Fact sheets on a country, by year
-- Every fact sheet about the country with this ISO code; :country such as 'PE'
SELECT year, published, title, url, document_id
FROM fact_sheets
WHERE country_code = :country
ORDER BY year NULLS LAST, published NULLS LAST, document_id;

-- Pages on a country, by year and kind
-- Every page about the country with this ISO code; :country such as 'PE'
SELECT year, document_type, published, title, url, document_id
FROM country_documents
WHERE country_code = :country
ORDER BY year NULLS LAST, document_type NULLS LAST, published NULLS LAST, document_id;

-- One section over all countries and editions
-- The text of the sections with this heading, with everything under them, whichever apostrophe it has; :heading such as 'ECONOMY'
SELECT n.country, n.year, n.series, n.edition, w.text, n.title, n.url, n.document_id
FROM named_sections n
JOIN whole_sections w ON w.document_id = n.document_id AND w.section = n.section
WHERE lower(n.heading) IN (lower(:heading), replace(lower(:heading), '''', '’'), replace(lower(:heading), '’', ''''))
ORDER BY n.country NULLS LAST, n.year NULLS LAST, n.edition NULLS LAST, n.document_id, n.section;

-- Links to a host
-- Every link to exactly this host, with the page that it stands on; :host such as 'www.usaid.gov'
SELECT link_url, text, title, url, section, block, document_id
FROM host_links
WHERE host = :host
ORDER BY link_url, document_id, section NULLS FIRST, block NULLS FIRST;

-- Hosts that are linked to
-- How many links on how many pages lead to each host
SELECT host, kind, count(*) AS links, count(DISTINCT document_id) AS documents
FROM host_links
GROUP BY host, kind
ORDER BY links DESC, host, kind;

-- Pages without a date, and why
-- Each page without a date of its own, the findings on its dates, and the other dates that it states
SELECT template, code, message, other_dates, title, url, document_id
FROM undated_documents
ORDER BY template, document_id, code NULLS LAST;

-- Findings by page design
-- How often each finding was made on the pages of each design
SELECT template, code, level, documents, findings, meaning
FROM template_findings
ORDER BY template, findings DESC, code;

-- What changed between editions
-- Sections added, removed and rewritten, and new titles, since the page's earlier capture, or the series' earlier edition on the country; all pages are '%', also those without an address; :page such as '%'
SELECT page_key, title, kind, change, number, heading, text_before, text_after, document_id, previous_id
FROM edition_changes
WHERE coalesce(page_key, '') LIKE :page
ORDER BY page_key NULLS LAST, document_id, kind, change, number, heading;

-- Contacts of a country
-- Embassies, consulates and offices with their numbers, the newest page first; :country such as 'PE'
SELECT kind, name, address, phones, emails, published, title, document_id
FROM contact_list
WHERE country_code = :country
ORDER BY published DESC NULLS LAST, kind, name, document_id;

-- A fact over countries and years
-- What country profiles say under labels that begin so: Area, Population; :label such as 'Population'
SELECT country, year, label, qualifier, value, title, document_id
FROM country_facts
WHERE lower(label) LIKE lower(:label) || '%'
ORDER BY country NULLS LAST, year NULLS LAST, document_id;

-- Full-text search
-- Titles, headings and texts that have all the words, however written, the hundred best, with page and section; :words such as 'democracy'
SELECT s.part, s.text, h.number, h.heading, d.title, d.url, s.section, s.block, s.document_id
FROM search('"' || replace(replace(:words, '"', ' '), ' ', '" "') || '"') s
JOIN documents d ON d.id = s.document_id
LEFT JOIN sections h ON h.document_id = s.document_id AND h.position = s.section
ORDER BY s.rank, s.document_id, s.section NULLS FIRST, s.block NULLS FIRST
LIMIT 100;
