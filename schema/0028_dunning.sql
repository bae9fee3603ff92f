-- Arrears: the letters that went out, and what was charged for paying late (docs/rules/arrears.md).

-- Enduring. A reminder, demand or notice of default that was drawn up. The text itself is a file; its digest proves it.
CREATE TABLE dunning_letter (
    fund_id          BIGINT NOT NULL,
    letter_no        BIGINT NOT NULL,
    number           TEXT   NOT NULL,                 -- "B-000012"
    loan_id          BIGINT,                          -- whose arrears: of a loan (civil law) ...
    grant_id         BIGINT,                          -- ... or of a reclaimed grant (public law)
    kind             TEXT   NOT NULL CHECK (kind IN ('reminder', 'demand', 'default_notice')),
    since            TEXT   NOT NULL,                 -- the oldest due date that was open: what is written about
    drawn_on         TEXT   NOT NULL,
    pay_by           TEXT   NOT NULL,
    amount           BIGINT NOT NULL CHECK (amount > 0 AND amount = CAST(amount AS BIGINT)),  -- cents overdue
    default_interest BIGINT NOT NULL CHECK (default_interest >= 0 AND default_interest = CAST(default_interest AS BIGINT)),
    costs            BIGINT NOT NULL CHECK (costs >= 0 AND costs = CAST(costs AS BIGINT)),  -- fee of the letter or collection costs it claims
    language         TEXT   NOT NULL CHECK (language IN ('nl', 'en')),
    digest           TEXT   NOT NULL,                 -- BLAKE2b-256 of the text, hexadecimal
    work_no          BIGINT NOT NULL,
    fact_no          BIGINT NOT NULL,
    PRIMARY KEY (fund_id, letter_no),
    CHECK ((loan_id IS NULL) <> (grant_id IS NULL)),
    FOREIGN KEY (fund_id) REFERENCES fund (fund_id)
) {{clustered}};
CREATE UNIQUE INDEX dunning_letter_number ON dunning_letter (number);
CREATE UNIQUE INDEX dunning_letter_once ON dunning_letter (fund_id, loan_id, grant_id, since, kind, drawn_on);
CREATE INDEX dunning_letter_loan ON dunning_letter (fund_id, loan_id) WHERE loan_id IS NOT NULL;
CREATE INDEX dunning_letter_grant ON dunning_letter (fund_id, grant_id) WHERE grant_id IS NOT NULL;
{{append_only:dunning_letter}}

-- Enduring. Default interest or collection costs put on a loan's account: the event that books it, and up to which day the
-- interest was reckoned. Does not count where that event was reversed.
CREATE TABLE arrears_charge (
    fund_id   BIGINT NOT NULL,
    loan_id   BIGINT NOT NULL,
    charge_no BIGINT NOT NULL,
    kind      TEXT   NOT NULL CHECK (kind IN ('default_interest', 'collection_costs')),
    since     TEXT   NOT NULL,                        -- the oldest due date that was open
    amount    BIGINT NOT NULL CHECK (amount > 0 AND amount = CAST(amount AS BIGINT)),  -- cents
    day       TEXT   NOT NULL,
    event_no  BIGINT NOT NULL,                        -- of loan_event
    work_no   BIGINT NOT NULL,
    fact_no   BIGINT NOT NULL,
    PRIMARY KEY (fund_id, loan_id, charge_no),
    FOREIGN KEY (fund_id, loan_id, event_no) REFERENCES loan_event (fund_id, loan_id, event_no)
) {{clustered}};
{{append_only:arrears_charge}}
