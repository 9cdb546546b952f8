-- What became of the orders of a contract, month by month, for everybody.
CREATE INDEX contractors_orders_by_month ON contractors_orders (tenant, contract, given_at);
