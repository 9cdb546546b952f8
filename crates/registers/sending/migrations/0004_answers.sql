-- When an SMS was answered: answers are limited for each telephone and for the commune.
ALTER TABLE sending_incoming ADD COLUMN answered_at TEXT;
CREATE INDEX sending_incoming_answered ON sending_incoming (tenant, answered_at) WHERE answered_at IS NOT NULL;
-- Hours in which the commune had given all its answers, for whoever looks after the door.
CREATE TABLE sending_stops (tenant TEXT NOT NULL, hour TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (tenant, hour)) /* clustered */;
