CREATE TABLE folder_documents (
    tenant TEXT NOT NULL, id TEXT NOT NULL, person TEXT NOT NULL, kind TEXT NOT NULL, origin TEXT NOT NULL, trust TEXT NOT NULL,
    source TEXT, blob TEXT, thumb TEXT NOT NULL, media TEXT NOT NULL, size BIGINT NOT NULL, mark TEXT NOT NULL, scan TEXT NOT NULL,
    vault TEXT NOT NULL, told TEXT NOT NULL, issued_on TEXT, valid_until TEXT, kept_at TEXT NOT NULL, warned_at TEXT, ended_at TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX folder_documents_of_person ON folder_documents (tenant, person, id);
CREATE INDEX folder_documents_ending ON folder_documents (tenant, valid_until);
CREATE INDEX folder_documents_unscanned ON folder_documents (tenant, scan);
CREATE UNIQUE INDEX folder_documents_once ON folder_documents (tenant, person, origin, source);
CREATE TABLE folder_loans (
    tenant TEXT NOT NULL, id TEXT NOT NULL, person TEXT NOT NULL, document TEXT NOT NULL, draft TEXT, case_id TEXT, case_code TEXT,
    procedure TEXT NOT NULL, piece TEXT NOT NULL, unit TEXT NOT NULL, trust TEXT NOT NULL, mark TEXT NOT NULL,
    consent TEXT NOT NULL, lang TEXT NOT NULL, keeps_days BIGINT NOT NULL, actor TEXT NOT NULL,
    lent_at TEXT NOT NULL, filed_at TEXT, withdrawn_at TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX folder_loans_of_person ON folder_loans (tenant, person, id);
CREATE INDEX folder_loans_of_document ON folder_loans (tenant, document);
CREATE INDEX folder_loans_of_draft ON folder_loans (tenant, draft);
CREATE INDEX folder_loans_of_case ON folder_loans (tenant, case_id);
CREATE TABLE folder_presences (
    tenant TEXT NOT NULL, draft TEXT NOT NULL, account TEXT NOT NULL, person TEXT NOT NULL, until TEXT NOT NULL,
    PRIMARY KEY (tenant, draft, account)
);
