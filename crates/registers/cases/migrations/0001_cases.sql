CREATE TABLE cases_procedures (
    tenant TEXT NOT NULL, pin TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (tenant, pin)
);
CREATE TABLE cases_cases (
    tenant TEXT NOT NULL, id TEXT NOT NULL, code TEXT NOT NULL, year BIGINT NOT NULL, number BIGINT NOT NULL,
    procedure TEXT NOT NULL, procedure_pin TEXT NOT NULL, state TEXT NOT NULL, phase TEXT NOT NULL, outcome TEXT,
    unit TEXT NOT NULL, assignee TEXT, area TEXT, quarter TEXT, lat_e6 BIGINT, lon_e6 BIGINT, cell BIGINT,
    asset TEXT, channel TEXT NOT NULL, agent TEXT, person TEXT, lang TEXT NOT NULL,
    restricted TEXT NOT NULL, hide_author TEXT NOT NULL, urgent TEXT NOT NULL,
    publication TEXT NOT NULL, public_words TEXT, public_photo TEXT,
    vault TEXT NOT NULL, words TEXT NOT NULL, answers TEXT NOT NULL, contact TEXT NOT NULL, place_words TEXT NOT NULL,
    pin TEXT NOT NULL, phone_key TEXT, email_key TEXT,
    received_at TEXT NOT NULL, moved_at TEXT NOT NULL, updated_at TEXT NOT NULL, taken_at TEXT, answered_at TEXT,
    due_at TEXT, planned_on TEXT, merged_into TEXT, reopened BIGINT NOT NULL, followers BIGINT NOT NULL, rating BIGINT, forgotten TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX cases_by_code ON cases_cases (tenant, code);
CREATE INDEX cases_by_unit ON cases_cases (tenant, unit, phase, due_at);
CREATE INDEX cases_by_phase ON cases_cases (tenant, phase, due_at);
CREATE INDEX cases_by_cell ON cases_cases (tenant, cell, received_at);
CREATE INDEX cases_by_received ON cases_cases (tenant, received_at, id);
CREATE INDEX cases_by_publication ON cases_cases (tenant, publication, received_at, id);
CREATE INDEX cases_by_asset ON cases_cases (tenant, asset);
CREATE INDEX cases_by_person ON cases_cases (tenant, person);
CREATE INDEX cases_by_phone ON cases_cases (tenant, phone_key);
CREATE INDEX cases_by_email ON cases_cases (tenant, email_key);
CREATE TABLE cases_events (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, seq BIGINT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL,
    kind TEXT NOT NULL, audience TEXT NOT NULL, data TEXT NOT NULL, text TEXT, PRIMARY KEY (tenant, case_id, seq)
);
CREATE TABLE cases_clocks (
    tenant TEXT NOT NULL, id TEXT NOT NULL, case_id TEXT NOT NULL, clock TEXT NOT NULL, span BIGINT NOT NULL,
    kind TEXT NOT NULL, source TEXT NOT NULL, on_due TEXT NOT NULL, started_at TEXT NOT NULL, due_at TEXT,
    state TEXT NOT NULL, stopped_at TEXT, missed_at TEXT, PRIMARY KEY (tenant, id)
);
CREATE INDEX cases_clocks_of_case ON cases_clocks (tenant, case_id);
CREATE INDEX cases_clocks_running ON cases_clocks (tenant, due_at) WHERE state = 'running';
CREATE TABLE cases_pauses (
    tenant TEXT NOT NULL, clock_id TEXT NOT NULL, from_at TEXT NOT NULL, until_at TEXT, PRIMARY KEY (tenant, clock_id, from_at)
);
CREATE TABLE cases_files (
    tenant TEXT NOT NULL, id TEXT NOT NULL, case_id TEXT NOT NULL, role TEXT NOT NULL, blob TEXT NOT NULL, thumb TEXT NOT NULL,
    kind TEXT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, PRIMARY KEY (tenant, id)
);
CREATE INDEX cases_files_of_case ON cases_files (tenant, case_id);
CREATE TABLE cases_followers (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, id TEXT NOT NULL, at TEXT NOT NULL, lang TEXT NOT NULL,
    contact_key TEXT NOT NULL, vault TEXT NOT NULL, contact TEXT NOT NULL, PRIMARY KEY (tenant, case_id, id)
);
CREATE UNIQUE INDEX cases_followers_once ON cases_followers (tenant, case_id, contact_key);
CREATE TABLE cases_erasures (
    tenant TEXT NOT NULL, person TEXT NOT NULL, asked_at TEXT NOT NULL, PRIMARY KEY (tenant, person)
);
CREATE TABLE cases_surveys (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, round BIGINT NOT NULL, at TEXT NOT NULL, solved TEXT, satisfaction BIGINT,
    clear TEXT, words TEXT, PRIMARY KEY (tenant, case_id, round)
);
