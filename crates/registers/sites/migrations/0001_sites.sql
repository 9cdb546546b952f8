CREATE TABLE sites_sites (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    unit TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    phone TEXT,
    area TEXT,
    lat_e6 BIGINT,
    lon_e6 BIGINT,
    access TEXT NOT NULL CHECK (access IN ('step_free', 'steps')),
    retired_on TEXT,
    PRIMARY KEY (tenant, id)
);

CREATE TABLE sites_counters (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    site TEXT NOT NULL,
    label TEXT NOT NULL,
    seats BIGINT NOT NULL CHECK (seats BETWEEN 1 AND 20),
    favours TEXT NOT NULL CHECK (favours IN ('nobody', 'priority')),
    retired_on TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX sites_counters_site ON sites_counters (tenant, site, id);

CREATE TABLE sites_matters (
    tenant TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    minutes BIGINT NOT NULL CHECK (minutes BETWEEN 5 AND 240),
    procedure TEXT,
    bring TEXT NOT NULL,
    ways TEXT NOT NULL,
    most_people BIGINT NOT NULL CHECK (most_people BETWEEN 1 AND 10),
    identity TEXT NOT NULL CHECK (identity IN ('name', 'national_number')),
    retired_on TEXT,
    PRIMARY KEY (tenant, code)
);

CREATE TABLE sites_serves (
    tenant TEXT NOT NULL,
    counter TEXT NOT NULL,
    matter TEXT NOT NULL,
    PRIMARY KEY (tenant, counter, matter)
);
CREATE INDEX sites_serves_matter ON sites_serves (tenant, matter, counter);

CREATE TABLE sites_hours (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    site TEXT NOT NULL,
    counter TEXT,
    weekday BIGINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    opens BIGINT NOT NULL,
    closes BIGINT NOT NULL,
    season TEXT NOT NULL CHECK (season IN ('usual', 'ramadan')),
    starts_on TEXT,
    ends_on TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX sites_hours_site ON sites_hours (tenant, site, id);

CREATE TABLE sites_closures (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    site TEXT NOT NULL,
    counter TEXT,
    day TEXT NOT NULL,
    closes BIGINT,
    opens BIGINT,
    why TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX sites_closures_day ON sites_closures (tenant, site, day);
