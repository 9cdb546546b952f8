-- How much one account brought late in a day.
CREATE INDEX field_deposits_late ON field_deposits (tenant, account, received_at) WHERE clash IS NOT NULL;
