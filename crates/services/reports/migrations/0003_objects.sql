-- The numbered objects that a report names: one report, several lamps.
CREATE TABLE reports_objects (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, seq BIGINT NOT NULL, asset TEXT NOT NULL, PRIMARY KEY (tenant, case_id, seq)
) /* clustered */;
CREATE UNIQUE INDEX reports_objects_once ON reports_objects (tenant, asset, case_id);
