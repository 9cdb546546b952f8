CREATE TABLE open311_requests (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, api_key TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (tenant, case_id)
);
CREATE INDEX open311_requests_of_key ON open311_requests (tenant, api_key, case_id);
CREATE TABLE open311_updates (
    tenant TEXT NOT NULL, api_key TEXT NOT NULL, update_id TEXT NOT NULL, case_id TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (tenant, api_key, update_id)
);
CREATE TABLE open311_changesets (
    tenant TEXT NOT NULL, fingerprint TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (tenant)
);
