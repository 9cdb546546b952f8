-- What a clerk of one unit turns over all day: his open cases by date, and all of them by age. For SQLite both name the unit by an
-- expression, so that it takes them only where it is asked to; PostgreSQL gets the column itself (`dialect::plainly`).
CREATE INDEX cases_open_of_unit ON cases_cases (
    tenant, (unit || ''), COALESCE(due_at, '9999'), id, unit, area, restricted, phase, due_at, assignee, reopened, procedure, state
) WHERE phase NOT IN ('decided', 'closed');
CREATE INDEX cases_of_unit ON cases_cases (tenant, (unit || ''), received_at, id);
-- PostgreSQL had this one with an expression in its condition, of which it keeps no figures.
DROP INDEX cases_points;
CREATE INDEX cases_points ON cases_cases (
    tenant, procedure, lat_e6, lon_e6, phase, area, quarter, received_at, id, publication, restricted, merged_into
) WHERE publication || '' = 'published' AND restricted = 'no' AND merged_into IS NULL;
