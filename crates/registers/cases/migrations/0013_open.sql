-- The inbox counts its views on every page: over an index that holds what they ask, instead of a row for each open case.
DROP INDEX cases_open;
CREATE INDEX cases_open ON cases_cases (
    tenant, COALESCE(due_at, '9999'), id, unit, area, restricted, phase, due_at, assignee, reopened, procedure, state
) WHERE phase NOT IN ('decided', 'closed');
