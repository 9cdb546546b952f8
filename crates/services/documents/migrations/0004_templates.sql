-- Templates of the commune's own, by kind of paper; the country's goes on where there is none.
CREATE TABLE documents_templates (
    tenant TEXT NOT NULL, kind TEXT NOT NULL, version BIGINT NOT NULL, text TEXT NOT NULL, state TEXT NOT NULL, written_by TEXT NOT NULL,
    written_at TEXT NOT NULL, published_by TEXT, published_at TEXT, failed_at TEXT, failed_why TEXT, PRIMARY KEY (tenant, kind, version)
);
CREATE UNIQUE INDEX documents_templates_live ON documents_templates (tenant, kind) WHERE state = 'published';
