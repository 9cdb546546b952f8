CREATE TABLE voice_notes (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, file TEXT NOT NULL, state TEXT NOT NULL, received_at TEXT NOT NULL,
    spoken TEXT, heard_at TEXT, heard_by TEXT, read_back TEXT, tries BIGINT NOT NULL, settled_at TEXT, settled_by TEXT,
    erased_at TEXT, PRIMARY KEY (tenant, case_id)
) /* clustered */;
CREATE INDEX voice_notes_by_state ON voice_notes (tenant, state, received_at);
CREATE TABLE voice_versions (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, seq BIGINT NOT NULL, at TEXT NOT NULL, written_by TEXT NOT NULL,
    vault TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (tenant, case_id, seq)
) /* clustered */;
