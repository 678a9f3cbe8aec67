CREATE TABLE search_places (
    id BIGINT, document_id VARCHAR, section BIGINT, block BIGINT, part VARCHAR, text VARCHAR
);
COMMENT ON TABLE search_places IS 'What the full-text index has read: titles, headings and blocks, each with its place';
PRAGMA create_fts_index(
    'search_places', 'id', 'text', stemmer = 'english', stopwords = 'none', ignore = '[^\p{L}\p{N}]+'
);
CREATE OR REPLACE MACRO search(words) AS TABLE
    SELECT document_id, section, block, part, text, -score AS rank
    FROM (
        SELECT *, fts_main_search_places.match_bm25(id, array_to_string(words_of(words), ' '), conjunctive := 1) AS score
        FROM search_places
    ) AS texts
    WHERE score IS NOT NULL;
