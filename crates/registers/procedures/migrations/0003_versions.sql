CREATE TABLE procedures_versions (
    tenant TEXT NOT NULL, procedure TEXT NOT NULL, version BIGINT NOT NULL, state TEXT NOT NULL, body TEXT NOT NULL, note TEXT,
    made_by TEXT NOT NULL, made_at TEXT NOT NULL, proposed_by TEXT, proposed_at TEXT, published_by TEXT, published_at TEXT,
    withdrawn_by TEXT, withdrawn_at TEXT, PRIMARY KEY (tenant, procedure, version)
);
CREATE INDEX procedures_versions_by_state ON procedures_versions (tenant, state, procedure, version);
CREATE TABLE procedures_tariffs (
    tenant TEXT NOT NULL, id TEXT NOT NULL, amount BIGINT NOT NULL, decision TEXT NOT NULL, changed_at TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);
