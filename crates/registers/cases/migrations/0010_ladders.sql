-- Escalation. A ladder row remembers when its clock is to be looked at next, and what that was computed from; a step is written
-- once for each clock; whoever was told finds the case again.
CREATE TABLE cases_ladders (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, clock_id TEXT NOT NULL, due_at TEXT NOT NULL, assigned TEXT NOT NULL, next_at TEXT,
    PRIMARY KEY (tenant, case_id, clock_id)
) /* clustered */;
CREATE TABLE cases_escalations (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, clock_id TEXT NOT NULL, step TEXT NOT NULL, at TEXT NOT NULL, unit TEXT,
    PRIMARY KEY (tenant, case_id, clock_id, step)
) /* clustered */;
CREATE INDEX cases_escalations_of_unit ON cases_escalations (tenant, unit, case_id) WHERE unit IS NOT NULL;
CREATE TABLE cases_escalated (
    tenant TEXT NOT NULL, person TEXT NOT NULL, case_id TEXT NOT NULL, clock_id TEXT NOT NULL, step TEXT NOT NULL,
    PRIMARY KEY (tenant, person, case_id, clock_id, step)
) /* clustered */;
