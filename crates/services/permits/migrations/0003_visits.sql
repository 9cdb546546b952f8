-- A visit that was recorded on a telephone without a network comes once, with its photographs, also when it comes late.
ALTER TABLE permits_visits ADD COLUMN key TEXT;
ALTER TABLE permits_visits ADD COLUMN late TEXT;
CREATE UNIQUE INDEX permits_visits_by_key ON permits_visits (tenant, case_id, key) WHERE key IS NOT NULL;
CREATE TABLE permits_photos (
    tenant TEXT NOT NULL, visit TEXT NOT NULL, id TEXT NOT NULL, case_id TEXT NOT NULL, blob TEXT NOT NULL, thumb TEXT NOT NULL,
    PRIMARY KEY (tenant, visit, id)
) /* clustered */;
CREATE UNIQUE INDEX permits_photos_by_id ON permits_photos (tenant, id);
