-- The journal: per fund, append-only, hash-chained, and balanced because it cannot be written otherwise.

-- Enduring. Ring-fenced money with its own books and bank account.
CREATE TABLE fund (
    fund_id           BIGINT NOT NULL PRIMARY KEY,
    administration_id BIGINT NOT NULL,
    code              TEXT   NOT NULL,          -- "revolving", "reshoring" ...
    title_nl          TEXT   NOT NULL,
    title_en          TEXT   NOT NULL,
    measure_code      TEXT   NOT NULL,
    ceiling           BIGINT NOT NULL CHECK (ceiling >= 0 AND ceiling = CAST(ceiling AS BIGINT)),  -- cents; the plan's amount
    reserve           BIGINT NOT NULL CHECK (reserve >= 0 AND reserve = CAST(reserve AS BIGINT)),  -- cents never lent
    iban              TEXT   NOT NULL,          -- the fund's own bank account
    opened_on         TEXT   NOT NULL,
    work_no           BIGINT NOT NULL,
    fact_no           BIGINT NOT NULL
) {{clustered}};
CREATE UNIQUE INDEX fund_code ON fund (administration_id, code);
CREATE UNIQUE INDEX fund_iban ON fund (iban);
{{append_only:fund}}

-- Enduring. The chart of accounts of a fund; numbers below 100 are the same in every fund (src/domain/ledger/account.h),
-- from 100 on there is one account for each funder's capital.
CREATE TABLE account (
    fund_id    BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    code       TEXT   NOT NULL,                 -- "assets:bank", "equity:capital:emmen" ...
    title_nl   TEXT   NOT NULL,
    title_en   TEXT   NOT NULL,
    work_no    BIGINT NOT NULL,
    fact_no    BIGINT NOT NULL,
    PRIMARY KEY (fund_id, account_id),
    FOREIGN KEY (fund_id) REFERENCES fund (fund_id)
) {{clustered}};
CREATE UNIQUE INDEX account_code ON account (fund_id, code);
{{append_only:account}}

-- Rebuildable. How far each fund's chain of entries has come.
CREATE TABLE fund_head (
    fund_id       BIGINT NOT NULL PRIMARY KEY,
    last_entry_no BIGINT NOT NULL,
    last_hash     TEXT   NOT NULL,
    closed_until  TEXT   NOT NULL               -- last day of the last closed period; nothing is dated on or before it
) {{clustered}};

-- Enduring. One journal entry. `hash` covers everything here and every posting, and the hash of the entry before it.
CREATE TABLE entry (
    fund_id       BIGINT NOT NULL,
    entry_no      BIGINT NOT NULL,              -- 1, 2, 3 ... without gaps
    entry_date    TEXT   NOT NULL,
    description   TEXT   NOT NULL,
    posting_count BIGINT NOT NULL CHECK (posting_count > 0),
    total         BIGINT NOT NULL CHECK (total > 0 AND total = CAST(total AS BIGINT)),  -- cents: sum of its postings
    previous_hash TEXT   NOT NULL,
    hash          TEXT   NOT NULL,
    work_no       BIGINT NOT NULL,
    fact_no       BIGINT NOT NULL,
    PRIMARY KEY (fund_id, entry_no),
    FOREIGN KEY (fund_id) REFERENCES fund (fund_id)
) {{clustered}};
{{append_only:entry}}

-- Enduring. A posting moves one amount from the credited to the debited account: debit and credit are equal by
-- construction. It may name what it is about. (No work_no: it is covered by the hash of its entry.)
CREATE TABLE posting (
    fund_id        BIGINT NOT NULL,
    entry_no       BIGINT NOT NULL,
    line_no        BIGINT NOT NULL CHECK (line_no > 0),
    debit_account  BIGINT NOT NULL,
    credit_account BIGINT NOT NULL,
    amount         BIGINT NOT NULL CHECK (amount > 0 AND amount = CAST(amount AS BIGINT)),  -- cents
    loan_id        BIGINT,
    grant_id       BIGINT,
    bank_line_id   BIGINT,
    PRIMARY KEY (fund_id, entry_no, line_no),
    CHECK (debit_account <> credit_account),
    FOREIGN KEY (fund_id, entry_no) REFERENCES entry (fund_id, entry_no),
    FOREIGN KEY (fund_id, debit_account) REFERENCES account (fund_id, account_id),
    FOREIGN KEY (fund_id, credit_account) REFERENCES account (fund_id, account_id)
) {{clustered}};
-- Without fund_id in front: with it, SQLite takes the primary key for a better way to one loan's postings and reads those
-- of the whole fund.
CREATE INDEX posting_loan ON posting (loan_id) WHERE loan_id IS NOT NULL;
CREATE INDEX posting_grant ON posting (grant_id) WHERE grant_id IS NOT NULL;
{{append_only:posting}}

-- Rebuildable. What each account was debited and credited per day: balances as of any date without a pass over postings.
CREATE TABLE account_day (
    fund_id    BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    entry_date TEXT   NOT NULL,
    debit      BIGINT NOT NULL,                 -- cents
    credit     BIGINT NOT NULL,
    PRIMARY KEY (fund_id, account_id, entry_date)
) {{clustered}};

-- Enduring. Closed days and periods. A closed day has its interest booked; a closed period takes no more entries.
CREATE TABLE closing (
    fund_id   BIGINT NOT NULL,
    kind      TEXT   NOT NULL CHECK (kind IN ('day', 'period')),
    closed_on TEXT   NOT NULL,                  -- the day, or the last day of the period
    work_no   BIGINT NOT NULL,
    fact_no   BIGINT NOT NULL,
    PRIMARY KEY (fund_id, kind, closed_on)
) {{clustered}};
{{append_only:closing}}
