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
