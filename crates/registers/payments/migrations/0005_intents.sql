-- A try to pay an order at a provider. One order has at most one that is alive: the index sees to it, whoever asks at once.
CREATE TABLE payments_intents (
    tenant TEXT NOT NULL, id TEXT NOT NULL, order_id TEXT NOT NULL, subject TEXT NOT NULL, reference TEXT NOT NULL, amount BIGINT NOT NULL,
    provider TEXT NOT NULL, state TEXT NOT NULL, external TEXT, reason TEXT, receipt TEXT, back BIGINT NOT NULL, created_on TEXT NOT NULL,
    created_at TEXT NOT NULL, started_at TEXT, submitted_at TEXT, ended_at TEXT, seen_at TEXT, PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX payments_intents_alive ON payments_intents (tenant, order_id) WHERE state IN ('created', 'started', 'submitted');
CREATE INDEX payments_intents_of_order ON payments_intents (tenant, order_id, created_at);
CREATE INDEX payments_intents_by_day ON payments_intents (tenant, created_on);
CREATE INDEX payments_intents_wrong ON payments_intents (tenant, created_at) WHERE state = 'error';
CREATE TABLE payments_intent_keys (
    tenant TEXT NOT NULL, key TEXT NOT NULL, order_id TEXT NOT NULL, intent TEXT NOT NULL, PRIMARY KEY (tenant, key)
) /* clustered */;
-- Receipts of cards have a register of their own; each register has no gap.
ALTER TABLE payments_receipts ADD COLUMN register TEXT NOT NULL DEFAULT 'cash';
ALTER TABLE payments_receipts ADD COLUMN intent TEXT;
DROP INDEX payments_receipts_by_number;
CREATE UNIQUE INDEX payments_receipts_by_register ON payments_receipts (tenant, register, year, number);
CREATE UNIQUE INDEX payments_receipts_of_intent ON payments_receipts (tenant, intent) WHERE intent IS NOT NULL;
-- What a provider took is given back by it: asked once, answered once.
ALTER TABLE payments_refunds ADD COLUMN intent TEXT;
ALTER TABLE payments_refunds ADD COLUMN asked_at TEXT;
ALTER TABLE payments_refunds ADD COLUMN asked_by TEXT;
ALTER TABLE payments_refunds ADD COLUMN refused TEXT;
CREATE UNIQUE INDEX payments_refunds_whole ON payments_refunds (tenant, intent) WHERE intent IS NOT NULL AND fees = '[]';
CREATE INDEX payments_refunds_of_intent ON payments_refunds (tenant, intent) WHERE intent IS NOT NULL;
