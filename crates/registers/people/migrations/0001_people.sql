CREATE TABLE people_persons (
    tenant TEXT NOT NULL, id TEXT NOT NULL, level TEXT NOT NULL, lang TEXT NOT NULL,
    vault TEXT NOT NULL, name TEXT NOT NULL, phone TEXT, email TEXT, cin TEXT,
    phone_key TEXT, email_key TEXT, cin_key TEXT,
    created_at TEXT NOT NULL, seen_at TEXT NOT NULL, erasure_asked_at TEXT, erased_at TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX people_persons_by_phone ON people_persons (tenant, phone_key);
CREATE INDEX people_persons_by_email ON people_persons (tenant, email_key);
CREATE INDEX people_persons_by_cin ON people_persons (tenant, cin_key);
CREATE INDEX people_persons_idle ON people_persons (tenant, erased_at, seen_at);
CREATE TABLE people_accounts (
    tenant TEXT NOT NULL, id TEXT NOT NULL, person TEXT NOT NULL, side TEXT NOT NULL,
    phone_key TEXT, email_key TEXT, password TEXT,
    vault TEXT NOT NULL, totp TEXT, totp_at TEXT, totp_step BIGINT NOT NULL,
    created_at TEXT NOT NULL, closed_at TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX people_accounts_by_phone ON people_accounts (tenant, side, phone_key);
CREATE UNIQUE INDEX people_accounts_by_email ON people_accounts (tenant, side, email_key);
CREATE INDEX people_accounts_of_person ON people_accounts (tenant, person);
CREATE TABLE people_tickets (
    tenant TEXT NOT NULL, id TEXT NOT NULL, purpose TEXT NOT NULL, account TEXT, contact_key TEXT,
    vault TEXT NOT NULL, contact TEXT NOT NULL, code TEXT NOT NULL, tries BIGINT NOT NULL,
    created_at TEXT NOT NULL, expires_at TEXT NOT NULL, used_at TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX people_tickets_by_contact ON people_tickets (tenant, contact_key, created_at);
CREATE INDEX people_tickets_of_account ON people_tickets (tenant, account);
CREATE TABLE people_recovery (
    tenant TEXT NOT NULL, account TEXT NOT NULL, hash TEXT NOT NULL, used_at TEXT,
    PRIMARY KEY (tenant, account, hash)
);
CREATE TABLE people_attempts (
    tenant TEXT NOT NULL, who TEXT NOT NULL, failures BIGINT NOT NULL, last_at TEXT NOT NULL,
    PRIMARY KEY (tenant, who)
);
CREATE TABLE people_mandates (
    tenant TEXT NOT NULL, id TEXT NOT NULL, holder TEXT NOT NULL, for_person TEXT NOT NULL,
    vault TEXT NOT NULL, matter TEXT NOT NULL, proof TEXT NOT NULL,
    starts_on TEXT NOT NULL, ends_on TEXT NOT NULL, created_at TEXT NOT NULL, ended_at TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX people_mandates_of_holder ON people_mandates (tenant, holder);
CREATE INDEX people_mandates_of_person ON people_mandates (tenant, for_person);
