ALTER TABLE reports_deposits RENAME TO reports_deposits_before;
CREATE TABLE reports_deposits (
    tenant TEXT NOT NULL, key TEXT NOT NULL, day TEXT NOT NULL, visitor_key TEXT NOT NULL, words_key TEXT NOT NULL,
    standing TEXT NOT NULL, PRIMARY KEY (tenant, key)
) /* clustered */;
INSERT INTO reports_deposits (tenant, key, day, visitor_key, words_key, standing)
    SELECT tenant, key, day, visitor_key, words_key, standing FROM reports_deposits_before;
DROP TABLE reports_deposits_before;
CREATE INDEX reports_deposits_by_visitor ON reports_deposits (tenant, day, visitor_key);
CREATE INDEX reports_deposits_by_words ON reports_deposits (tenant, day, words_key);
