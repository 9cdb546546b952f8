-- The public map counts published points by square and category, without looking at the rows themselves.
CREATE INDEX cases_points ON cases_cases (tenant, procedure, lat_e6, lon_e6, phase, area, quarter, id)
    WHERE publication = 'published' AND restricted = 'no' AND merged_into IS NULL AND lat_e6 IS NOT NULL;
