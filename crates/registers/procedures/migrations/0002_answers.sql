CREATE TABLE procedures_answers (
    tenant TEXT NOT NULL, id TEXT NOT NULL, hidden TEXT NOT NULL, state TEXT, title TEXT, body TEXT, changed_at TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);
