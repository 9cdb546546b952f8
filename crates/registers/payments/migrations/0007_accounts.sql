-- What the bank says it settled, line by line, and what our rows say of each.
CREATE TABLE payments_statements (
    tenant TEXT NOT NULL, id TEXT NOT NULL, sha256 TEXT NOT NULL, rows BIGINT NOT NULL, amount BIGINT NOT NULL, first_day TEXT, last_day TEXT,
    sent_by TEXT NOT NULL, sent_on TEXT NOT NULL, sent_at TEXT NOT NULL, PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX payments_statements_by_file ON payments_statements (tenant, sha256);
CREATE TABLE payments_statement_lines (
    tenant TEXT NOT NULL, statement TEXT NOT NULL, line BIGINT NOT NULL, intent TEXT NOT NULL, kind TEXT NOT NULL, amount BIGINT NOT NULL,
    day TEXT, verdict TEXT NOT NULL, PRIMARY KEY (tenant, statement, line)
) /* clustered */;
CREATE INDEX payments_statement_lines_of_intent ON payments_statement_lines (tenant, intent);
-- What was handed to the accounting room: a period, its sums, and the hash of the file, which comes out the same again.
CREATE TABLE payments_exports (
    tenant TEXT NOT NULL, year BIGINT NOT NULL, number BIGINT NOT NULL, from_day TEXT NOT NULL, to_day TEXT NOT NULL, rows BIGINT NOT NULL,
    received BIGINT NOT NULL, returned BIGINT NOT NULL, sha256 TEXT NOT NULL, made_by TEXT NOT NULL, made_at TEXT NOT NULL,
    PRIMARY KEY (tenant, year, number)
);
