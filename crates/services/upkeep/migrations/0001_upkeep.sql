-- What each report says of each object: seconds since 1970, so that both engines can add them up.
CREATE TABLE upkeep_faults (
    tenant TEXT NOT NULL, asset TEXT NOT NULL, case_id TEXT NOT NULL, main TEXT NOT NULL, procedure TEXT NOT NULL,
    fails TEXT NOT NULL, standing TEXT NOT NULL, unit TEXT NOT NULL, from_s BIGINT NOT NULL, until_s BIGINT,
    PRIMARY KEY (tenant, asset, case_id)
) /* clustered */;
CREATE INDEX upkeep_faults_of_main ON upkeep_faults (tenant, main, case_id);
-- The times in which an object did not work: reports of one time are one spell. Only of objects that stand.
CREATE TABLE upkeep_spells (
    tenant TEXT NOT NULL, asset TEXT NOT NULL, from_s BIGINT NOT NULL, until_s BIGINT, unit TEXT NOT NULL, reports BIGINT NOT NULL,
    kind TEXT NOT NULL, number TEXT NOT NULL, area TEXT, quarter TEXT NOT NULL, street TEXT NOT NULL,
    PRIMARY KEY (tenant, asset, from_s)
) /* clustered */;
CREATE INDEX upkeep_spells_by_time ON upkeep_spells (tenant, kind, from_s, until_s, area, quarter);
CREATE TABLE upkeep_rounds (
    tenant TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, unit TEXT NOT NULL, planned_on TEXT NOT NULL,
    made_by TEXT NOT NULL, made_at TEXT NOT NULL, ended_at TEXT, PRIMARY KEY (tenant, id)
);
CREATE INDEX upkeep_rounds_by_day ON upkeep_rounds (tenant, planned_on, id);
CREATE TABLE upkeep_stops (
    tenant TEXT NOT NULL, round TEXT NOT NULL, seq BIGINT NOT NULL, asset TEXT NOT NULL, PRIMARY KEY (tenant, round, seq)
) /* clustered */;
CREATE UNIQUE INDEX upkeep_stops_once ON upkeep_stops (tenant, round, asset);
-- What was found at a stop. The key is made by whoever notes it: the same key is the same note.
CREATE TABLE upkeep_notes (
    tenant TEXT NOT NULL, round TEXT NOT NULL, seq BIGINT NOT NULL, key TEXT NOT NULL, finding TEXT NOT NULL, vault TEXT NOT NULL,
    words TEXT NOT NULL, photo TEXT, thumb TEXT, case_id TEXT, at TEXT NOT NULL, by_whom TEXT NOT NULL,
    PRIMARY KEY (tenant, round, seq)
) /* clustered */;
CREATE UNIQUE INDEX upkeep_notes_once ON upkeep_notes (tenant, key);
