CREATE TABLE search_places (
    id BIGINT, document_id VARCHAR, section BIGINT, block BIGINT, part VARCHAR, text VARCHAR
);
COMMENT ON TABLE search_places IS 'What the full-text index has read: titles, headings and blocks, each with its place';
COMMENT ON COLUMN search_places.id IS 'Number of the text in the index';
COMMENT ON COLUMN search_places.document_id IS 'The document';
COMMENT ON COLUMN search_places.section IS 'Position of the section; null for a title';
COMMENT ON COLUMN search_places.block IS 'Position of the block in its section; null for a title or heading';
COMMENT ON COLUMN search_places.part IS 'What it is: title, heading, or the kind of the block';
COMMENT ON COLUMN search_places.text IS 'What it says';
PRAGMA create_fts_index(
    'search_places', 'id', 'text', stemmer = 'english', stopwords = 'none', ignore = '[^\p{L}\p{N}]+'
);
CREATE OR REPLACE MACRO stems_of(text) AS
    ' ' || array_to_string(list_transform(words_of(text), lambda word : stem(word, 'english')), ' ') || ' ';
CREATE OR REPLACE MACRO search(words) AS TABLE
    SELECT document_id, section, block, part, text, -score AS rank
    FROM (
        SELECT *, fts_main_search_places.match_bm25(id, array_to_string(words_of(words), ' '), conjunctive := 1) AS score
        FROM search_places
    ) AS texts
    WHERE CASE WHEN score IS NULL THEN FALSE -- so that phrases are looked for in these texts alone
               WHEN len(phrases_of(words)) = 0 THEN TRUE
               ELSE len(list_filter(phrases_of(words), lambda phrase : NOT contains(stems_of(text), stems_of(phrase)))) = 0
          END;
