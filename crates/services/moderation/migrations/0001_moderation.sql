CREATE TABLE moderation_decisions (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, id TEXT NOT NULL, at TEXT NOT NULL, decided_by TEXT NOT NULL, kind TEXT NOT NULL,
    reason TEXT, vault TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (tenant, case_id, id)
) /* clustered */;
CREATE INDEX moderation_decisions_by_date ON moderation_decisions (tenant, at);
CREATE TABLE moderation_appeals (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, at TEXT NOT NULL, against TEXT NOT NULL, decided_by TEXT, decided_at TEXT,
    outcome TEXT NOT NULL, vault TEXT NOT NULL, words TEXT NOT NULL, answer TEXT, PRIMARY KEY (tenant, case_id)
) /* clustered */;
CREATE INDEX moderation_appeals_by_date ON moderation_appeals (tenant, at);
CREATE TABLE moderation_photos (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, original TEXT NOT NULL, shown TEXT NOT NULL, parts TEXT NOT NULL, at TEXT NOT NULL,
    made_by TEXT NOT NULL, PRIMARY KEY (tenant, case_id, original, shown)
) /* clustered */;
