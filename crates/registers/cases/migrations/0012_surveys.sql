-- By which way an answer of the survey came, and which member of staff wrote it down for its author.
ALTER TABLE cases_surveys ADD COLUMN means TEXT;
ALTER TABLE cases_surveys ADD COLUMN noted_by TEXT;
