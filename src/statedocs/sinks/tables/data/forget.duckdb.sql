-- Some documents taken out of the tables of the full-text index
CREATE OR REPLACE TEMPORARY TABLE forgotten AS SELECT id FROM search_places WHERE {condition};
UPDATE fts_main_search_places.dict SET df = df - met.texts
FROM (
    SELECT termid, count(DISTINCT docid) AS texts FROM fts_main_search_places.terms
    WHERE docid IN (SELECT id FROM forgotten) GROUP BY termid
) AS met
WHERE dict.termid = met.termid;
DELETE FROM fts_main_search_places.dict WHERE df = 0;
DELETE FROM fts_main_search_places.terms WHERE docid IN (SELECT id FROM forgotten);
DELETE FROM fts_main_search_places.docs WHERE docid IN (SELECT id FROM forgotten);
DELETE FROM search_places WHERE id IN (SELECT id FROM forgotten);
UPDATE fts_main_search_places.stats
SET num_docs = (SELECT count(*) FROM fts_main_search_places.docs),
    avgdl = (SELECT avg(len) FROM fts_main_search_places.docs);
DROP TABLE forgotten;
