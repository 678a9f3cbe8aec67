CREATE VIEW search_texts AS
SELECT id AS document_id, NULL::BIGINT AS section, NULL::BIGINT AS block, 'title' AS part, title AS text
FROM documents WHERE title IS NOT NULL
UNION ALL
SELECT document_id, position, NULL, 'heading', heading FROM sections WHERE heading IS NOT NULL
UNION ALL
SELECT document_id, section, position, kind, text FROM blocks;
CREATE MACRO words_of(text) AS
    list_filter(string_split_regex(lower(strip_accents(text)), '[^\p{L}\p{N}]+'), lambda word : word <> '');
-- Needs no extension and no index: reads all texts. Words are found as they are written
CREATE MACRO search_by_scan(words) AS TABLE
    SELECT document_id, section, block, part, text,
           -len(list_filter(found, lambda word : list_contains(wanted, word))) / (20 + len(found)) AS rank
    FROM (SELECT *, words_of(text) AS found, words_of(words) AS wanted FROM search_texts) AS texts
    WHERE len(wanted) > 0 AND list_has_all(found, wanted);
-- At the end of a run it gets another body, which asks the full-text index, if that could be made
CREATE MACRO search(words) AS TABLE SELECT * FROM search_by_scan(words);
