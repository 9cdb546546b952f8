-- Who is told of what happens to reports. Address, secrets and the contact of the owner are sealed.
CREATE TABLE integrations_hooks (
    tenant TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, vault TEXT NOT NULL, sealed TEXT NOT NULL, events TEXT NOT NULL,
    categories TEXT NOT NULL, units TEXT NOT NULL, lang TEXT NOT NULL, off_at TEXT, off_why TEXT, failing_since TEXT,
    rests_until TEXT, created_at TEXT NOT NULL, PRIMARY KEY (tenant, id)
);
-- What is told, once for each who is told; the id stays the same however often it is tried.
CREATE TABLE integrations_deliveries (
    tenant TEXT NOT NULL, id TEXT NOT NULL, hook TEXT NOT NULL, event TEXT NOT NULL, code TEXT, body TEXT NOT NULL, at TEXT NOT NULL,
    state TEXT NOT NULL, attempts BIGINT NOT NULL, tried_at TEXT, next_at TEXT, status BIGINT, trouble TEXT, ended_at TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX integrations_deliveries_of_hook ON integrations_deliveries (tenant, hook, id);
CREATE INDEX integrations_deliveries_ended ON integrations_deliveries (tenant, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX integrations_deliveries_dead ON integrations_deliveries (tenant, hook) WHERE state = 'dead';
-- Changes that a program asked for, under keys of its own: the same one again changes nothing.
CREATE TABLE integrations_changes (
    tenant TEXT NOT NULL, api_key TEXT NOT NULL, client_key TEXT NOT NULL, fingerprint TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (tenant, api_key, client_key)
) /* clustered */;
CREATE INDEX integrations_changes_by_age ON integrations_changes (tenant, at);
