-- What other systems kept. A row of theirs is taken once; one without a category here waits, sealed, until staff choose one.
CREATE TABLE open311_import_rows (
    tenant TEXT NOT NULL, source TEXT NOT NULL, number TEXT NOT NULL, fingerprint TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (tenant, source, number, fingerprint)
);
CREATE TABLE open311_imports (
    tenant TEXT NOT NULL, source TEXT NOT NULL, number TEXT NOT NULL, category TEXT NOT NULL, case_id TEXT, told_at TEXT,
    vault TEXT, raw TEXT, at TEXT NOT NULL, PRIMARY KEY (tenant, source, number)
);
CREATE INDEX open311_imports_waiting ON open311_imports (tenant, source, category, number) WHERE case_id IS NULL;
CREATE TABLE open311_mappings (
    tenant TEXT NOT NULL, source TEXT NOT NULL, category TEXT NOT NULL, procedure TEXT NOT NULL, chosen_by TEXT NOT NULL,
    at TEXT NOT NULL, PRIMARY KEY (tenant, source, category)
);
