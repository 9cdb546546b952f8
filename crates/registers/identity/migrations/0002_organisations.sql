CREATE TABLE identity_organisations (
    tenant TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, number_key TEXT NOT NULL,
    vault TEXT NOT NULL, name TEXT NOT NULL, number TEXT NOT NULL, contact TEXT NOT NULL,
    noted_at TEXT NOT NULL, noted_by TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX identity_organisations_by_number ON identity_organisations (tenant, kind, number_key);
CREATE TABLE identity_representatives (
    tenant TEXT NOT NULL, id TEXT NOT NULL, organisation TEXT NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL,
    vault TEXT NOT NULL, proof TEXT NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT NOT NULL,
    confirmed_at TEXT NOT NULL, confirmed_by TEXT NOT NULL, ended_at TEXT, ended_by TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX identity_representatives_of_organisation ON identity_representatives (tenant, organisation);
CREATE INDEX identity_representatives_of_person ON identity_representatives (tenant, person);
