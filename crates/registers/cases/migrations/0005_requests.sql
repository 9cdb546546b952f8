-- Pieces of a file, and opinions asked of services beside each other.
ALTER TABLE cases_files ADD COLUMN piece TEXT;
ALTER TABLE cases_files ADD COLUMN scan TEXT;
CREATE TABLE cases_opinions (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, id TEXT NOT NULL, unit TEXT NOT NULL, title TEXT NOT NULL, task TEXT NOT NULL,
    asked_at TEXT NOT NULL, due_at TEXT, silence TEXT NOT NULL, verdict TEXT, words TEXT, given_by TEXT, given_at TEXT,
    PRIMARY KEY (tenant, case_id, id)
) /* clustered */;
CREATE INDEX cases_opinions_waiting ON cases_opinions (tenant, due_at) WHERE given_at IS NULL;
