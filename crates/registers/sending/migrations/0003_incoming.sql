-- What telephones write to the commune: once for each message of the gateway.
CREATE TABLE sending_incoming (
    tenant TEXT NOT NULL, message TEXT NOT NULL, at TEXT NOT NULL, phone_key TEXT NOT NULL, outcome TEXT NOT NULL, about TEXT,
    vault TEXT NOT NULL, sender TEXT NOT NULL, body TEXT NOT NULL, erased_at TEXT, PRIMARY KEY (tenant, message)
) /* clustered */;
CREATE INDEX sending_incoming_by_phone ON sending_incoming (tenant, phone_key, at);
CREATE INDEX sending_incoming_by_case ON sending_incoming (tenant, about, at) WHERE about IS NOT NULL;
