CREATE TABLE cases_tasks (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, id TEXT NOT NULL, unit TEXT, person TEXT, words TEXT NOT NULL, due_on TEXT,
    state TEXT NOT NULL, asked_by TEXT NOT NULL, asked_at TEXT NOT NULL, ended_by TEXT, ended_at TEXT,
    PRIMARY KEY (tenant, case_id, id)
) /* clustered */;
CREATE INDEX cases_tasks_of_unit ON cases_tasks (tenant, unit, case_id) WHERE state = 'open';
CREATE INDEX cases_tasks_of_person ON cases_tasks (tenant, person, case_id) WHERE state = 'open';
