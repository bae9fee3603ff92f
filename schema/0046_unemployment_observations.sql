-- What really became of unemployment, as UWV and CBS publish it and an officer enters it, beside the path of the plan (0014).

-- Enduring. A figure of a series on a day; a mistake is another row that replaces it.
CREATE TABLE unemployment_observation (
    administration_id BIGINT NOT NULL,
    observation_no    BIGINT NOT NULL,          -- 1, 2, 3 ...
    day               TEXT   NOT NULL,          -- of a month: its last day
    unemployment      BIGINT NOT NULL CHECK (unemployment BETWEEN 0 AND 1000000),  -- millionths: 84000 is 8.4 %
    series            TEXT   NOT NULL CHECK (series IN ('programme', 'ilo', 'registered')),  -- how it counts; never mixed
    source            TEXT   NOT NULL,          -- who published it, and where
    replaces          BIGINT CHECK (replaces < observation_no),  -- the observation that was wrong; NULL where it corrects none
    note              TEXT   NOT NULL,          -- of a correction: what was wrong; else empty or a remark
    actor             TEXT   NOT NULL,
    work_no           BIGINT NOT NULL,
    fact_no           BIGINT NOT NULL,
    PRIMARY KEY (administration_id, observation_no),
    FOREIGN KEY (administration_id, replaces) REFERENCES unemployment_observation (administration_id, observation_no)
) {{clustered}};
CREATE UNIQUE INDEX unemployment_observation_replaced ON unemployment_observation (administration_id, replaces)
WHERE replaces IS NOT NULL;
{{append_only:unemployment_observation}}
