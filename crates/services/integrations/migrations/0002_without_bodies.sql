-- What is told is written anew at each try, from what may be told by then: no words wait here.
ALTER TABLE integrations_deliveries DROP COLUMN body;
ALTER TABLE integrations_deliveries ADD COLUMN change TEXT;
