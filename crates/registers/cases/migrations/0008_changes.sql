-- Programs that follow from outside ask for what changed since they asked last.
CREATE INDEX cases_by_change ON cases_cases (tenant, updated_at, id);
