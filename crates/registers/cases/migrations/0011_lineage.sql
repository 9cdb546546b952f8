-- Which report was joined to which, from which state, and whether it was parted again; followers say through which report they
-- came. A big problem has reports below it, each with clocks of its own.
CREATE TABLE cases_merges (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, at TEXT NOT NULL, into_id TEXT NOT NULL, from_state TEXT NOT NULL,
    merged_by TEXT NOT NULL, split_at TEXT, split_by TEXT, PRIMARY KEY (tenant, case_id, at)
) /* clustered */;
CREATE INDEX cases_merges_into ON cases_merges (tenant, into_id, case_id);
CREATE TABLE cases_parents (
    tenant TEXT NOT NULL, child TEXT NOT NULL, parent TEXT NOT NULL, at TEXT NOT NULL, attached_by TEXT NOT NULL,
    PRIMARY KEY (tenant, child)
);
CREATE INDEX cases_parents_children ON cases_parents (tenant, parent, child);
ALTER TABLE cases_followers ADD COLUMN via TEXT;
