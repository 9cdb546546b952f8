CREATE TABLE permits_sittings (
    tenant TEXT NOT NULL, id TEXT NOT NULL, scale TEXT NOT NULL, held_on TEXT NOT NULL, place TEXT NOT NULL, state TEXT NOT NULL,
    members TEXT NOT NULL, year BIGINT, number BIGINT, closed_at TEXT, PRIMARY KEY (tenant, id)
);
CREATE INDEX permits_sittings_by_day ON permits_sittings (tenant, held_on, id);
CREATE TABLE permits_items (
    tenant TEXT NOT NULL, sitting TEXT NOT NULL, case_id TEXT NOT NULL, code TEXT NOT NULL, position BIGINT NOT NULL,
    verdict TEXT, words TEXT, PRIMARY KEY (tenant, sitting, case_id)
) /* clustered */;
CREATE INDEX permits_items_of_case ON permits_items (tenant, case_id);
CREATE TABLE permits_visits (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, id TEXT NOT NULL, done_at TEXT NOT NULL, done_by TEXT NOT NULL, verdict TEXT NOT NULL,
    points TEXT NOT NULL, vault TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (tenant, case_id, id)
) /* clustered */;
