-- A cashier's drawer from its opening to its close. At most one is open for a cashier and a day; a closed one takes no more.
CREATE TABLE payments_sessions (
    tenant TEXT NOT NULL, id TEXT NOT NULL, cashier TEXT NOT NULL, day TEXT NOT NULL, turn BIGINT NOT NULL, opening BIGINT NOT NULL,
    opened_at TEXT NOT NULL, closed_at TEXT, year BIGINT, number BIGINT, expected BIGINT, counted BIGINT, coins TEXT, vault TEXT, reason TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX payments_sessions_turn ON payments_sessions (tenant, cashier, day, turn);
CREATE UNIQUE INDEX payments_sessions_open ON payments_sessions (tenant, cashier, day) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX payments_sessions_by_number ON payments_sessions (tenant, year, number) WHERE number IS NOT NULL;
CREATE INDEX payments_sessions_by_day ON payments_sessions (tenant, day);
ALTER TABLE payments_receipts ADD COLUMN session TEXT;
ALTER TABLE payments_refunds ADD COLUMN session TEXT;
CREATE INDEX payments_receipts_of_session ON payments_receipts (tenant, session) WHERE session IS NOT NULL;
CREATE INDEX payments_refunds_of_session ON payments_refunds (tenant, session) WHERE session IS NOT NULL;
