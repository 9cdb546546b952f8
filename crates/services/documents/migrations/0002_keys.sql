-- Keys that sign, the same for every machine: a token file under its holder's PIN, or where a device keeps the key. And the roots
-- that the verification trusts.
CREATE TABLE documents_keys (
    tenant TEXT NOT NULL, holder TEXT NOT NULL, kind TEXT NOT NULL, vault TEXT NOT NULL, content TEXT NOT NULL, expires_at TEXT,
    made_at TEXT NOT NULL, PRIMARY KEY (tenant, holder)
);
CREATE TABLE documents_roots (
    tenant TEXT NOT NULL, sha256 TEXT NOT NULL, pem TEXT NOT NULL, added_at TEXT NOT NULL, PRIMARY KEY (tenant, sha256)
);
