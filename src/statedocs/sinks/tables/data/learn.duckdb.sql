-- The texts of some documents, put into the tables of the full-text index as the extension itself would: a row of
-- `terms` for every word, in `dict` each stem with the number of texts that have it
CREATE OR REPLACE TEMPORARY TABLE learned AS
SELECT row_number() OVER (ORDER BY document_id, section NULLS FIRST, block NULLS FIRST)
       + (SELECT coalesce(max(id), 0) FROM search_places) AS id, *
FROM search_texts WHERE {condition};
INSERT INTO search_places SELECT * FROM learned;
CREATE OR REPLACE TEMPORARY TABLE learned_words AS
SELECT id, unnest(string_split_regex(
    lower(CASE WHEN regexp_matches(text, '\p{M}') THEN strip_accents(text) ELSE text END), '[^\p{L}\p{N}]+'
)) AS word
FROM learned;
CREATE OR REPLACE TEMPORARY TABLE learned_stems AS
SELECT word, stem(strip_accents(word), 'english') AS term FROM (SELECT DISTINCT word FROM learned_words WHERE word <> '');
INSERT INTO fts_main_search_places.dict (termid, term, df)
SELECT (SELECT coalesce(max(termid) + 1, 0) FROM fts_main_search_places.dict) + row_number() OVER (ORDER BY term) - 1, term, 0
FROM (SELECT term FROM learned_stems EXCEPT SELECT term FROM fts_main_search_places.dict);
CREATE OR REPLACE TEMPORARY TABLE learned_terms AS
SELECT w.id, s.termid
FROM learned_words w
JOIN (SELECT word, termid FROM learned_stems JOIN fts_main_search_places.dict USING (term)) s ON s.word = w.word;
INSERT INTO fts_main_search_places.terms (docid, fieldid, termid) SELECT id, 0, termid FROM learned_terms;
UPDATE fts_main_search_places.dict SET df = df + met.texts
FROM (SELECT termid, count(DISTINCT id) AS texts FROM learned_terms GROUP BY termid) AS met
WHERE dict.termid = met.termid;
INSERT INTO fts_main_search_places.docs (docid, name, len)
SELECT l.id, l.id, coalesce(t.words, 0)
FROM learned l
LEFT JOIN (SELECT id, count(*) AS words FROM learned_terms GROUP BY id) AS t ON t.id = l.id;
UPDATE fts_main_search_places.stats
SET num_docs = (SELECT count(*) FROM fts_main_search_places.docs),
    avgdl = (SELECT avg(len) FROM fts_main_search_places.docs);
DROP TABLE learned_terms;
DROP TABLE learned_words;
DROP TABLE learned_stems;
DROP TABLE learned;
