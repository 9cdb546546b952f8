CREATE INDEX cases_for_figures ON cases_cases (
    tenant, unit, procedure, area, restricted, phase, outcome, received_at, answered_at, due_at, reopened
);
CREATE INDEX cases_clocks_stopped ON cases_clocks (tenant, stopped_at, clock, state, case_id) WHERE stopped_at IS NOT NULL;
CREATE INDEX cases_surveys_by_date ON cases_surveys (tenant, at, case_id, satisfaction);
