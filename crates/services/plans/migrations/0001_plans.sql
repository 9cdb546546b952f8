CREATE TABLE plans_files (
    tenant TEXT NOT NULL, file TEXT NOT NULL, case_id TEXT NOT NULL, aside_at TEXT, aside_by TEXT, paper TEXT, blob TEXT,
    sha256 TEXT, stamped_at TEXT, fault TEXT, PRIMARY KEY (tenant, file)
);
CREATE INDEX plans_files_of_case ON plans_files (tenant, case_id);
CREATE TABLE plans_pictures (
    tenant TEXT NOT NULL, file TEXT NOT NULL, page BIGINT NOT NULL, pages BIGINT NOT NULL, width BIGINT NOT NULL,
    height BIGINT NOT NULL, blob TEXT NOT NULL, PRIMARY KEY (tenant, file, page)
) /* clustered */;
CREATE TABLE plans_remarks (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, number BIGINT NOT NULL, file TEXT NOT NULL, page BIGINT NOT NULL,
    square TEXT NOT NULL, vault TEXT NOT NULL, words TEXT NOT NULL, unit TEXT, written_at TEXT NOT NULL, written_by TEXT NOT NULL,
    resolved_at TEXT, resolved_by TEXT, PRIMARY KEY (tenant, case_id, number)
) /* clustered */;
