-- The administration itself: who did what when (work), the undertakings, and the numbers given out.

-- Rebuildable. One row: how far the chain of works has come. Every writing use case locks this row first, so writers take
-- turns; readers never wait.
CREATE TABLE administration_head (
    administration_id BIGINT NOT NULL PRIMARY KEY,
    last_work_no      BIGINT NOT NULL,
    last_hash         TEXT   NOT NULL          -- hash of that work; 64 zeros before the first
) {{clustered}};
INSERT INTO administration_head (administration_id, last_work_no, last_hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Rebuildable. Number series: the last number given per kind ("loan", "dossier", "event" ...).
CREATE TABLE number_series (
    administration_id BIGINT NOT NULL,
    series            TEXT   NOT NULL,
    last_number       BIGINT NOT NULL,
    PRIMARY KEY (administration_id, series)
) {{clustered}};

-- Enduring. One use case done by one officer in one transaction. Its seal covers every fact it wrote; its hash covers the
-- seal and the hash of the work before it, so that a changed, removed or inserted fact shows.
CREATE TABLE work (
    administration_id BIGINT NOT NULL,
    work_no           BIGINT NOT NULL,          -- 1, 2, 3 ... without gaps
    at                TEXT   NOT NULL,          -- instant, UTC
    day               TEXT   NOT NULL,          -- the officer's "today"
    actor             TEXT   NOT NULL,
    task              TEXT   NOT NULL,          -- the use case, e.g. "application decide"
    idempotency_key   TEXT,                     -- the same key again takes no effect again
    receipt           TEXT   NOT NULL,          -- what the use case answered, given again when it is repeated
    seal              TEXT   NOT NULL,          -- per table: name, number of rows, digest over them in order of fact_no
    previous_hash     TEXT   NOT NULL,
    hash              TEXT   NOT NULL,
    PRIMARY KEY (administration_id, work_no)
) {{clustered}};
CREATE UNIQUE INDEX work_idempotency ON work (administration_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
{{append_only:work}}

-- Enduring. What was set up: the programme as it was read at init (JSON text) and each scheme edition.
CREATE TABLE setting (
    administration_id BIGINT NOT NULL,
    name              TEXT   NOT NULL,          -- "programme", "scheme:investment-loan:2026-01-01" ...
    version           BIGINT NOT NULL,          -- a later version replaces the earlier for new cases
    document          TEXT   NOT NULL,          -- JSON
    work_no           BIGINT NOT NULL,
    fact_no           BIGINT NOT NULL,
    PRIMARY KEY (administration_id, name, version)
) {{clustered}};
{{append_only:setting}}

-- Enduring. The 23 measures of the plan; amount NULL where the plan gives none.
CREATE TABLE measure (
    administration_id BIGINT  NOT NULL,
    measure_code      TEXT    NOT NULL,         -- M01 ... M23
    chapter           BIGINT  NOT NULL,
    title_nl          TEXT    NOT NULL,
    title_en          TEXT    NOT NULL,
    budget_line       TEXT    NOT NULL,         -- empty where the measure has one line
    amount            BIGINT,                   -- cents
    start_term        TEXT    NOT NULL,         -- short, medium, long, short+medium or empty
    administered      INTEGER NOT NULL CHECK (administered IN (0, 1)),
    work_no           BIGINT  NOT NULL,
    fact_no           BIGINT  NOT NULL,
    PRIMARY KEY (administration_id, measure_code)
) {{clustered}};
{{append_only:measure}}

-- Enduring. The annex tables of 1 April 2013: the baseline.
CREATE TABLE baseline (
    administration_id BIGINT NOT NULL,
    kind              TEXT   NOT NULL CHECK (kind IN ('sector', 'industry')),
    code              TEXT   NOT NULL,          -- SBI section or division
    title_nl          TEXT   NOT NULL,
    title_en          TEXT   NOT NULL,
    establishments    BIGINT NOT NULL,
    jobs              BIGINT NOT NULL,
    work_no           BIGINT NOT NULL,
    fact_no           BIGINT NOT NULL,
    PRIMARY KEY (administration_id, kind, code)
) {{clustered}};
{{append_only:baseline}}

-- Enduring. Undertakings as they were registered; a change (new address, new accounts) is a next version.
CREATE TABLE undertaking_version (
    administration_id BIGINT NOT NULL,
    undertaking_id    BIGINT NOT NULL,
    version           BIGINT NOT NULL CHECK (version > 0),  -- 1, 2, 3 ...; the last one counts
    document          TEXT   NOT NULL,          -- everything registered, JSON (docs/reference/undertaking.schema.json)
    work_no           BIGINT NOT NULL,
    fact_no           BIGINT NOT NULL,
    PRIMARY KEY (administration_id, undertaking_id, version)
) {{clustered}};
{{append_only:undertaking_version}}

-- Rebuildable. Each undertaking by its last version, to find it by; a KvK number, RSIN, VAT id or IBAN belongs to one only.
CREATE TABLE undertaking (
    administration_id BIGINT NOT NULL,
    undertaking_id    BIGINT NOT NULL,
    version           BIGINT NOT NULL,
    kvk               TEXT   NOT NULL,          -- 8 digits; the same in every version
    rsin              TEXT,                     -- 9 digits
    vat_id            TEXT,
    iban              TEXT,
    name              TEXT   NOT NULL,
    name_folded       TEXT   NOT NULL,          -- for searching: lower case, without accents
    sbi_main          TEXT   NOT NULL,
    municipality_code TEXT   NOT NULL,          -- GMnnnn
    PRIMARY KEY (administration_id, undertaking_id)
) {{clustered}};
CREATE UNIQUE INDEX undertaking_kvk ON undertaking (administration_id, kvk);
CREATE UNIQUE INDEX undertaking_rsin ON undertaking (administration_id, rsin) WHERE rsin IS NOT NULL;
CREATE UNIQUE INDEX undertaking_vat ON undertaking (administration_id, vat_id) WHERE vat_id IS NOT NULL;
CREATE UNIQUE INDEX undertaking_iban ON undertaking (administration_id, iban) WHERE iban IS NOT NULL;

-- Rebuildable. Who is linked to whom by the last version (state aid and SME size look at the whole group).
CREATE TABLE undertaking_link (
    administration_id BIGINT NOT NULL,
    undertaking_id    BIGINT NOT NULL,
    line_no           BIGINT NOT NULL,
    other_kvk         TEXT   NOT NULL,
    kind              TEXT   NOT NULL CHECK (kind IN ('parent', 'linked', 'partner')),
    PRIMARY KEY (administration_id, undertaking_id, line_no)
) {{clustered}};
CREATE INDEX undertaking_link_other ON undertaking_link (administration_id, other_kvk);
