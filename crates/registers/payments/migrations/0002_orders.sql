CREATE TABLE payments_orders (
    tenant TEXT NOT NULL, id TEXT NOT NULL, subject TEXT NOT NULL, reference TEXT NOT NULL, code TEXT NOT NULL, year BIGINT NOT NULL,
    number BIGINT NOT NULL, lines TEXT NOT NULL, amount BIGINT NOT NULL, state TEXT NOT NULL, made_at TEXT NOT NULL, ended_at TEXT,
    why TEXT, receipt TEXT, PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX payments_orders_by_number ON payments_orders (tenant, year, number);
CREATE UNIQUE INDEX payments_orders_by_code ON payments_orders (tenant, code);
CREATE INDEX payments_orders_of_subject ON payments_orders (tenant, subject, made_at);
CREATE INDEX payments_orders_by_reference ON payments_orders (tenant, reference, made_at);
