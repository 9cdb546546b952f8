-- The end of a permit: what it allows was begun, it ended, another one renews it.
ALTER TABLE documents_papers ADD COLUMN begun_on TEXT;
ALTER TABLE documents_papers ADD COLUMN expired_at TEXT;
CREATE INDEX documents_papers_ending ON documents_papers (tenant, valid_until, id)
    WHERE state = 'issued' AND valid_until IS NOT NULL AND begun_on IS NULL AND expired_at IS NULL;
CREATE TABLE documents_renewals (
    tenant TEXT NOT NULL, draft TEXT NOT NULL, paper TEXT NOT NULL, began_at TEXT NOT NULL, case_id TEXT, holder TEXT,
    PRIMARY KEY (tenant, draft)
) /* clustered */;
CREATE INDEX documents_renewals_of_paper ON documents_renewals (tenant, paper, began_at);
CREATE INDEX documents_renewals_of_case ON documents_renewals (tenant, case_id) WHERE case_id IS NOT NULL;
