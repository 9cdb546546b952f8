CREATE TABLE requests_drafts (
    tenant TEXT NOT NULL, id TEXT NOT NULL, code_key TEXT NOT NULL, procedure TEXT NOT NULL, person TEXT, channel TEXT NOT NULL,
    lang TEXT NOT NULL, vault TEXT NOT NULL, typed TEXT NOT NULL, files TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, filed TEXT, PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX requests_drafts_by_code ON requests_drafts (tenant, code_key);
CREATE UNIQUE INDEX requests_drafts_one ON requests_drafts (tenant, person, procedure)
    WHERE person IS NOT NULL AND filed IS NULL AND channel = 'web';
CREATE INDEX requests_drafts_old ON requests_drafts (tenant, updated_at);
CREATE TABLE requests_uploads (
    tenant TEXT NOT NULL, draft TEXT NOT NULL, id TEXT NOT NULL, piece TEXT NOT NULL, size BIGINT NOT NULL,
    received BIGINT NOT NULL, chunks TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (tenant, draft, id)
) /* clustered */;
