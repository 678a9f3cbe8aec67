-- view document_years
-- The year that a page speaks for: that of its edition, else that of its date
SELECT d.id AS document_id,
       CASE WHEN {is_year(d.series_edition)} THEN CAST(d.series_edition AS {integer})
            WHEN d.published_earliest IS NOT NULL THEN {year_of(d.published_earliest)} END AS year
FROM documents d

-- view country_documents
-- Every page with each country that it is about, its year and its kind
SELECT c.code AS country_code, c.name AS country, y.year, d.published, d.document_type_slug AS document_type,
       d.title, d.url, d.page_key, d.id AS document_id
FROM countries c
JOIN documents d ON d.id = c.document_id
JOIN document_years y ON y.document_id = d.id

-- view fact_sheets
-- Fact sheets by country and year
SELECT country_code, country, year, published, title, url, page_key, document_id
FROM country_documents
WHERE document_type = 'fact-sheet'

-- view section_ends
-- Where each section ends, with everything under it: the position of the first section behind it
SELECT s.document_id, s.position,
       coalesce((SELECT min(n.position) FROM sections n
                 WHERE n.document_id = s.document_id AND n.position > s.position AND n.level <= s.level),
                (SELECT max(m.position) + 1 FROM sections m WHERE m.document_id = s.document_id)) AS stop
FROM sections s

-- view section_texts
-- Sections with their own text
SELECT s.document_id, s.position AS section, s.level, s.number, s.heading,
       {joined(b.text|FROM blocks b WHERE b.document_id = s.document_id AND b.section = s.position|b.position)} AS text
FROM sections s

-- view whole_sections
-- Sections with the text of everything under them, headings among it
SELECT e.document_id, e.position AS section, s.level, s.number, s.heading,
       {joined(t.text|FROM (
           SELECT h.position AS section, -1 AS block,
                  CASE WHEN h.number IS NULL THEN h.heading WHEN h.heading IS NULL THEN h.number
                       ELSE h.number || '. ' || h.heading END AS text
           FROM sections h
           WHERE h.document_id = e.document_id AND h.position > e.position AND h.position < e.stop
           UNION ALL
           SELECT b.section, b.position, b.text FROM blocks b
           WHERE b.document_id = e.document_id AND b.section >= e.position AND b.section < e.stop) t|t.section, t.block)} AS text
FROM section_ends e
JOIN sections s ON s.document_id = e.document_id AND s.position = e.position

-- view named_sections
-- Sections by heading, over all countries and editions; a heading of more than 600 characters names nothing
SELECT s.heading, s.number, c.code AS country_code, c.name AS country, d.series_name AS series,
       d.series_edition AS edition, y.year, d.title, d.url, s.position AS section, d.id AS document_id
FROM sections s
JOIN documents d ON d.id = s.document_id
JOIN document_years y ON y.document_id = d.id
LEFT JOIN countries c ON c.document_id = d.id
WHERE length(s.heading) <= 600

-- view host_links
-- Links by the host that they lead to
SELECT l.host, l.kind, l.url AS link_url, l.text, d.title, d.url, l.section, l.block, d.id AS document_id
FROM links l
JOIN documents d ON d.id = l.document_id
WHERE l.host IS NOT NULL

-- view undated_documents
-- Pages without a date, and what is known of why
SELECT d.id AS document_id, d.title, d.url, d.template_name AS template, f.code, f.message,
       {joined(x.role || ' ' || x.value|FROM dates x WHERE x.document_id = d.id|x.position)} AS other_dates
FROM documents d
LEFT JOIN findings f ON f.document_id = d.id AND f.code LIKE 'date-%'
WHERE d.published_earliest IS NULL

-- view template_findings
-- How often each finding was made on the pages of each design
SELECT d.template_name AS template, f.code, f.level, m.meaning,
       count(DISTINCT d.id) AS documents, count(*) AS findings
FROM findings f
JOIN documents d ON d.id = f.document_id
LEFT JOIN finding_codes m ON m.code = f.code
GROUP BY d.template_name, f.code, f.level, m.meaning

