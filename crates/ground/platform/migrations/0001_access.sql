CREATE TABLE access_sessions (
    tenant TEXT NOT NULL, id TEXT NOT NULL, account TEXT NOT NULL, person TEXT NOT NULL, side TEXT NOT NULL,
    vault TEXT NOT NULL, name TEXT NOT NULL, created_at TEXT NOT NULL, seen_at TEXT NOT NULL, expires_at TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX access_sessions_of_account ON access_sessions (tenant, account);
CREATE TABLE access_grants (
    tenant TEXT NOT NULL, id TEXT NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL, unit TEXT, area TEXT,
    starts_on TEXT NOT NULL, ends_on TEXT, decision TEXT NOT NULL, PRIMARY KEY (tenant, id)
);
CREATE INDEX access_grants_of_person ON access_grants (tenant, person);
CREATE TABLE access_keys (
    tenant TEXT NOT NULL, id TEXT NOT NULL, hash TEXT NOT NULL, label TEXT NOT NULL, role TEXT NOT NULL,
    created_at TEXT NOT NULL, revoked_at TEXT, PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX access_keys_by_hash ON access_keys (tenant, hash);
