-- The public map counts published points by square and category from here alone, without looking at the rows themselves. The
-- condition is written so that a question which says it the same way is answered from this tree, and not from the one in the
-- order of reception, which would have to look at each row.
CREATE INDEX cases_points ON cases_cases (
    tenant, procedure, lat_e6, lon_e6, phase, area, quarter, received_at, id, publication, restricted, merged_into
) WHERE publication || '' = 'published' AND restricted = 'no' AND merged_into IS NULL;
