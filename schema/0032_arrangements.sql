-- Arrangements about arrears (betalingsregelingen): what is late may be paid in terms. Whether one is kept follows from the
-- loan's events (docs/rules/arrears.md); nothing is stored that could disagree.

-- Enduring. An arrangement as it was agreed.
CREATE TABLE arrangement (
    fund_id        BIGINT NOT NULL,
    arrangement_no BIGINT NOT NULL,
    number         TEXT   NOT NULL,             -- "R-000001"
    loan_id        BIGINT NOT NULL,
    agreed_on      TEXT   NOT NULL,
    amount         BIGINT NOT NULL CHECK (amount > 0 AND amount = CAST(amount AS BIGINT)),  -- cents late that day
    note           TEXT   NOT NULL,
    actor          TEXT   NOT NULL,
    work_no        BIGINT NOT NULL,
    fact_no        BIGINT NOT NULL,
    PRIMARY KEY (fund_id, arrangement_no),
    FOREIGN KEY (fund_id, loan_id) REFERENCES loan (fund_id, loan_id)
) {{clustered}};
CREATE UNIQUE INDEX arrangement_number ON arrangement (number);
CREATE INDEX arrangement_loan ON arrangement (fund_id, loan_id);
{{append_only:arrangement}}

-- Enduring. What is to be paid when.
CREATE TABLE arrangement_term (
    fund_id        BIGINT NOT NULL,
    arrangement_no BIGINT NOT NULL,
    due_on         TEXT   NOT NULL,
    amount         BIGINT NOT NULL CHECK (amount > 0 AND amount = CAST(amount AS BIGINT)),  -- cents
    work_no        BIGINT NOT NULL,
    fact_no        BIGINT NOT NULL,
    PRIMARY KEY (fund_id, arrangement_no, due_on),
    FOREIGN KEY (fund_id, arrangement_no) REFERENCES arrangement (fund_id, arrangement_no)
) {{clustered}};
{{append_only:arrangement_term}}

-- Enduring. That an officer ended an arrangement, and why.
CREATE TABLE arrangement_end (
    fund_id        BIGINT NOT NULL,
    arrangement_no BIGINT NOT NULL,
    ended_on       TEXT   NOT NULL,
    reason         TEXT   NOT NULL,
    actor          TEXT   NOT NULL,
    work_no        BIGINT NOT NULL,
    fact_no        BIGINT NOT NULL,
    PRIMARY KEY (fund_id, arrangement_no),
    FOREIGN KEY (fund_id, arrangement_no) REFERENCES arrangement (fund_id, arrangement_no)
) {{clustered}};
{{append_only:arrangement_end}}
