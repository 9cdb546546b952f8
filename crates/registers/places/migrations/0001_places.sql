CREATE TABLE places_areas (
    tenant TEXT NOT NULL,
    code TEXT NOT NULL,
    parent TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('commune', 'arrondissement')),
    name TEXT NOT NULL,
    population BIGINT NOT NULL,
    PRIMARY KEY (tenant, code)
);

CREATE TABLE places_quarters (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    arrondissement TEXT,
    name TEXT NOT NULL,
    lat_e6 BIGINT,
    lon_e6 BIGINT,
    PRIMARY KEY (tenant, id)
);

CREATE TABLE places_boundaries (
    tenant TEXT NOT NULL,
    code TEXT NOT NULL,
    geometry TEXT NOT NULL,
    PRIMARY KEY (tenant, code)
);