-- view editions
-- Each page with the one before it: an earlier capture of the same page, or another page that is the series' earlier edition on a country
SELECT 'capture' AS kind, document_id, previous_id FROM (
    SELECT d.id AS document_id, lag(d.id) OVER w AS previous_id, d.content_sha256,
           lag(d.content_sha256) OVER w AS previous_sha256
    FROM documents d WHERE d.page_key IS NOT NULL
    WINDOW w AS (PARTITION BY d.page_key
                 ORDER BY coalesce(d.source_captured_at, CAST(d.published_latest AS {text})) NULLS LAST, d.id)
) captures
WHERE previous_id IS NOT NULL AND content_sha256 <> previous_sha256
UNION ALL
SELECT 'series', document_id, previous_id FROM (
    SELECT e.document_id, e.page_key, e.edition, lag(e.document_id) OVER w AS previous_id,
           lag(e.page_key) OVER w AS previous_key, lag(e.edition) OVER w AS previous_edition
    FROM (
        SELECT d.id AS document_id, d.page_key, d.series_name, c.name AS country, d.source_captured_at AS captured_at,
               lower(coalesce(d.series_edition, d.published)) AS edition,
               CASE WHEN {is_year(d.series_edition)} THEN d.series_edition
                    ELSE CAST(d.published_earliest AS {text}) END AS since
        FROM documents d
        JOIN countries c ON c.document_id = d.id AND c.position = 0
        WHERE d.series_name IS NOT NULL
    ) e
    WHERE e.since IS NOT NULL
    WINDOW w AS (PARTITION BY e.series_name, e.country ORDER BY e.since, e.captured_at NULLS LAST, e.document_id)
) parts
WHERE previous_id IS NOT NULL AND edition <> previous_edition
  AND (page_key IS NULL OR previous_key IS NULL OR page_key <> previous_key)

-- view section_names
-- Sections by the name that they have in every edition; `nth` tells those of one name in one page apart
SELECT s.document_id, s.position AS section, coalesce(s.number, '') AS number, coalesce(s.heading, '') AS heading,
       {section_text(s.document_id|s.position)} AS text,
       s.nth
FROM sections s

-- view edition_changes
-- Sections that one edition has and the one before has not, or has otherwise; and titles that are others since a capture
WITH pairs AS MATERIALIZED (SELECT kind, document_id, previous_id FROM editions)
SELECT e.kind, e.document_id, e.previous_id, CASE WHEN o.document_id IS NULL THEN 'added' ELSE 'rewritten' END AS change,
       coalesce(n.number, '') AS number, coalesce(n.heading, '') AS heading,
       {section_text(o.document_id|o.position)} AS text_before,
       {section_text(n.document_id|n.position)} AS text_after,
       d.page_key, d.title
FROM pairs e
JOIN documents d ON d.id = e.document_id
JOIN sections n ON n.document_id = e.document_id
LEFT JOIN sections o ON o.document_id = e.previous_id AND o.nth = n.nth
    AND coalesce(o.number, '') = coalesce(n.number, '') AND coalesce(o.heading, '') = coalesce(n.heading, '')
WHERE o.document_id IS NULL OR o.text_digest <> n.text_digest
UNION ALL
SELECT e.kind, e.document_id, e.previous_id, 'removed', coalesce(o.number, ''), coalesce(o.heading, ''),
       {section_text(o.document_id|o.position)},
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
WHERE e.kind = 'capture' AND coalesce(d.title, '') <> coalesce(p.title, '')

-- view contact_list
-- Posts and offices, each with its telephone numbers in one text, a line each
SELECT k.country AS country_code, k.kind, k.name, k.address,
       {joined(p.kind || ' ' || coalesce(p.e164, p.as_written)|FROM contact_phones p WHERE p.document_id = k.document_id AND p.contact = k.position|p.position)} AS phones,
       k.emails, k.urls, k.officials, d.published, d.title, d.url, d.id AS document_id
FROM contacts k
JOIN documents d ON d.id = k.document_id

-- view country_facts
-- Facts of country profiles over countries and years
SELECT c.code AS country_code, c.name AS country, y.year, f.topic, f.label, f.qualifier, f.value,
       d.published, d.title, d.url, d.id AS document_id
FROM facts f
JOIN documents d ON d.id = f.document_id
JOIN document_years y ON y.document_id = d.id
LEFT JOIN countries c ON c.document_id = d.id
