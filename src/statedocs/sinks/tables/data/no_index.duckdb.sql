CREATE OR REPLACE MACRO search(words) AS TABLE SELECT * FROM search_by_scan(words);
DROP MACRO IF EXISTS stems_of;
DROP SCHEMA fts_main_search_places CASCADE;
DROP TABLE search_places;
