CREATE TABLE sending_messages (
    tenant TEXT NOT NULL, id TEXT NOT NULL, channel TEXT NOT NULL, state TEXT NOT NULL, about TEXT, lang TEXT NOT NULL,
    vault TEXT NOT NULL, recipient TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL,
    error TEXT, created_at TEXT NOT NULL, expires_at TEXT, sent_at TEXT, erased_at TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX sending_messages_by_state ON sending_messages (tenant, state, id);
CREATE INDEX sending_messages_to_erase ON sending_messages (tenant, erased_at, created_at);
