-- Loans: terms and events are facts; everything else about a loan is computed from them.

-- Enduring. A loan awarded. Sector and municipality are those of the decision, for reports.
CREATE TABLE loan (
    fund_id           BIGINT NOT NULL,
    loan_id           BIGINT NOT NULL,
    number            TEXT   NOT NULL,          -- "L-000042"
    payment_reference TEXT   NOT NULL,          -- RF.., ISO 11649
    dossier_id        BIGINT,                   -- NULL for a loan taken over from another system
    undertaking_id    BIGINT NOT NULL,
    scheme_code       TEXT   NOT NULL,
    sector            TEXT   NOT NULL CHECK (sector IN ('industry', 'technology', 'logistics', 'other')),
    municipality_code TEXT   NOT NULL,
    awarded_on        TEXT   NOT NULL,
    amount            BIGINT NOT NULL CHECK (amount > 0 AND amount = CAST(amount AS BIGINT)),  -- cents awarded
    terms             TEXT   NOT NULL,          -- JSON as `vierkant schedule --terms` reads it, without disbursements
    work_no           BIGINT NOT NULL,
    fact_no           BIGINT NOT NULL,
    PRIMARY KEY (fund_id, loan_id),
    FOREIGN KEY (fund_id) REFERENCES fund (fund_id)
) {{clustered}};
CREATE UNIQUE INDEX loan_number ON loan (number);
CREATE UNIQUE INDEX loan_reference ON loan (payment_reference);
CREATE INDEX loan_undertaking ON loan (undertaking_id);
{{append_only:loan}}

-- Enduring. What happened to a loan, by value date; a mistake is undone by an event that names it in `reverses`.
CREATE TABLE loan_event (
    fund_id      BIGINT NOT NULL,
    loan_id      BIGINT NOT NULL,
    event_no     BIGINT NOT NULL,
    kind         TEXT   NOT NULL CHECK (kind IN ('disbursement', 'payment', 'prepayment', 'rate_change', 'fee', 'default_interest', 'remission', 'write_off', 'recovery', 'refund', 'call_in', 'rescheduling', 'holiday', 'interest_waiver', 'milestone', 'transfer', 'closing', 'reversal')),
    value_date   TEXT   NOT NULL,
    amount       BIGINT NOT NULL CHECK (amount >= 0 AND amount = CAST(amount AS BIGINT)),  -- cents; 0 where the event is of no amount
    rate         BIGINT NOT NULL,               -- millionths; 0 unless a rate change
    excess       TEXT   NOT NULL CHECK (excess IN ('shorten', 'lower', 'advance', 'agreed')),
    reverses     BIGINT,                        -- event_no undone
    bank_line_id BIGINT,                        -- the bank line that proves it
    note         TEXT   NOT NULL,
    work_no      BIGINT NOT NULL,
    fact_no      BIGINT NOT NULL,
    PRIMARY KEY (fund_id, loan_id, event_no),
    FOREIGN KEY (fund_id, loan_id) REFERENCES loan (fund_id, loan_id)
) {{clustered}};
{{append_only:loan_event}}

-- Rebuildable. A loan's checkpoint after its last event, and the totals that the ledger was told (`booked_`, cents).
CREATE TABLE loan_position (
    fund_id      BIGINT NOT NULL,
    loan_id      BIGINT NOT NULL,
    state        TEXT   NOT NULL,               -- lending::to_text(State); '' before the first event
    state_date   TEXT   NOT NULL,               -- value date of the last event
    last_event_no BIGINT NOT NULL,
    booked_until TEXT   NOT NULL,
    booked       TEXT   NOT NULL,               -- lending::to_text(Totals)
    outstanding  BIGINT NOT NULL,               -- cents of principal, as booked
    active       INTEGER NOT NULL CHECK (active IN (0, 1)),  -- drawn and not yet repaid: the day close looks at it
    PRIMARY KEY (fund_id, loan_id)
) {{clustered}};

-- Rebuildable. What falls due per loan and day: past as it fell due, ahead as the plan expects it.
CREATE TABLE loan_due (
    fund_id    BIGINT NOT NULL,
    loan_id    BIGINT NOT NULL,
    due_date   TEXT   NOT NULL,
    principal  BIGINT NOT NULL,                 -- cents
    interest   BIGINT NOT NULL,
    costs      BIGINT NOT NULL,
    settled_on TEXT,                            -- day on which nothing of it was left; NULL while something is
    PRIMARY KEY (fund_id, loan_id, due_date)
) {{clustered}};
-- Who was late on a day: what had fallen due and is open still, or was settled later than that day.
CREATE INDEX loan_due_open ON loan_due (fund_id, due_date) WHERE settled_on IS NULL;
CREATE INDEX loan_due_late ON loan_due (fund_id, settled_on) WHERE settled_on > due_date;

-- Rebuildable. What was paid on what fell due, by value date; `prepaid` is principal paid ahead of the plan.
CREATE TABLE loan_settlement (
    fund_id    BIGINT NOT NULL,
    loan_id    BIGINT NOT NULL,
    due_date   TEXT   NOT NULL,
    settled_on TEXT   NOT NULL,
    principal  BIGINT NOT NULL,
    interest   BIGINT NOT NULL,
    costs      BIGINT NOT NULL,
    prepaid    BIGINT NOT NULL,
    given_up   BIGINT NOT NULL,                 -- part of principal, interest and costs remitted or written off, not received
    PRIMARY KEY (fund_id, loan_id, due_date, settled_on)
) {{clustered}};

-- Rebuildable. The two tables above added up per fund, scheme and day, for the repayment report.
CREATE TABLE due_total (
    fund_id     BIGINT NOT NULL,
    scheme_code TEXT   NOT NULL,
    due_date    TEXT   NOT NULL,
    principal   BIGINT NOT NULL,
    interest    BIGINT NOT NULL,
    costs       BIGINT NOT NULL,
    PRIMARY KEY (fund_id, scheme_code, due_date)
) {{clustered}};
CREATE TABLE settlement_total (
    fund_id     BIGINT NOT NULL,
    scheme_code TEXT   NOT NULL,
    due_date    TEXT   NOT NULL,
    settled_on  TEXT   NOT NULL,
    principal   BIGINT NOT NULL,
    interest    BIGINT NOT NULL,
    costs       BIGINT NOT NULL,
    prepaid     BIGINT NOT NULL,
    given_up    BIGINT NOT NULL,
    PRIMARY KEY (fund_id, scheme_code, due_date, settled_on)
) {{clustered}};
