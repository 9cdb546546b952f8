CREATE TABLE post_orders (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, code TEXT NOT NULL, stage TEXT NOT NULL, since TEXT NOT NULL,
    doubts TEXT NOT NULL, vault TEXT NOT NULL, entry TEXT, found_at TEXT, found_by TEXT,
    PRIMARY KEY (tenant, case_id)
) /* clustered */;
CREATE INDEX post_orders_by_stage ON post_orders (tenant, stage, since);
CREATE TABLE post_bordereaux (
    tenant TEXT NOT NULL, id TEXT NOT NULL, state TEXT NOT NULL, opened_at TEXT NOT NULL, opened_by TEXT NOT NULL,
    year BIGINT, number BIGINT, closed_at TEXT, handed_on TEXT, deposit TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX post_bordereaux_by_day ON post_bordereaux (tenant, opened_at);
CREATE UNIQUE INDEX post_bordereaux_by_number ON post_bordereaux (tenant, year, number) WHERE number IS NOT NULL;
CREATE TABLE post_letters (
    tenant TEXT NOT NULL, id TEXT NOT NULL, case_id TEXT NOT NULL, code TEXT NOT NULL, bordereau TEXT NOT NULL,
    position BIGINT NOT NULL, tracking TEXT NOT NULL, state TEXT NOT NULL, since TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX post_letters_by_tracking ON post_letters (tenant, tracking);
CREATE INDEX post_letters_of ON post_letters (tenant, case_id);
CREATE INDEX post_letters_in ON post_letters (tenant, bordereau, position);
CREATE TABLE post_news (
    tenant TEXT NOT NULL, letter TEXT NOT NULL, seq BIGINT NOT NULL, state TEXT NOT NULL, on_day TEXT NOT NULL,
    at TEXT NOT NULL, by_whom TEXT NOT NULL,
    PRIMARY KEY (tenant, letter, seq)
) /* clustered */;
