ALTER TABLE requests_drafts ADD COLUMN mandate TEXT;
CREATE INDEX requests_drafts_of_mandate ON requests_drafts (tenant, mandate);
