-- What telephones brought. The key is made by the telephone: the same key is the same deed, for ever. Photographs that the file of
-- a case or a round owns are not named here; those that came late are.
CREATE TABLE field_deposits (
    tenant TEXT NOT NULL, key TEXT NOT NULL, account TEXT NOT NULL, by_whom TEXT NOT NULL, kind TEXT NOT NULL, outcome TEXT NOT NULL,
    clash TEXT, case_id TEXT, unit TEXT, procedure TEXT, asset TEXT, vault TEXT NOT NULL, words TEXT NOT NULL, photo TEXT, thumb TEXT,
    photo_at TEXT, metres BIGINT, doubts TEXT NOT NULL, done_at TEXT, received_at TEXT NOT NULL,
    PRIMARY KEY (tenant, key)
) /* clustered */;
CREATE INDEX field_deposits_of_case ON field_deposits (tenant, case_id, received_at) WHERE case_id IS NOT NULL;
CREATE INDEX field_deposits_of_asset ON field_deposits (tenant, asset, received_at) WHERE asset IS NOT NULL;
CREATE INDEX field_deposits_with_photo ON field_deposits (tenant, received_at) WHERE photo IS NOT NULL;
