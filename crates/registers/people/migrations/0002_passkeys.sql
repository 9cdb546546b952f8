CREATE TABLE people_passkeys (
    tenant TEXT NOT NULL, id TEXT NOT NULL, account TEXT NOT NULL, credential_key TEXT NOT NULL, credential TEXT NOT NULL,
    vault TEXT NOT NULL, name TEXT NOT NULL, created_at TEXT NOT NULL, used_at TEXT, stopped_at TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX people_passkeys_by_credential ON people_passkeys (tenant, credential_key);
CREATE INDEX people_passkeys_of_account ON people_passkeys (tenant, account);
CREATE TABLE people_challenges (
    tenant TEXT NOT NULL, id TEXT NOT NULL, browser TEXT NOT NULL, account TEXT,
    vault TEXT NOT NULL, asked TEXT NOT NULL, created_at TEXT NOT NULL, expires_at TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX people_challenges_by_end ON people_challenges (tenant, expires_at);
