-- What the plan promised as a whole, for the programme report; the document it was read from is setting "programme".

-- Enduring. One row.
CREATE TABLE programme (
    administration_id BIGINT NOT NULL,
    code              TEXT   NOT NULL,
    title_nl          TEXT   NOT NULL,
    title_en          TEXT   NOT NULL,
    starts_on         TEXT   NOT NULL,          -- first day of the four years
    ends_on           TEXT   NOT NULL,          -- last day
    asked             BIGINT NOT NULL,          -- cents; the measures add up to more, and neither figure is scaled
    definition        TEXT   NOT NULL,          -- of unemployment: series of different definitions are never mixed
    national          BIGINT NOT NULL,          -- unemployment in the country when the plan was made, millionths
    work_no           BIGINT NOT NULL,
    fact_no           BIGINT NOT NULL,
    PRIMARY KEY (administration_id)
) {{clustered}};
{{append_only:programme}}

-- Enduring. The unemployment the plan aims at on a day.
CREATE TABLE unemployment_target (
    administration_id BIGINT NOT NULL,
    day               TEXT   NOT NULL,
    unemployment      BIGINT NOT NULL,          -- millionths: 120000 is 12 %
    work_no           BIGINT NOT NULL,
    fact_no           BIGINT NOT NULL,
    PRIMARY KEY (administration_id, day)
) {{clustered}};
{{append_only:unemployment_target}}
