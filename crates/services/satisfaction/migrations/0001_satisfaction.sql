CREATE TABLE satisfaction_asks (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, round BIGINT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (tenant, case_id, round)
) /* clustered */;
CREATE TABLE satisfaction_seen (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, round BIGINT NOT NULL, at TEXT NOT NULL, seen_by TEXT NOT NULL,
    PRIMARY KEY (tenant, case_id, round)
) /* clustered */;
