CREATE TABLE outages_systems (
    tenant TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, down TEXT NOT NULL, added_at TEXT NOT NULL, retired_at TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE TABLE outages_outages (
    tenant TEXT NOT NULL, id TEXT NOT NULL, system TEXT NOT NULL, source TEXT NOT NULL, since TEXT NOT NULL,
    sites TEXT NOT NULL, matters TEXT NOT NULL, words TEXT NOT NULL, expected TEXT,
    declared_at TEXT NOT NULL, declared_by TEXT NOT NULL, updated_at TEXT NOT NULL, ended_at TEXT,
    PRIMARY KEY (tenant, id)
);
-- Two clerks who tell the same outage at once tell it once.
CREATE UNIQUE INDEX outages_outages_open ON outages_outages (tenant, system, sites, matters) WHERE ended_at IS NULL;
CREATE INDEX outages_outages_since ON outages_outages (tenant, since);
CREATE TABLE outages_updates (
    tenant TEXT NOT NULL, outage TEXT NOT NULL, seq BIGINT NOT NULL, at TEXT NOT NULL, words TEXT NOT NULL, expected TEXT,
    by_whom TEXT NOT NULL,
    PRIMARY KEY (tenant, outage, seq)
);
