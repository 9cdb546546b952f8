-- What a clerk of one unit turns over all day: his open cases by date, and all of them by age. Both name the unit by an
-- expression, so that a database that sorts by unit where it should walk by age takes them only where it is asked to.
CREATE INDEX cases_open_of_unit ON cases_cases (
    tenant, (unit || ''), COALESCE(due_at, '9999'), id, unit, area, restricted, phase, due_at, assignee, reopened, procedure, state
) WHERE phase NOT IN ('decided', 'closed');
CREATE INDEX cases_of_unit ON cases_cases (tenant, (unit || ''), received_at, id);
