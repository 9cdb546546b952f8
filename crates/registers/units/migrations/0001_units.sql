CREATE TABLE units_units (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    code TEXT NOT NULL,
    area TEXT,
    parent TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('division', 'service', 'cell', 'counter', 'contractor', 'arrondissement', 'partner')),
    name TEXT NOT NULL,
    reach TEXT NOT NULL CHECK (reach IN ('internal', 'external')),
    duties TEXT NOT NULL,
    channels TEXT NOT NULL,
    answer_hours BIGINT,
    retired_on TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX units_units_code ON units_units (tenant, code) WHERE area IS NULL;
CREATE UNIQUE INDEX units_units_code_area ON units_units (tenant, code, area) WHERE area IS NOT NULL;

CREATE TABLE units_posts (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    unit TEXT NOT NULL,
    person TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    decision TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX units_posts_unit ON units_posts (tenant, unit, starts_on);

CREATE TABLE units_absences (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    delegate TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX units_absences_person ON units_absences (tenant, person, ends_on);
