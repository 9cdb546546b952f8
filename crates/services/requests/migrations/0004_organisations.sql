ALTER TABLE requests_drafts ADD COLUMN organisation TEXT;
CREATE INDEX requests_drafts_of_organisation ON requests_drafts (tenant, organisation);
CREATE TABLE requests_organisations (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, organisation TEXT NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL, filed_at TEXT NOT NULL,
    PRIMARY KEY (tenant, case_id)
);
CREATE INDEX requests_organisations_of ON requests_organisations (tenant, organisation, filed_at);
