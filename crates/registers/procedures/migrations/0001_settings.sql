CREATE TABLE procedures_settings (
    tenant TEXT NOT NULL, procedure TEXT NOT NULL, offered TEXT NOT NULL, unit TEXT, service_span BIGINT, service_kind TEXT,
    changed_at TEXT NOT NULL, PRIMARY KEY (tenant, procedure)
);
