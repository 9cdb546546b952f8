-- Each tree that a deposit touches costs it a page in the log. Rows that are found through their case lie beside each other,
-- indexes hold only the rows that are looked up through them, and open work lies in the order in which it is listed.
DROP INDEX cases_by_unit;
DROP INDEX cases_by_phase;
DROP INDEX cases_by_cell;
DROP INDEX cases_by_asset;
DROP INDEX cases_by_person;
DROP INDEX cases_by_phone;
DROP INDEX cases_by_email;
CREATE INDEX cases_open ON cases_cases (tenant, COALESCE(due_at, '9999'), id) WHERE phase NOT IN ('decided', 'closed');
CREATE INDEX cases_decided ON cases_cases (tenant, answered_at) WHERE phase = 'decided';
CREATE INDEX cases_closed ON cases_cases (tenant, answered_at) WHERE phase = 'closed';
CREATE INDEX cases_by_cell ON cases_cases (tenant, cell, received_at) WHERE cell IS NOT NULL;
CREATE INDEX cases_by_asset ON cases_cases (tenant, asset) WHERE asset IS NOT NULL;
CREATE INDEX cases_by_person ON cases_cases (tenant, person) WHERE person IS NOT NULL;
CREATE INDEX cases_by_phone ON cases_cases (tenant, phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX cases_by_email ON cases_cases (tenant, email_key) WHERE email_key IS NOT NULL;

ALTER TABLE cases_events RENAME TO cases_events_before;
CREATE TABLE cases_events (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, seq BIGINT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL,
    kind TEXT NOT NULL, audience TEXT NOT NULL, data TEXT NOT NULL, text TEXT, PRIMARY KEY (tenant, case_id, seq)
) /* clustered */;
INSERT INTO cases_events (tenant, case_id, seq, at, actor, kind, audience, data, text)
    SELECT tenant, case_id, seq, at, actor, kind, audience, data, text FROM cases_events_before;
DROP TABLE cases_events_before;

ALTER TABLE cases_clocks RENAME TO cases_clocks_before;
CREATE TABLE cases_clocks (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, id TEXT NOT NULL, clock TEXT NOT NULL, span BIGINT NOT NULL,
    kind TEXT NOT NULL, source TEXT NOT NULL, on_due TEXT NOT NULL, started_at TEXT NOT NULL, due_at TEXT,
    state TEXT NOT NULL, stopped_at TEXT, missed_at TEXT, PRIMARY KEY (tenant, case_id, id)
) /* clustered */;
INSERT INTO cases_clocks (tenant, case_id, id, clock, span, kind, source, on_due, started_at, due_at, state, stopped_at, missed_at)
    SELECT tenant, case_id, id, clock, span, kind, source, on_due, started_at, due_at, state, stopped_at, missed_at
    FROM cases_clocks_before;
DROP TABLE cases_clocks_before;
CREATE INDEX cases_clocks_running ON cases_clocks (tenant, due_at) WHERE state = 'running';
CREATE INDEX cases_clocks_stopped ON cases_clocks (tenant, stopped_at, clock, state, case_id) WHERE stopped_at IS NOT NULL;
