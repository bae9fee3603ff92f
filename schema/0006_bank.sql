-- The bank: statements in, what each line was matched with, and what we told the bank to pay.

-- Enduring.
CREATE TABLE bank_statement (
    fund_id         BIGINT NOT NULL,
    statement_id    BIGINT NOT NULL,
    iban            TEXT   NOT NULL,
    identification  TEXT   NOT NULL,            -- the bank's Id (+ electronic sequence number)
    source          TEXT   NOT NULL,            -- name of the file
    opening         BIGINT NOT NULL,            -- cents
    closing         BIGINT NOT NULL,
    opening_date    TEXT   NOT NULL,
    closing_date    TEXT   NOT NULL,
    line_count      BIGINT NOT NULL,
    work_no         BIGINT NOT NULL,
    fact_no         BIGINT NOT NULL,
    PRIMARY KEY (fund_id, statement_id),
    FOREIGN KEY (fund_id) REFERENCES fund (fund_id)
) {{clustered}};
CREATE UNIQUE INDEX bank_statement_identity ON bank_statement (fund_id, iban, identification);
{{append_only:bank_statement}}

-- Enduring. A line of a statement (one detail of a batch is one line).
CREATE TABLE bank_line (
    fund_id           BIGINT  NOT NULL,
    bank_line_id      BIGINT  NOT NULL,
    statement_id      BIGINT  NOT NULL,
    position          BIGINT  NOT NULL,
    identity          TEXT    NOT NULL,         -- the bank's reference where unique, else statement and position
    amount            BIGINT  NOT NULL CHECK (amount = CAST(amount AS BIGINT)),  -- cents; negative went out
    booking_date      TEXT    NOT NULL,
    value_date        TEXT    NOT NULL,
    reversal          INTEGER NOT NULL CHECK (reversal IN (0, 1)),
    counterparty_iban TEXT    NOT NULL,
    counterparty_name TEXT    NOT NULL,
    reference         TEXT    NOT NULL,         -- creditor reference, normalised; '' where there is none
    end_to_end_id     TEXT    NOT NULL,
    remittance        TEXT    NOT NULL,
    foreign_amount    TEXT    NOT NULL,         -- amount and currency where not the account's; '' otherwise
    work_no           BIGINT  NOT NULL,
    fact_no           BIGINT  NOT NULL,
    PRIMARY KEY (fund_id, bank_line_id),
    FOREIGN KEY (fund_id, statement_id) REFERENCES bank_statement (fund_id, statement_id)
) {{clustered}};
CREATE UNIQUE INDEX bank_line_identity ON bank_line (fund_id, identity);
{{append_only:bank_line}}

-- Enduring. What a line was matched with. A line first put in suspense gets a later match when an officer decides.
CREATE TABLE bank_match (
    fund_id      BIGINT NOT NULL,
    bank_line_id BIGINT NOT NULL,
    match_no     BIGINT NOT NULL,               -- the highest counts
    kind         TEXT   NOT NULL CHECK (kind IN ('suspense', 'loan', 'transit', 'ignored')),
    target_id    BIGINT,                        -- loan_id, or transfer_id; NULL otherwise
    reason       TEXT   NOT NULL,               -- code of the reason, or the officer's words
    actor        TEXT   NOT NULL,
    work_no      BIGINT NOT NULL,
    fact_no      BIGINT NOT NULL,
    PRIMARY KEY (fund_id, bank_line_id, match_no),
    FOREIGN KEY (fund_id, bank_line_id) REFERENCES bank_line (fund_id, bank_line_id)
) {{clustered}};
{{append_only:bank_match}}

-- Enduring. Money that is on its way according to us: a disbursement or grant paid (amount negative), a repayment
-- announced by hand (positive). Open until a bank line is matched with it.
CREATE TABLE transfer (
    fund_id       BIGINT NOT NULL,
    transfer_id   BIGINT NOT NULL,
    kind          TEXT   NOT NULL CHECK (kind IN ('disbursement', 'grant', 'repayment', 'refund')),
    loan_id       BIGINT,
    grant_id      BIGINT,
    amount        BIGINT NOT NULL CHECK (amount <> 0 AND amount = CAST(amount AS BIGINT)),  -- cents; negative goes out
    day           TEXT   NOT NULL,
    end_to_end_id TEXT   NOT NULL,
    iban          TEXT   NOT NULL,              -- of the other party
    work_no       BIGINT NOT NULL,
    fact_no       BIGINT NOT NULL,
    PRIMARY KEY (fund_id, transfer_id),
    FOREIGN KEY (fund_id) REFERENCES fund (fund_id)
) {{clustered}};
CREATE UNIQUE INDEX transfer_end_to_end ON transfer (fund_id, end_to_end_id);
{{append_only:transfer}}
