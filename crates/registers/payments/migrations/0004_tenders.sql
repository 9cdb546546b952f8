-- Who paid, and by which cheque or transfer, sealed under a key of the receipt; why money goes back, sealed under one of the refund.
ALTER TABLE payments_receipts ADD COLUMN vault TEXT;
ALTER TABLE payments_receipts ADD COLUMN payer TEXT;
ALTER TABLE payments_receipts ADD COLUMN voucher TEXT;
ALTER TABLE payments_receipts ADD COLUMN bank TEXT;
ALTER TABLE payments_refunds ADD COLUMN vault TEXT;
ALTER TABLE payments_refunds ADD COLUMN words TEXT;
