CREATE TABLE queue_tickets (
    tenant TEXT NOT NULL, id TEXT NOT NULL, site TEXT NOT NULL, day TEXT NOT NULL, letter TEXT NOT NULL, number BIGINT NOT NULL,
    code TEXT NOT NULL, matter TEXT NOT NULL, state TEXT NOT NULL, channel TEXT NOT NULL, priority TEXT,
    booking TEXT, booked_at TEXT, person TEXT, lang TEXT NOT NULL,
    place TEXT NOT NULL, taken_at TEXT NOT NULL, called_at TEXT, calls BIGINT NOT NULL, post TEXT, counter TEXT,
    begun_at TEXT, ended_at TEXT, outcome TEXT, vault TEXT NOT NULL, phone TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX queue_tickets_number ON queue_tickets (tenant, site, day, letter, number);
CREATE UNIQUE INDEX queue_tickets_code ON queue_tickets (tenant, code);
-- Two devices that check in for one appointment make one ticket.
CREATE UNIQUE INDEX queue_tickets_booking ON queue_tickets (tenant, booking) WHERE booking IS NOT NULL;
-- Whoever stands at a counter stands there alone.
CREATE UNIQUE INDEX queue_tickets_post ON queue_tickets (tenant, post) WHERE state IN ('called', 'serving');
CREATE INDEX queue_tickets_line ON queue_tickets (tenant, site, day, state, place);
CREATE INDEX queue_tickets_person ON queue_tickets (tenant, person, id);
CREATE INDEX queue_tickets_day ON queue_tickets (tenant, day);
CREATE TABLE queue_numbers (
    tenant TEXT NOT NULL, site TEXT NOT NULL, day TEXT NOT NULL, letter TEXT NOT NULL, last BIGINT NOT NULL,
    PRIMARY KEY (tenant, site, day, letter)
);
CREATE TABLE queue_posts (
    tenant TEXT NOT NULL, id TEXT NOT NULL, site TEXT NOT NULL, counter TEXT NOT NULL, seat BIGINT NOT NULL, agent TEXT NOT NULL,
    opened_at TEXT NOT NULL, paused_at TEXT, pause TEXT, closed_at TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX queue_posts_counter ON queue_posts (tenant, counter, seat) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX queue_posts_agent ON queue_posts (tenant, agent) WHERE closed_at IS NULL;
CREATE INDEX queue_posts_site ON queue_posts (tenant, site, closed_at);
-- What estimates and figures are made of: no ticket, no person, no agent.
CREATE TABLE queue_served (
    tenant TEXT NOT NULL, id TEXT NOT NULL, site TEXT NOT NULL, matter TEXT NOT NULL, day TEXT NOT NULL,
    waited_secs BIGINT NOT NULL, served_secs BIGINT NOT NULL, outcome TEXT NOT NULL, ended_at TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX queue_served_lately ON queue_served (tenant, site, ended_at);
CREATE INDEX queue_served_day ON queue_served (tenant, day, site, matter);
CREATE TABLE queue_days (
    tenant TEXT NOT NULL, site TEXT NOT NULL, matter TEXT NOT NULL, day TEXT NOT NULL,
    tickets BIGINT NOT NULL, served BIGINT NOT NULL, missed BIGINT NOT NULL, wait_median_secs BIGINT, wait_p90_secs BIGINT,
    PRIMARY KEY (tenant, day, site, matter)
);
CREATE TABLE queue_told (
    tenant TEXT NOT NULL, ticket TEXT NOT NULL, what TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (tenant, ticket, what)
);
