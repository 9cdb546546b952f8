-- The commune's contract for cards; its keys are sealed in the row.
CREATE TABLE gateways_settings (
    tenant TEXT NOT NULL, kind TEXT NOT NULL, merchant TEXT NOT NULL, account TEXT NOT NULL, pay_url TEXT NOT NULL, api_url TEXT NOT NULL,
    vault TEXT NOT NULL, store_key TEXT NOT NULL, password TEXT NOT NULL, place TEXT NOT NULL, hours TEXT NOT NULL,
    changed_at TEXT NOT NULL, changed_by TEXT NOT NULL, PRIMARY KEY (tenant)
) /* clustered */;
-- What gateways said, word for word but for the card. A call that comes twice is one row: the digest of its words sees to it.
CREATE TABLE gateways_facts (
    tenant TEXT NOT NULL, id TEXT NOT NULL, digest TEXT NOT NULL, intent TEXT NOT NULL, code TEXT NOT NULL, amount BIGINT, currency TEXT NOT NULL,
    external TEXT NOT NULL, vault TEXT NOT NULL, card TEXT NOT NULL, told_at TEXT NOT NULL, PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX gateways_facts_once ON gateways_facts (tenant, digest);
CREATE INDEX gateways_facts_of_intent ON gateways_facts (tenant, intent);
