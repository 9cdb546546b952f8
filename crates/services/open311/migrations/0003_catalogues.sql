-- Services of other systems, as they were told, with the category that they could become here. Proposed, never offered by itself.
CREATE TABLE open311_services (
    tenant TEXT NOT NULL, source TEXT NOT NULL, code TEXT NOT NULL, place BIGINT NOT NULL, service TEXT NOT NULL,
    definition TEXT, body TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (tenant, source, code)
);
