-- Jobs promised with an award and jobs proven since. Counts of people, never people.

-- Enduring. Promised with the award. Place (scheme, sector, municipality) is that of the award, for reports.
CREATE TABLE job_commitment (
    fund_id           BIGINT NOT NULL,
    dossier_id        BIGINT NOT NULL,
    line_no           BIGINT NOT NULL,
    promised_on       TEXT   NOT NULL,          -- day of the award
    scheme_code       TEXT   NOT NULL,
    sector            TEXT   NOT NULL,
    municipality_code TEXT   NOT NULL,
    level             TEXT   NOT NULL,          -- education level the job requires (data/reference/education_levels.csv)
    target_group      TEXT   NOT NULL,          -- code; 'NONE' where no group is meant
    kind              TEXT   NOT NULL CHECK (kind IN ('new', 'kept')),
    jobs              BIGINT NOT NULL CHECK (jobs > 0),
    hours             BIGINT NOT NULL CHECK (hours >= 0),  -- hundredths of an hour a week, of these jobs together
    work_no           BIGINT NOT NULL,
    fact_no           BIGINT NOT NULL,
    PRIMARY KEY (fund_id, dossier_id, line_no)
) {{clustered}};
{{append_only:job_commitment}}

-- Enduring. Measured: the jobs there are on that date; the latest measurement up to a date counts. A measurement is
-- corrected by another one of the same date: of two, the one with the higher number counts.
CREATE TABLE job_realisation (
    fund_id           BIGINT NOT NULL,
    dossier_id        BIGINT NOT NULL,
    measurement_no    BIGINT NOT NULL,          -- 1, 2, 3 ... in order of registration
    line_no           BIGINT NOT NULL,
    measured_on       TEXT   NOT NULL,
    scheme_code       TEXT   NOT NULL,
    sector            TEXT   NOT NULL,
    municipality_code TEXT   NOT NULL,
    level             TEXT   NOT NULL,
    target_group      TEXT   NOT NULL,
    kind              TEXT   NOT NULL CHECK (kind IN ('new', 'kept')),
    jobs              BIGINT NOT NULL CHECK (jobs >= 0),
    hours             BIGINT NOT NULL CHECK (hours >= 0),
    evidence          TEXT   NOT NULL,          -- where the proof is kept, e.g. "payroll statement 2026-03, archive 2026/118"
    work_no           BIGINT NOT NULL,
    fact_no           BIGINT NOT NULL,
    PRIMARY KEY (fund_id, dossier_id, measurement_no, line_no)
) {{clustered}};
{{append_only:job_realisation}}

-- View: every fact about jobs as a change on a day. Sums up to a date are the jobs promised and realised on that date.
-- A measurement adds what it found and, on the date of the next one, takes it away again.
CREATE VIEW job_change AS
WITH measurement AS (
    SELECT fund_id, dossier_id, measured_on, MAX(measurement_no) AS measurement_no,
           LEAD(measured_on) OVER (PARTITION BY fund_id, dossier_id ORDER BY measured_on) AS replaced_on
    FROM job_realisation
    GROUP BY fund_id, dossier_id, measured_on
), measured AS (
    SELECT r.fund_id, r.dossier_id, r.scheme_code, r.sector, r.municipality_code, r.level, r.target_group, r.kind, r.jobs,
           m.measured_on, m.replaced_on
    FROM measurement m
    JOIN job_realisation r
      ON r.fund_id = m.fund_id AND r.dossier_id = m.dossier_id AND r.measurement_no = m.measurement_no
)
SELECT fund_id, dossier_id, scheme_code, sector, municipality_code, level, target_group, kind, promised_on AS on_date,
       jobs AS promised, 0 AS realised
FROM job_commitment
UNION ALL
SELECT fund_id, dossier_id, scheme_code, sector, municipality_code, level, target_group, kind, measured_on, 0, jobs
FROM measured
UNION ALL
SELECT fund_id, dossier_id, scheme_code, sector, municipality_code, level, target_group, kind, replaced_on, 0, -jobs
FROM measured
WHERE replaced_on IS NOT NULL;

-- Rebuildable. The changes of job_change per day, per month and per year, so that a sum up to any date reads the years
-- before it, the months before it in its year and the days in its month: few rows, however long the history.
CREATE TABLE job_total (
    fund_id           BIGINT NOT NULL,
    grain             TEXT   NOT NULL CHECK (grain IN ('day', 'month', 'year')),
    on_date           TEXT   NOT NULL,          -- the day, or the first day of the month or year
    scheme_code       TEXT   NOT NULL,
    sector            TEXT   NOT NULL,
    municipality_code TEXT   NOT NULL,
    level             TEXT   NOT NULL,
    target_group      TEXT   NOT NULL,
    kind              TEXT   NOT NULL,
    promised          BIGINT NOT NULL,
    realised          BIGINT NOT NULL,
    PRIMARY KEY (fund_id, grain, on_date, scheme_code, sector, municipality_code, level, target_group, kind)
) {{clustered}};

-- Rebuildable. Money awarded (loans and grants) per day, month and year, for euro per job and the programme.
CREATE TABLE award_total (
    fund_id           BIGINT NOT NULL,
    grain             TEXT   NOT NULL CHECK (grain IN ('day', 'month', 'year')),
    on_date           TEXT   NOT NULL,
    scheme_code       TEXT   NOT NULL,
    sector            TEXT   NOT NULL,
    municipality_code TEXT   NOT NULL,
    amount            BIGINT NOT NULL,          -- cents
    PRIMARY KEY (fund_id, grain, on_date, scheme_code, sector, municipality_code)
) {{clustered}};

-- Enduring. Reference: the education ladder, loaded at init from data/reference/education_levels.csv.
CREATE TABLE education_level (
    administration_id BIGINT  NOT NULL,
    code              TEXT    NOT NULL,
    title_nl          TEXT    NOT NULL,
    title_en          TEXT    NOT NULL,
    mbo_or_below      INTEGER NOT NULL CHECK (mbo_or_below IN (0, 1)),  -- havo and vwo count (handbook, section C)
    band              TEXT    NOT NULL CHECK (band IN ('low', 'middle', 'high')),  -- CBS; low ends at mbo-1
    sort_order        BIGINT  NOT NULL,
    work_no           BIGINT  NOT NULL,
    fact_no           BIGINT  NOT NULL,
    PRIMARY KEY (administration_id, code)
) {{clustered}};
{{append_only:education_level}}
