-- What one person paid: his page asks by subject.
CREATE INDEX payments_receipts_of_subject ON payments_receipts (tenant, subject, paid_at);
