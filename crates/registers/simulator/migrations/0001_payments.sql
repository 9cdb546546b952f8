-- What the practice bank knows of a payment. No person and no card: the cards are its own.
CREATE TABLE simulator_payments (
    tenant TEXT NOT NULL, oid TEXT NOT NULL, merchant TEXT NOT NULL, amount BIGINT NOT NULL, currency TEXT NOT NULL, back TEXT NOT NULL,
    callback TEXT NOT NULL, state TEXT NOT NULL, card TEXT, external TEXT NOT NULL, taken BIGINT NOT NULL, returned BIGINT NOT NULL,
    made_at TEXT NOT NULL, PRIMARY KEY (tenant, oid)
);
CREATE TABLE simulator_credits (
    tenant TEXT NOT NULL, trans TEXT NOT NULL, oid TEXT NOT NULL, amount BIGINT NOT NULL, made_at TEXT NOT NULL, PRIMARY KEY (tenant, trans)
) /* clustered */;
