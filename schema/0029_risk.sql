-- Security and expected loss: what a loan can fall back on, what an officer says of its risk, and the provision booked
-- (docs/rules/provisions.md).

-- Enduring. Collateral or a guarantee behind a loan. No names of persons: a reference to where the deed is kept.
CREATE TABLE loan_collateral (
    fund_id       BIGINT NOT NULL,
    loan_id       BIGINT NOT NULL,
    collateral_no BIGINT NOT NULL,              -- 1, 2, 3 ... within the loan
    kind          TEXT   NOT NULL CHECK (kind IN ('mortgage', 'pledge', 'guarantee', 'deposit', 'other')),
    description   TEXT   NOT NULL,              -- the thing, and where the deed is kept
    value         BIGINT NOT NULL CHECK (value > 0 AND value = CAST(value AS BIGINT)),    -- cents, as valued
    rank          BIGINT NOT NULL CHECK (rank > 0),   -- 1 is first
    prior         BIGINT NOT NULL CHECK (prior >= 0 AND prior = CAST(prior AS BIGINT)),   -- cents of claims before ours
    valued_on     TEXT   NOT NULL,              -- it counts from this day on
    expires_on    TEXT,                         -- last day on which it counts; NULL: until released
    actor         TEXT   NOT NULL,
    work_no       BIGINT NOT NULL,
    fact_no       BIGINT NOT NULL,
    PRIMARY KEY (fund_id, loan_id, collateral_no),
    FOREIGN KEY (fund_id, loan_id) REFERENCES loan (fund_id, loan_id)
) {{clustered}};
{{append_only:loan_collateral}}

-- Enduring. Collateral given back; one row at most.
CREATE TABLE loan_collateral_release (
    fund_id       BIGINT NOT NULL,
    loan_id       BIGINT NOT NULL,
    collateral_no BIGINT NOT NULL,
    day           TEXT   NOT NULL,              -- from this day on it counts no more
    reason        TEXT   NOT NULL,
    actor         TEXT   NOT NULL,
    work_no       BIGINT NOT NULL,
    fact_no       BIGINT NOT NULL,
    PRIMARY KEY (fund_id, loan_id, collateral_no),
    FOREIGN KEY (fund_id, loan_id, collateral_no) REFERENCES loan_collateral (fund_id, loan_id, collateral_no)
) {{clustered}};
{{append_only:loan_collateral_release}}

-- Enduring. An officer's word about the risk of a loan, instead of the days late, until the next.
CREATE TABLE loan_risk_override (
    fund_id     BIGINT NOT NULL,
    loan_id     BIGINT NOT NULL,
    override_no BIGINT NOT NULL,
    from_day    TEXT   NOT NULL,
    stage       TEXT   NOT NULL CHECK (stage IN ('performing', 'watch', 'default', 'days-late')),  -- days-late ends it
    reason      TEXT   NOT NULL,
    actor       TEXT   NOT NULL,
    work_no     BIGINT NOT NULL,
    fact_no     BIGINT NOT NULL,
    PRIMARY KEY (fund_id, loan_id, override_no),
    FOREIGN KEY (fund_id, loan_id) REFERENCES loan (fund_id, loan_id)
) {{clustered}};
{{append_only:loan_risk_override}}

-- Enduring. The provision of a loan as booked for a day, and all it rests on. The journal holds the difference from the one
-- before (assets:provision, deducted from the loans: BBV art. 63(8)).
CREATE TABLE loan_provision (
    fund_id     BIGINT NOT NULL,
    loan_id     BIGINT NOT NULL,
    as_of       TEXT   NOT NULL,
    stage       TEXT   NOT NULL CHECK (stage IN ('performing', 'watch', 'default')),
    overridden  INTEGER NOT NULL CHECK (overridden IN (0, 1)),  -- the officer's word, not the days late
    gross       BIGINT NOT NULL CHECK (gross >= 0 AND gross = CAST(gross AS BIGINT)),   -- cents of principal
    cover       BIGINT NOT NULL CHECK (cover >= 0 AND cover = CAST(cover AS BIGINT)),   -- cents that collateral is expected to bring
    probability BIGINT NOT NULL CHECK (probability >= 0),       -- millionths
    loss        BIGINT NOT NULL CHECK (loss >= 0),              -- millionths of what is not covered
    provision   BIGINT NOT NULL CHECK (provision >= 0 AND provision = CAST(provision AS BIGINT)),  -- cents
    work_no     BIGINT NOT NULL,
    fact_no     BIGINT NOT NULL,
    PRIMARY KEY (fund_id, loan_id, as_of),
    FOREIGN KEY (fund_id, loan_id) REFERENCES loan (fund_id, loan_id)
) {{clustered}};
CREATE INDEX loan_provision_day ON loan_provision (fund_id, as_of);
{{append_only:loan_provision}}
