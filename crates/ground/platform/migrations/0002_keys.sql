-- What a key is good for: rights out of its role, the unit that answers for it, a limit, an end; and when it was used last.
ALTER TABLE access_keys ADD COLUMN scopes TEXT;
ALTER TABLE access_keys ADD COLUMN unit TEXT;
ALTER TABLE access_keys ADD COLUMN per_minute BIGINT;
ALTER TABLE access_keys ADD COLUMN expires_on TEXT;
ALTER TABLE access_keys ADD COLUMN used_at TEXT;
