-- For whom a member of staff has a person's page open, how his presence was proved, and until when.
CREATE TABLE my_visits (
    tenant TEXT NOT NULL, id TEXT NOT NULL, person TEXT NOT NULL, account TEXT NOT NULL, proof TEXT NOT NULL,
    began_at TEXT NOT NULL, ends_at TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX my_visits_ended ON my_visits (tenant, ends_at);
