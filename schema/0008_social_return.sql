-- Jobs promised with an award and jobs proven since. Counts of people, never people.

-- Enduring. Promised with the award.
CREATE TABLE job_commitment (
    fund_id      BIGINT NOT NULL,
    dossier_id   BIGINT NOT NULL,
    line_no      BIGINT NOT NULL,
    promised_on  TEXT   NOT NULL,               -- day of the award
    level        TEXT   NOT NULL,               -- education level the job requires (data/reference/education_levels.csv)
    target_group TEXT   NOT NULL,               -- code; 'NONE' where no group is meant
    kind         TEXT   NOT NULL CHECK (kind IN ('new', 'kept')),
    jobs         BIGINT NOT NULL CHECK (jobs > 0),
    work_no      BIGINT NOT NULL,
    fact_no      BIGINT NOT NULL,
    PRIMARY KEY (fund_id, dossier_id, line_no)
) {{clustered}};
{{append_only:job_commitment}}

-- Enduring. Measured: the jobs there are on that date; the latest measurement up to a date counts.
CREATE TABLE job_realisation (
    fund_id      BIGINT NOT NULL,
    dossier_id   BIGINT NOT NULL,
    measured_on  TEXT   NOT NULL,
    line_no      BIGINT NOT NULL,
    level        TEXT   NOT NULL,
    target_group TEXT   NOT NULL,
    kind         TEXT   NOT NULL CHECK (kind IN ('new', 'kept')),
    jobs         BIGINT NOT NULL CHECK (jobs >= 0),
    evidence     TEXT   NOT NULL,               -- where the proof is kept, e.g. "payroll statement 2026-03, archive 2026/118"
    work_no      BIGINT NOT NULL,
    fact_no      BIGINT NOT NULL,
    PRIMARY KEY (fund_id, dossier_id, measured_on, line_no)
) {{clustered}};
{{append_only:job_realisation}}

-- Rebuildable. Changes per day, so that a sum up to a date gives the jobs promised and realised on that date.
CREATE TABLE job_total (
    fund_id           BIGINT NOT NULL,
    scheme_code       TEXT   NOT NULL,
    sector            TEXT   NOT NULL,
    municipality_code TEXT   NOT NULL,
    level             TEXT   NOT NULL,
    target_group      TEXT   NOT NULL,
    kind              TEXT   NOT NULL,
    on_date           TEXT   NOT NULL,
    promised          BIGINT NOT NULL,
    realised          BIGINT NOT NULL,
    PRIMARY KEY (fund_id, scheme_code, sector, municipality_code, level, target_group, kind, on_date)
) {{clustered}};

-- Rebuildable. Money awarded per day (loans and grants), for euro per job.
CREATE TABLE award_total (
    fund_id           BIGINT NOT NULL,
    scheme_code       TEXT   NOT NULL,
    sector            TEXT   NOT NULL,
    municipality_code TEXT   NOT NULL,
    on_date           TEXT   NOT NULL,
    amount            BIGINT NOT NULL,          -- cents
    PRIMARY KEY (fund_id, scheme_code, sector, municipality_code, on_date)
) {{clustered}};

-- Reference: the education ladder, loaded at init (titles and whether it counts as "mbo and below").
CREATE TABLE education_level (
    administration_id BIGINT  NOT NULL,
    code              TEXT    NOT NULL,
    title_nl          TEXT    NOT NULL,
    title_en          TEXT    NOT NULL,
    mbo_or_below      INTEGER NOT NULL CHECK (mbo_or_below IN (0, 1)),
    sort_order        BIGINT  NOT NULL,
    work_no           BIGINT  NOT NULL,
    fact_no           BIGINT  NOT NULL,
    PRIMARY KEY (administration_id, code)
) {{clustered}};
{{append_only:education_level}}
