CREATE TABLE search_places ( -- What the full-text search has read: titles, headings and blocks, each with its place
    id INTEGER PRIMARY KEY, -- Number of the text in the index
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE, -- The document
    section INTEGER, -- Position of the section; null for a title
    block INTEGER -- Position of the block in its section; null for a title or heading
) STRICT;
CREATE INDEX search_places_by_document ON search_places (document_id);
CREATE VIEW search_texts AS -- Titles, headings and blocks with their words
SELECT p.id, p.document_id, p.section, p.block,
       CASE WHEN p.section IS NULL THEN 'title' WHEN p.block IS NULL THEN 'heading' ELSE b.kind END AS part,
       CASE WHEN p.section IS NULL THEN d.title WHEN p.block IS NULL THEN s.heading ELSE b.text END AS text
FROM search_places p
LEFT JOIN documents d ON d.id = p.document_id AND p.section IS NULL
LEFT JOIN sections s ON s.document_id = p.document_id AND s.position = p.section AND p.block IS NULL
LEFT JOIN blocks b ON b.document_id = p.document_id AND b.section = p.section AND b.position = p.block;
CREATE VIRTUAL TABLE search USING fts5 (
    document_id UNINDEXED, section UNINDEXED, block UNINDEXED, part UNINDEXED, text,
    content='search_texts', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2'
);
