-- A seat of a cell of the grid belongs to one booking: the key is what forbids selling it twice. `until` is set while it is
-- only held, or rests after a cancellation; once past, the next to come overtakes the row.
CREATE TABLE appointments_seats (
    tenant TEXT NOT NULL, counter TEXT NOT NULL, cell BIGINT NOT NULL, seat BIGINT NOT NULL,
    booking TEXT NOT NULL, until TEXT, PRIMARY KEY (tenant, counter, cell, seat)
) /* clustered */;
CREATE INDEX appointments_seats_booking ON appointments_seats (tenant, booking);

-- What can be had once only: a person's time, one live booking for a matter, a place among the holds of an address.
CREATE TABLE appointments_claims (
    tenant TEXT NOT NULL, claim TEXT NOT NULL, booking TEXT NOT NULL, until TEXT, PRIMARY KEY (tenant, claim)
) /* clustered */;
CREATE INDEX appointments_claims_booking ON appointments_claims (tenant, booking);

-- Counts up with each change of a counter's day, so that what is kept in memory knows when it is old.
CREATE TABLE appointments_days (
    tenant TEXT NOT NULL, day TEXT NOT NULL, counter TEXT NOT NULL, edition BIGINT NOT NULL, PRIMARY KEY (tenant, day, counter)
) /* clustered */;

CREATE TABLE appointments_bookings (
    tenant TEXT NOT NULL, id TEXT NOT NULL, code TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('held', 'booked', 'waiting', 'offered', 'arrived', 'done', 'no_show', 'cancelled')),
    matter TEXT NOT NULL, way TEXT NOT NULL CHECK (way IN ('visit', 'phone')), people BIGINT NOT NULL,
    site TEXT, counter TEXT, day TEXT, starts TEXT, ends TEXT,
    until TEXT, wants_from TEXT, wants_to TEXT, waits_since TEXT, passed BIGINT NOT NULL, shifted_from TEXT,
    person TEXT, who_key TEXT, phone_key TEXT, cin_key TEXT, vault TEXT, who TEXT,
    proof TEXT, tries BIGINT NOT NULL, device TEXT NOT NULL, lang TEXT NOT NULL, edition BIGINT NOT NULL,
    made_at TEXT NOT NULL, changed_at TEXT NOT NULL, PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX appointments_bookings_code ON appointments_bookings (tenant, code);
CREATE INDEX appointments_bookings_day ON appointments_bookings (tenant, day, site, starts);
CREATE INDEX appointments_bookings_who ON appointments_bookings (tenant, who_key, day);
CREATE INDEX appointments_bookings_person ON appointments_bookings (tenant, person, id);
CREATE INDEX appointments_bookings_waiting ON appointments_bookings (tenant, matter, waits_since) WHERE waits_since IS NOT NULL;
CREATE INDEX appointments_bookings_shifted ON appointments_bookings (tenant, shifted_from) WHERE shifted_from IS NOT NULL;
