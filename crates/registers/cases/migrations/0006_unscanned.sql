-- Files that the virus scanner has yet to look at.
CREATE INDEX cases_files_unscanned ON cases_files (tenant, id) WHERE scan = 'waiting';
