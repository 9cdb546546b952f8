-- Reports that concern a permit; a tie that was undone stays as a row.
CREATE TABLE permits_complaints (
    tenant TEXT NOT NULL, report TEXT NOT NULL, id TEXT NOT NULL, permit TEXT NOT NULL, linked_at TEXT NOT NULL, linked_by TEXT NOT NULL,
    unlinked_at TEXT, unlinked_by TEXT, PRIMARY KEY (tenant, report, id)
) /* clustered */;
CREATE UNIQUE INDEX permits_complaints_once ON permits_complaints (tenant, report, permit) WHERE unlinked_at IS NULL;
CREATE INDEX permits_complaints_of_permit ON permits_complaints (tenant, permit, linked_at);
