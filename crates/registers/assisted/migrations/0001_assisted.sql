CREATE TABLE assisted_holders (
    tenant TEXT NOT NULL, id TEXT NOT NULL, person TEXT NOT NULL, account TEXT NOT NULL, kind TEXT NOT NULL,
    vault TEXT NOT NULL, name TEXT NOT NULL, agreement TEXT NOT NULL, procedures TEXT NOT NULL,
    starts_on TEXT NOT NULL, ends_on TEXT NOT NULL, created_at TEXT NOT NULL, ended_at TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX assisted_holders_by_account ON assisted_holders (tenant, account);
CREATE TABLE assisted_papers (
    tenant TEXT NOT NULL, id TEXT NOT NULL, holder TEXT NOT NULL, person TEXT NOT NULL, vault TEXT NOT NULL,
    name TEXT NOT NULL, contact TEXT NOT NULL, code TEXT NOT NULL, code_key TEXT NOT NULL, lang TEXT NOT NULL,
    procedures TEXT NOT NULL, scan TEXT, scan_kind TEXT, created_at TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX assisted_papers_by_code ON assisted_papers (tenant, code_key);
CREATE INDEX assisted_papers_of_holder ON assisted_papers (tenant, holder, id);
CREATE INDEX assisted_papers_of_person ON assisted_papers (tenant, person);
CREATE TABLE assisted_deeds (
    tenant TEXT NOT NULL, id TEXT NOT NULL, holder TEXT NOT NULL, paper TEXT NOT NULL, what TEXT NOT NULL,
    procedure TEXT NOT NULL, subject TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX assisted_deeds_of_holder ON assisted_deeds (tenant, holder, id);
CREATE INDEX assisted_deeds_of_paper ON assisted_deeds (tenant, paper, id);
CREATE INDEX assisted_deeds_about ON assisted_deeds (tenant, subject);
CREATE TABLE assisted_kiosks (
    tenant TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, site TEXT NOT NULL, procedures TEXT NOT NULL,
    link_key TEXT, link_until TEXT, device_key TEXT, set_up_at TEXT, seen_at TEXT,
    created_at TEXT NOT NULL, ended_at TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE TABLE assisted_visits (
    tenant TEXT NOT NULL, id TEXT NOT NULL, kiosk TEXT NOT NULL, draft TEXT,
    begun_at TEXT NOT NULL, seen_at TEXT NOT NULL, ended_at TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX assisted_visits_of_kiosk ON assisted_visits (tenant, kiosk, ended_at);
CREATE INDEX assisted_visits_old ON assisted_visits (tenant, seen_at);
