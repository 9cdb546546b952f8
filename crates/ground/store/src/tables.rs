//! The store's own tables, in the SQL both engines speak. Steps are only ever appended.

use crate::engine::Migrations;

/// The application may add to these and read them, never change or remove: the commune's proofs.
pub(crate) const APPEND_ONLY: [&str; 3] = ["platform_journal", "platform_signed_heads", "platform_receipts"];

pub(crate) const PLATFORM: Migrations = Migrations { module: "platform", steps: &[STEP_1, STEP_2, STEP_3, STEP_4, STEP_5] };

const STEP_1: &str = "
CREATE TABLE platform_meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE platform_tenants (
    tenant TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL,
    host TEXT,
    prefix TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('listed', 'open')),
    opened_on TEXT
);
CREATE UNIQUE INDEX platform_tenants_slug ON platform_tenants (slug);
CREATE UNIQUE INDEX platform_tenants_host ON platform_tenants (host);
CREATE UNIQUE INDEX platform_tenants_prefix ON platform_tenants (prefix);

CREATE TABLE platform_journal (
    tenant TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    verb TEXT NOT NULL,
    subject TEXT NOT NULL,
    summary TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (tenant, seq)
);
CREATE INDEX platform_journal_subject ON platform_journal (tenant, subject, seq);

CREATE TABLE platform_heads (
    tenant TEXT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    hash TEXT NOT NULL
);

CREATE TABLE platform_signed_heads (
    tenant TEXT NOT NULL,
    day TEXT NOT NULL,
    seq BIGINT NOT NULL,
    hash TEXT NOT NULL,
    signature TEXT NOT NULL,
    PRIMARY KEY (tenant, day)
);

CREATE TABLE platform_marks (
    tenant TEXT NOT NULL,
    verb TEXT NOT NULL,
    subject TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (tenant, verb, subject)
);

CREATE TABLE platform_numbers (
    tenant TEXT NOT NULL,
    register TEXT NOT NULL,
    year BIGINT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (tenant, register, year)
);

CREATE TABLE platform_receipts (
    tenant TEXT NOT NULL,
    key TEXT NOT NULL,
    subject TEXT NOT NULL,
    at TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (tenant, key)
);
CREATE INDEX platform_receipts_subject ON platform_receipts (tenant, subject);

CREATE TABLE platform_jobs (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    due TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'parked')),
    lease TEXT,
    lease_until TEXT,
    done_at TEXT,
    error TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX platform_jobs_waiting ON platform_jobs (tenant, due) WHERE state = 'waiting';
CREATE INDEX platform_jobs_due ON platform_jobs (due, tenant) WHERE state = 'waiting';

CREATE TABLE platform_schedule (
    tenant TEXT NOT NULL,
    name TEXT NOT NULL,
    ran_on TEXT NOT NULL,
    PRIMARY KEY (tenant, name)
);

CREATE TABLE platform_search_tokens (
    tenant TEXT NOT NULL,
    module TEXT NOT NULL,
    token TEXT NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (tenant, module, token, subject)
);
CREATE INDEX platform_search_subject ON platform_search_tokens (tenant, module, subject);

CREATE TABLE platform_settings (
    tenant TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (tenant, key)
);
";

/// The words of one thing are found by it: with a narrower index SQLite walks all words of the module instead.
const STEP_2: &str = "
CREATE INDEX platform_search_words_of ON platform_search_tokens (tenant, module, subject, token);
DROP INDEX platform_search_subject;
";

/// A commune's edition of its reference tables stands beside the head of its chain, which every action reads anyway.
const STEP_3: &str = "
ALTER TABLE platform_heads ADD COLUMN edition TEXT NOT NULL DEFAULT '';
";

/// One row per word in one tree, and one row per thing that says which words it has: a second index of the words doubled
/// what each deposit writes. Words wait in `platform_fresh` until they are merged, many at once. Things indexed by an older
/// program are in no list; `search` finds their words by walking.
const STEP_4: &str = "
CREATE TABLE platform_words (
    tenant TEXT NOT NULL,
    module TEXT NOT NULL,
    word TEXT NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (tenant, module, word, subject)
) /* clustered */;
INSERT INTO platform_words (tenant, module, word, subject) SELECT tenant, module, token, subject FROM platform_search_tokens;
DROP TABLE platform_search_tokens;
CREATE TABLE platform_indexed (
    tenant TEXT NOT NULL,
    module TEXT NOT NULL,
    subject TEXT NOT NULL,
    visibility TEXT NOT NULL CHECK (visibility IN ('clear', 'sealed')),
    words TEXT NOT NULL,
    PRIMARY KEY (tenant, module, subject, visibility)
) /* clustered */;
CREATE TABLE platform_fresh (
    tenant TEXT NOT NULL,
    module TEXT NOT NULL,
    subject TEXT NOT NULL,
    visibility TEXT NOT NULL CHECK (visibility IN ('clear', 'sealed')),
    words TEXT NOT NULL,
    PRIMARY KEY (tenant, module, subject, visibility)
) /* clustered */;
";

/// The journal lies in the order of its numbers.
const STEP_5: &str = "
ALTER TABLE platform_journal RENAME TO platform_journal_before;
CREATE TABLE platform_journal (
    tenant TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    verb TEXT NOT NULL,
    subject TEXT NOT NULL,
    summary TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (tenant, seq)
) /* clustered */;
INSERT INTO platform_journal (tenant, seq, at, actor, verb, subject, summary, hash)
    SELECT tenant, seq, at, actor, verb, subject, summary, hash FROM platform_journal_before;
DROP TABLE platform_journal_before;
CREATE INDEX platform_journal_subject ON platform_journal (tenant, subject, seq);
";
