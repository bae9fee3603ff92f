-- How the measures that others carry out are coming along: what they tell, entered by an officer.

-- Enduring. How a followed measure stood on a day; a mistake is another row that replaces it.
CREATE TABLE measure_record (
    administration_id BIGINT NOT NULL,
    record_no         BIGINT NOT NULL,          -- 1, 2, 3 ...
    measure_code      TEXT   NOT NULL,          -- one that is followed: administered is 0
    day               TEXT   NOT NULL,
    status            TEXT   NOT NULL CHECK (status IN ('not-started', 'under-way', 'done', 'stopped')),
    spent             BIGINT CHECK (spent >= 0),  -- cents, by others, all up to that day; NULL where nobody said
    replaces          BIGINT CHECK (replaces < record_no),  -- the record that was wrong; NULL where it corrects none
    note              TEXT   NOT NULL,          -- what there is to tell; may be empty
    reason            TEXT   NOT NULL,          -- of a correction: what was wrong; else empty
    actor             TEXT   NOT NULL,
    work_no           BIGINT NOT NULL,
    fact_no           BIGINT NOT NULL,
    PRIMARY KEY (administration_id, record_no),
    FOREIGN KEY (administration_id, measure_code) REFERENCES measure (administration_id, measure_code),
    FOREIGN KEY (administration_id, replaces) REFERENCES measure_record (administration_id, record_no)
) {{clustered}};
CREATE UNIQUE INDEX measure_record_replaced ON measure_record (administration_id, replaces) WHERE replaces IS NOT NULL;
CREATE INDEX measure_record_measure ON measure_record (administration_id, measure_code, day);
{{append_only:measure_record}}
