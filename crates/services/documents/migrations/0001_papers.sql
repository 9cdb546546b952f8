CREATE TABLE documents_papers (
    tenant TEXT NOT NULL, id TEXT NOT NULL, case_id TEXT NOT NULL, output TEXT NOT NULL, template TEXT NOT NULL, title TEXT NOT NULL,
    register TEXT NOT NULL, year BIGINT NOT NULL, number BIGINT NOT NULL, state TEXT NOT NULL, sign TEXT NOT NULL, on_state TEXT NOT NULL,
    action TEXT, code TEXT NOT NULL, lang TEXT NOT NULL, vault TEXT NOT NULL, words TEXT NOT NULL, blob TEXT, sha256 TEXT, signer TEXT,
    issued_at TEXT, valid_until TEXT, why TEXT, created_at TEXT NOT NULL, PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX documents_papers_by_code ON documents_papers (tenant, code);
CREATE UNIQUE INDEX documents_papers_by_number ON documents_papers (tenant, register, year, number);
CREATE INDEX documents_papers_of_case ON documents_papers (tenant, case_id, created_at);
CREATE INDEX documents_papers_to_sign ON documents_papers (tenant, created_at) WHERE state = 'made' AND sign = 'qualified';
CREATE INDEX documents_papers_by_hash ON documents_papers (tenant, sha256) WHERE sha256 IS NOT NULL;
