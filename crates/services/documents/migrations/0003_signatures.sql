-- Signatures one after the other, the time stamp of the last, and the bytes a paper had before its stamp came.
ALTER TABLE documents_papers ADD COLUMN before_roles TEXT;
ALTER TABLE documents_papers ADD COLUMN turn BIGINT NOT NULL DEFAULT 0;
ALTER TABLE documents_papers ADD COLUMN stamp TEXT;
CREATE TABLE documents_signatures (
    tenant TEXT NOT NULL, paper TEXT NOT NULL, turn BIGINT NOT NULL, role TEXT, actor TEXT NOT NULL, signer TEXT NOT NULL, stamp TEXT,
    at TEXT NOT NULL, PRIMARY KEY (tenant, paper, turn)
);
CREATE TABLE documents_editions (
    tenant TEXT NOT NULL, sha256 TEXT NOT NULL, paper TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (tenant, sha256)
);
CREATE INDEX documents_papers_unstamped ON documents_papers (tenant, issued_at) WHERE stamp = 'waiting';
