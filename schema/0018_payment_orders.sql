-- Four eyes: what takes money out of a fund, or gives up a claim, is prepared by one officer and released by another.

-- Enduring. What was prepared. Nothing is booked before it is released.
CREATE TABLE payment_order (
    fund_id     BIGINT NOT NULL,
    order_id    BIGINT NOT NULL,
    number      TEXT   NOT NULL,          -- "O-000012"; also the end-to-end identification the bank carries
    kind        TEXT   NOT NULL CHECK (kind IN ('disbursement', 'refund', 'remission', 'interest_waiver', 'write_off', 'grant')),
    loan_id     BIGINT,                   -- whose it is: a loan ...
    grant_id    BIGINT,                   -- ... or a grant
    claim_no    BIGINT,                   -- the claim of the grant that it pays; NULL where it is not for one claim
    amount      BIGINT NOT NULL CHECK (amount > 0 AND amount = CAST(amount AS BIGINT)),  -- cents
    value_date  TEXT,                     -- the day it takes effect; NULL is the day of its release
    iban        TEXT   NOT NULL,          -- who is paid; '' where a claim is given up and no money goes out
    note        TEXT   NOT NULL,
    prepared_by TEXT   NOT NULL,
    prepared_on TEXT   NOT NULL,
    work_no     BIGINT NOT NULL,
    fact_no     BIGINT NOT NULL,
    PRIMARY KEY (fund_id, order_id),
    CHECK ((loan_id IS NULL) <> (grant_id IS NULL)),
    FOREIGN KEY (fund_id) REFERENCES fund (fund_id)
) {{clustered}};
CREATE UNIQUE INDEX payment_order_number ON payment_order (number);
CREATE INDEX payment_order_loan ON payment_order (fund_id, loan_id) WHERE loan_id IS NOT NULL;
CREATE INDEX payment_order_grant ON payment_order (fund_id, grant_id) WHERE grant_id IS NOT NULL;
{{append_only:payment_order}}

-- Enduring. How an order ended; one row at most, so that nothing is released twice.
CREATE TABLE payment_order_outcome (
    fund_id  BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    outcome  TEXT   NOT NULL CHECK (outcome IN ('released', 'withdrawn')),
    day      TEXT   NOT NULL,
    actor    TEXT   NOT NULL,
    note     TEXT   NOT NULL,             -- why it was withdrawn
    work_no  BIGINT NOT NULL,
    fact_no  BIGINT NOT NULL,
    PRIMARY KEY (fund_id, order_id),
    FOREIGN KEY (fund_id, order_id) REFERENCES payment_order (fund_id, order_id)
) {{clustered}};
{{append_only:payment_order_outcome}}
