CREATE TABLE payments_dues (
    tenant TEXT NOT NULL, subject TEXT NOT NULL, fee TEXT NOT NULL, reference TEXT NOT NULL, label TEXT NOT NULL,
    amount BIGINT NOT NULL, due TEXT NOT NULL, state TEXT NOT NULL, ordered_at TEXT NOT NULL, receipt TEXT, reason TEXT,
    PRIMARY KEY (tenant, subject, fee)
) /* clustered */;
CREATE INDEX payments_dues_open ON payments_dues (tenant, ordered_at) WHERE state = 'due';
CREATE TABLE payments_receipts (
    tenant TEXT NOT NULL, id TEXT NOT NULL, year BIGINT NOT NULL, number BIGINT NOT NULL, subject TEXT NOT NULL,
    reference TEXT NOT NULL, amount BIGINT NOT NULL, method TEXT NOT NULL, cashier TEXT NOT NULL, paid_on TEXT NOT NULL,
    paid_at TEXT NOT NULL, PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX payments_receipts_by_number ON payments_receipts (tenant, year, number);
CREATE INDEX payments_receipts_by_day ON payments_receipts (tenant, paid_on, number);
