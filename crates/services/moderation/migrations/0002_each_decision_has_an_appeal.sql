-- One appeal in the life of a case left a second decision, by a third person, without any.
ALTER TABLE moderation_appeals RENAME TO moderation_appeals_before;
CREATE TABLE moderation_appeals (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, at TEXT NOT NULL, against TEXT NOT NULL, decided_by TEXT, decided_at TEXT,
    outcome TEXT NOT NULL, vault TEXT NOT NULL, words TEXT NOT NULL, answer TEXT, PRIMARY KEY (tenant, case_id, at)
) /* clustered */;
INSERT INTO moderation_appeals (tenant, case_id, at, against, decided_by, decided_at, outcome, vault, words, answer)
    SELECT tenant, case_id, at, against, decided_by, decided_at, outcome, vault, words, answer FROM moderation_appeals_before;
DROP TABLE moderation_appeals_before;
CREATE INDEX moderation_appeals_by_date ON moderation_appeals (tenant, at);
