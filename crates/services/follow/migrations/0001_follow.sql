-- What people asked to be told of, until the contact is confirmed and from then on; erased when they stop.
CREATE TABLE follow_subscriptions (
    tenant TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, lang TEXT NOT NULL,
    contact_key TEXT NOT NULL, vault TEXT NOT NULL, contact TEXT NOT NULL, code_key TEXT NOT NULL, tries BIGINT NOT NULL,
    asked_at TEXT NOT NULL, confirmed_at TEXT, told_until TEXT NOT NULL, PRIMARY KEY (tenant, id)
);
CREATE INDEX follow_by_contact ON follow_subscriptions (tenant, contact_key, asked_at);
CREATE UNIQUE INDEX follow_once ON follow_subscriptions (tenant, contact_key, kind, subject) WHERE confirmed_at IS NOT NULL;
CREATE INDEX follow_unconfirmed ON follow_subscriptions (tenant, asked_at) WHERE confirmed_at IS NULL;
-- What happened to published reports in the last days, for the digests.
CREATE TABLE follow_news (
    tenant TEXT NOT NULL, at TEXT NOT NULL, case_id TEXT NOT NULL, what TEXT NOT NULL, PRIMARY KEY (tenant, at, case_id, what)
);
