-- Who took part in a mixed visit, sealed with its words.
ALTER TABLE permits_visits ADD COLUMN parties TEXT;
