-- Series of numbers that the commune gives itself: three letters, one kind, and the last serial that was used.
CREATE TABLE assets_series (
    tenant TEXT NOT NULL, letters TEXT NOT NULL, kind TEXT NOT NULL, last BIGINT NOT NULL, PRIMARY KEY (tenant, letters)
);
CREATE INDEX assets_by_number ON assets_assets (tenant, number, id);
CREATE INDEX assets_by_place ON assets_assets (tenant, kind, area, quarter, installed_on);
