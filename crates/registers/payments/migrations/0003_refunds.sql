CREATE TABLE payments_refunds (
    tenant TEXT NOT NULL, id TEXT NOT NULL, subject TEXT NOT NULL, reference TEXT NOT NULL, fees TEXT NOT NULL,
    amount BIGINT NOT NULL, reason TEXT NOT NULL, state TEXT NOT NULL, ordered_by TEXT NOT NULL, ordered_at TEXT NOT NULL,
    year BIGINT, number BIGINT, method TEXT, cashier TEXT, paid_on TEXT, paid_at TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX payments_refunds_of ON payments_refunds (tenant, subject);
CREATE INDEX payments_refunds_by_day ON payments_refunds (tenant, paid_on) WHERE paid_on IS NOT NULL;
CREATE UNIQUE INDEX payments_refunds_by_number ON payments_refunds (tenant, year, number) WHERE number IS NOT NULL;
