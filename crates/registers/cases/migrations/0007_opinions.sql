-- An opinion received on paper says who signed it; a consulted unit finds the files that it gave its opinion on.
ALTER TABLE cases_opinions ADD COLUMN source TEXT;
CREATE INDEX cases_opinions_of_unit ON cases_opinions (tenant, unit, case_id);
