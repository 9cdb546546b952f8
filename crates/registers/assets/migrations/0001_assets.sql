CREATE TABLE assets_assets (
    tenant TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, number TEXT NOT NULL, folded TEXT NOT NULL,
    lat_e6 BIGINT, lon_e6 BIGINT, cell BIGINT, area TEXT, quarter TEXT NOT NULL, street TEXT NOT NULL,
    state TEXT NOT NULL, installed_on TEXT, note TEXT NOT NULL, words TEXT NOT NULL, changed_at TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX assets_one_per_number ON assets_assets (tenant, kind, folded);
CREATE INDEX assets_by_folded ON assets_assets (tenant, folded);
CREATE INDEX assets_by_cell ON assets_assets (tenant, cell);
