ALTER TABLE documents ADD COLUMN words tsvector
    GENERATED ALWAYS AS (to_tsvector('english',
        CASE WHEN octet_length(title) = length(title) AND length(title) <= 150000 THEN {apart(title)}
             WHEN title ~ '[\u00C0-\u024F\u1E00-\u1EFF]' THEN {plain({parted(left(title, 150000))})}
             ELSE {parted(left(coalesce(title, ''), 150000))} END)) STORED;
ALTER TABLE sections ADD COLUMN words tsvector
    GENERATED ALWAYS AS (to_tsvector('english',
        CASE WHEN octet_length(heading) = length(heading) AND length(heading) <= 150000 THEN {apart(heading)}
             WHEN heading ~ '[\u00C0-\u024F\u1E00-\u1EFF]' THEN {plain({parted(left(heading, 150000))})}
             ELSE {parted(left(coalesce(heading, ''), 150000))} END)) STORED;
ALTER TABLE blocks ADD COLUMN words tsvector
    GENERATED ALWAYS AS (to_tsvector('english',
        CASE WHEN octet_length(text) = length(text) AND length(text) <= 150000 THEN {apart(text)}
             WHEN text ~ '[\u00C0-\u024F\u1E00-\u1EFF]' THEN {plain({parted(left(text, 150000))})}
             ELSE {parted(left(text, 150000))} END)) STORED;
COMMENT ON COLUMN documents.words IS 'Words of the title, for full-text search';
COMMENT ON COLUMN sections.words IS 'Words of the heading, for full-text search';
COMMENT ON COLUMN blocks.words IS 'Words of the text, for full-text search: of a block longer than a vector may be, of its first 150,000 characters';
CREATE INDEX documents_by_words ON documents USING gin (words);
CREATE INDEX sections_by_words ON sections USING gin (words);
CREATE INDEX blocks_by_words ON blocks USING gin (words);
CREATE FUNCTION search(words text)
RETURNS TABLE (document_id text, section bigint, block bigint, part text, text text, rank real)
LANGUAGE sql STABLE BEGIN ATOMIC
    WITH wanted AS (SELECT websearch_to_tsquery('english', {plain({parted($1)})}) AS query)
    SELECT d.id, NULL::bigint, NULL::bigint, 'title', d.title, -ts_rank_cd(d.words, w.query)
    FROM wanted w JOIN documents d ON d.words @@ w.query
    UNION ALL
    SELECT s.document_id, s.position, NULL, 'heading', s.heading, -ts_rank_cd(s.words, w.query)
    FROM wanted w JOIN sections s ON s.words @@ w.query
    UNION ALL
    SELECT b.document_id, b.section, b.position, b.kind, b.text, -ts_rank_cd(b.words, w.query)
    FROM wanted w JOIN blocks b ON b.words @@ w.query;
END;
COMMENT ON FUNCTION search(text) IS 'Titles, headings and blocks that have the words, the best first when ordered by rank';
CREATE FUNCTION section_text(document_id text, section bigint) RETURNS text
LANGUAGE sql STABLE BEGIN ATOMIC
    SELECT string_agg(b.text, chr(10) ORDER BY b.position) FROM blocks b WHERE b.document_id = $1 AND b.section = $2;
END;
COMMENT ON FUNCTION section_text(text, bigint) IS 'A section''s own text: its blocks'', joined by line ends';
