CREATE INDEX links_by_block ON links (document_id, section, block);
CREATE INDEX date_mentions_by_block ON date_mentions (document_id, section, block);
CREATE INDEX facts_by_block ON facts (document_id, section, block);
