-- A contractor's own system, spoken to by Open311.
ALTER TABLE contractors_contracts ADD COLUMN system TEXT;
ALTER TABLE contractors_contracts ADD COLUMN asked_until TEXT;
-- Since when a try may have been taken there, and the token under which a number is still to come.
ALTER TABLE contractors_orders ADD COLUMN tried_at TEXT;
ALTER TABLE contractors_orders ADD COLUMN token TEXT;
CREATE INDEX contractors_orders_outside ON contractors_orders (tenant, contract, outside) WHERE outside IS NOT NULL;
-- What their system told, each piece once.
CREATE TABLE contractors_heard (
    tenant TEXT NOT NULL, contract TEXT NOT NULL, update_id TEXT NOT NULL, order_id TEXT, at TEXT NOT NULL, status TEXT NOT NULL,
    PRIMARY KEY (tenant, contract, update_id)
) /* clustered */;
