CREATE TABLE contractors_contracts (
    tenant TEXT NOT NULL, id TEXT NOT NULL, unit TEXT NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT, edition BIGINT NOT NULL,
    terms TEXT NOT NULL, vault TEXT NOT NULL, email TEXT, updated_at TEXT NOT NULL, PRIMARY KEY (tenant, id)
);
-- What the terms were: a penalty is judged by those of its day.
CREATE TABLE contractors_editions (
    tenant TEXT NOT NULL, contract TEXT NOT NULL, edition BIGINT NOT NULL, terms TEXT NOT NULL, at TEXT NOT NULL, by_whom TEXT NOT NULL,
    PRIMARY KEY (tenant, contract, edition)
) /* clustered */;
CREATE TABLE contractors_orders (
    tenant TEXT NOT NULL, id TEXT NOT NULL, case_id TEXT NOT NULL, code TEXT NOT NULL, category TEXT NOT NULL, contract TEXT NOT NULL,
    unit TEXT NOT NULL, rule TEXT, state TEXT NOT NULL, given_at TEXT NOT NULL, reached_at TEXT, planned_on TEXT, claimed_at TEXT,
    ended_at TEXT, penalty_at TEXT, area TEXT, quarter TEXT, lat_e6 BIGINT, lon_e6 BIGINT, asset TEXT, vault TEXT NOT NULL,
    way TEXT NOT NULL, delivery TEXT NOT NULL, attempts BIGINT NOT NULL, next_at TEXT, trouble TEXT, outside TEXT,
    PRIMARY KEY (tenant, id)
);
-- A case is in one contractor's hands at a time.
CREATE UNIQUE INDEX contractors_orders_of_case ON contractors_orders (tenant, case_id) WHERE ended_at IS NULL;
CREATE INDEX contractors_orders_open ON contractors_orders (tenant, unit, given_at, id) WHERE ended_at IS NULL;
CREATE INDEX contractors_orders_due ON contractors_orders (tenant, penalty_at) WHERE ended_at IS NULL AND penalty_at IS NOT NULL;
CREATE INDEX contractors_orders_history ON contractors_orders (tenant, case_id, given_at);
CREATE INDEX contractors_orders_lost ON contractors_orders (tenant, id) WHERE delivery = 'dead';
CREATE TABLE contractors_steps (
    tenant TEXT NOT NULL, order_id TEXT NOT NULL, seq BIGINT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, step TEXT NOT NULL,
    words TEXT, PRIMARY KEY (tenant, order_id, seq)
) /* clustered */;
CREATE TABLE contractors_proofs (
    tenant TEXT NOT NULL, order_id TEXT NOT NULL, id TEXT NOT NULL, side TEXT NOT NULL, blob TEXT NOT NULL, thumb TEXT NOT NULL,
    at TEXT NOT NULL, taken_at TEXT, lat_e6 BIGINT, lon_e6 BIGINT, doubts TEXT NOT NULL, PRIMARY KEY (tenant, order_id, id)
) /* clustered */;
CREATE TABLE contractors_penalties (
    tenant TEXT NOT NULL, id TEXT NOT NULL, contract TEXT NOT NULL, edition BIGINT NOT NULL, unit TEXT NOT NULL, rule TEXT NOT NULL,
    spot TEXT NOT NULL, day TEXT NOT NULL, case_id TEXT NOT NULL, code TEXT NOT NULL, area TEXT, quarter TEXT, lat_e6 BIGINT,
    lon_e6 BIGINT, asset TEXT, amount BIGINT NOT NULL, state TEXT NOT NULL, due_at TEXT NOT NULL, drafted_at TEXT NOT NULL,
    signed_at TEXT, signed_by TEXT, contest_until TEXT, contested_at TEXT, decided_at TEXT, decided_by TEXT, statement TEXT,
    vault TEXT NOT NULL, contest TEXT, decision TEXT, PRIMARY KEY (tenant, id)
);
-- Once a day for one spot, however many people reported it.
CREATE UNIQUE INDEX contractors_penalties_once ON contractors_penalties (tenant, contract, rule, day, spot);
CREATE INDEX contractors_penalties_by_day ON contractors_penalties (tenant, contract, day, id);
CREATE INDEX contractors_penalties_open ON contractors_penalties (tenant, state, unit) WHERE state IN ('draft', 'contested');
-- The reports that one penalty stands for.
CREATE TABLE contractors_grounds (
    tenant TEXT NOT NULL, penalty TEXT NOT NULL, order_id TEXT NOT NULL, case_id TEXT NOT NULL, code TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (tenant, penalty, order_id)
) /* clustered */;
CREATE INDEX contractors_grounds_of_order ON contractors_grounds (tenant, order_id);
CREATE TABLE contractors_statements (
    tenant TEXT NOT NULL, contract TEXT NOT NULL, month TEXT NOT NULL, invoice BIGINT, total BIGINT NOT NULL, cap BIGINT,
    payable BIGINT NOT NULL, signed_at TEXT NOT NULL, signed_by TEXT NOT NULL, PRIMARY KEY (tenant, contract, month)
);
-- Data that the contract obliges the contractor to deliver.
CREATE TABLE contractors_data (
    tenant TEXT NOT NULL, contract TEXT NOT NULL, duty TEXT NOT NULL, received_on TEXT NOT NULL, rows_count BIGINT, at TEXT NOT NULL,
    actor TEXT NOT NULL, PRIMARY KEY (tenant, contract, duty, received_on)
) /* clustered */;
