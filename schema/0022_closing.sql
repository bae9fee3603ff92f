-- Closing days and periods (ADR 0014, 0015). The facts that a day or period was closed stand in `closing` (0002).

-- Enduring. How a fund books interest: with each day closed, or at the end of the month and when it falls due. The last
-- version counts; a fund without one books by the month.
CREATE TABLE closing_rule (
    fund_id          BIGINT NOT NULL,
    version          BIGINT NOT NULL CHECK (version > 0),
    interest_booking TEXT   NOT NULL CHECK (interest_booking IN ('day', 'month')),
    work_no          BIGINT NOT NULL,
    fact_no          BIGINT NOT NULL,
    PRIMARY KEY (fund_id, version),
    FOREIGN KEY (fund_id) REFERENCES fund (fund_id)
) {{clustered}};
{{append_only:closing_rule}}

-- Enduring. What the books said when a period was closed: how far the chain of entries had come, and what was still open.
CREATE TABLE closed_period (
    fund_id       BIGINT NOT NULL,
    closed_on     TEXT   NOT NULL,              -- the last day of the period
    opens_on      TEXT   NOT NULL,              -- its first day
    last_entry_no BIGINT NOT NULL,
    last_hash     TEXT   NOT NULL,              -- of that entry; 64 zeros where there was none
    suspense      BIGINT NOT NULL,              -- cents received of which it was not known what for
    in_transit    BIGINT NOT NULL,              -- cents on their way longer than a week, in and out added up
    note          TEXT   NOT NULL,              -- the officer's explanation of those two
    actor         TEXT   NOT NULL,
    work_no       BIGINT NOT NULL,
    fact_no       BIGINT NOT NULL,
    PRIMARY KEY (fund_id, closed_on),
    FOREIGN KEY (fund_id) REFERENCES fund (fund_id)
) {{clustered}};
{{append_only:closed_period}}

-- Enduring. The trial balance at the end of a closed period, from the beginning of the fund.
CREATE TABLE closed_balance (
    fund_id    BIGINT NOT NULL,
    closed_on  TEXT   NOT NULL,
    account_id BIGINT NOT NULL,
    debit      BIGINT NOT NULL,                 -- cents
    credit     BIGINT NOT NULL,
    work_no    BIGINT NOT NULL,
    fact_no    BIGINT NOT NULL,
    PRIMARY KEY (fund_id, closed_on, account_id),
    FOREIGN KEY (fund_id, closed_on) REFERENCES closed_period (fund_id, closed_on)
) {{clustered}};
{{append_only:closed_balance}}

-- Rebuildable. Interest that accrued on each closed day by the loans as they were known at the last close of a day; the
-- row of the first closed day holds all before it. The sum up to a day is what was accrued by then, booked or not.
CREATE TABLE interest_accrued (
    fund_id     BIGINT NOT NULL,
    scheme_code TEXT   NOT NULL,
    day         TEXT   NOT NULL,
    amount      BIGINT NOT NULL,                -- cents; negative where a late fact lowered it
    PRIMARY KEY (fund_id, scheme_code, day)
) {{clustered}};

-- Rebuildable. Interest that was booked, by the day of the journal entry.
CREATE TABLE interest_booked (
    fund_id     BIGINT NOT NULL,
    scheme_code TEXT   NOT NULL,
    entry_date  TEXT   NOT NULL,
    amount      BIGINT NOT NULL,                -- cents
    PRIMARY KEY (fund_id, scheme_code, entry_date)
) {{clustered}};

-- The close of a day asks what became known since the last one.
CREATE INDEX loan_event_work ON loan_event (work_no);
