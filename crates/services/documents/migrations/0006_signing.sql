-- Tries of a PIN, counted before the key is opened; numbers that drafts gave back before anybody signed them, and why one was cancelled.
CREATE TABLE documents_tries (
    tenant TEXT NOT NULL, holder TEXT NOT NULL, wrong BIGINT NOT NULL, at TEXT NOT NULL, busy_until TEXT, PRIMARY KEY (tenant, holder)
);
-- The person who wrote a version, whichever account it was.
ALTER TABLE documents_templates ADD COLUMN written_person TEXT;
ALTER TABLE documents_papers ADD COLUMN released_at TEXT;
ALTER TABLE documents_papers ADD COLUMN cancelled_words TEXT;
DROP INDEX documents_papers_by_number;
CREATE UNIQUE INDEX documents_papers_by_number ON documents_papers (tenant, register, year, number) WHERE released_at IS NULL;
CREATE TABLE documents_free_numbers (
    tenant TEXT NOT NULL, register TEXT NOT NULL, year BIGINT NOT NULL, number BIGINT NOT NULL,
    PRIMARY KEY (tenant, register, year, number)
) /* clustered */;
CREATE INDEX documents_papers_ended ON documents_papers (tenant, valid_until) WHERE state = 'issued' AND expired_at IS NOT NULL;
