CREATE TABLE reports_deposits (
    tenant TEXT NOT NULL, key TEXT NOT NULL, day TEXT NOT NULL, visitor_key TEXT NOT NULL, words_key TEXT NOT NULL,
    standing TEXT NOT NULL, PRIMARY KEY (tenant, key)
);
CREATE INDEX reports_deposits_by_visitor ON reports_deposits (tenant, day, visitor_key);
CREATE INDEX reports_deposits_by_words ON reports_deposits (tenant, day, words_key);
CREATE TABLE reports_answers (
    tenant TEXT NOT NULL, case_id TEXT NOT NULL, procedure TEXT NOT NULL, area TEXT, received_on TEXT NOT NULL,
    answered_on TEXT NOT NULL, days BIGINT NOT NULL, outcome TEXT NOT NULL, in_time TEXT NOT NULL, due_on TEXT,
    PRIMARY KEY (tenant, case_id)
);
CREATE INDEX reports_answers_by_day ON reports_answers (tenant, answered_on);
CREATE TABLE reports_uploads (
    tenant TEXT NOT NULL, blob TEXT NOT NULL, thumb TEXT NOT NULL, visitor_key TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (tenant, blob)
);
CREATE INDEX reports_uploads_by_visitor ON reports_uploads (tenant, visitor_key, at);
