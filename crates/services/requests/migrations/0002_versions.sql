-- The version of the procedure that the person last saw; 0 for drafts from before it was kept.
ALTER TABLE requests_drafts ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
