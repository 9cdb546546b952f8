CREATE TABLE identity_providers (
    tenant TEXT NOT NULL, id TEXT NOT NULL, label TEXT NOT NULL, issuer TEXT NOT NULL, client_id TEXT NOT NULL,
    vault TEXT NOT NULL, secret TEXT NOT NULL, scopes TEXT NOT NULL, claims TEXT NOT NULL, levels TEXT NOT NULL,
    created_at TEXT NOT NULL, on_since TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE TABLE identity_flows (
    tenant TEXT NOT NULL, id TEXT NOT NULL, provider TEXT NOT NULL, browser TEXT NOT NULL, account TEXT,
    vault TEXT NOT NULL, told TEXT NOT NULL, arrived TEXT,
    created_at TEXT NOT NULL, expires_at TEXT NOT NULL, used_at TEXT, closed_at TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX identity_flows_of_browser ON identity_flows (tenant, browser);
CREATE INDEX identity_flows_by_end ON identity_flows (tenant, expires_at);
CREATE TABLE identity_links (
    tenant TEXT NOT NULL, id TEXT NOT NULL, provider TEXT NOT NULL, subject_key TEXT NOT NULL,
    account TEXT NOT NULL, person TEXT NOT NULL, vault TEXT NOT NULL, claims TEXT NOT NULL,
    level_before TEXT NOT NULL, linked_at TEXT NOT NULL, seen_at TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX identity_links_by_subject ON identity_links (tenant, provider, subject_key);
CREATE INDEX identity_links_of_account ON identity_links (tenant, account);
CREATE INDEX identity_links_of_person ON identity_links (tenant, person);
CREATE TABLE identity_doubts (
    tenant TEXT NOT NULL, id TEXT NOT NULL, link TEXT NOT NULL, person TEXT NOT NULL, kind TEXT NOT NULL, mark TEXT NOT NULL,
    vault TEXT NOT NULL, claims TEXT NOT NULL, noted_at TEXT NOT NULL,
    settled_at TEXT, settled_by TEXT, verdict TEXT, reason TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX identity_doubts_once ON identity_doubts (tenant, link, kind, mark);
CREATE INDEX identity_doubts_open ON identity_doubts (tenant, settled_at, noted_at);
CREATE INDEX identity_doubts_of_person ON identity_doubts (tenant, person);
