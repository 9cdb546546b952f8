CREATE TABLE calendar_days (
    tenant TEXT NOT NULL,
    day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('holiday', 'working')),
    name TEXT NOT NULL,
    PRIMARY KEY (tenant, day)
);
