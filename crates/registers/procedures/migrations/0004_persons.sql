ALTER TABLE procedures_versions ADD COLUMN proposed_person TEXT;
