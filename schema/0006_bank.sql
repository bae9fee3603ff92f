-- The bank: statements in, what each line was matched with, and what we told the bank to pay.

-- Enduring. A statement as it was read. (Its lines are written before it, while the file is read: hence deferred keys.)
CREATE TABLE bank_statement (
    fund_id         BIGINT NOT NULL,
    statement_id    BIGINT NOT NULL,
    iban            TEXT   NOT NULL,
    identification  TEXT   NOT NULL,            -- the bank's Id
    sequence        BIGINT NOT NULL,            -- electronic sequence number; 0 where the bank gives none
    source          TEXT   NOT NULL,            -- name of the file
    opening         BIGINT NOT NULL CHECK (opening = CAST(opening AS BIGINT)),  -- cents
    closing         BIGINT NOT NULL CHECK (closing = CAST(closing AS BIGINT)),  -- cents
    opening_date    TEXT   NOT NULL,
    closing_date    TEXT   NOT NULL,
    line_count      BIGINT NOT NULL,
    content         TEXT   NOT NULL,            -- digest of its lines, to know the same statement in another file
    work_no         BIGINT NOT NULL,
    fact_no         BIGINT NOT NULL,
    PRIMARY KEY (fund_id, statement_id),
    FOREIGN KEY (fund_id) REFERENCES fund (fund_id)
) {{clustered}};
CREATE UNIQUE INDEX bank_statement_identity ON bank_statement (fund_id, iban, identification, sequence);
{{append_only:bank_statement}}

-- Enduring. A line of a statement (one detail of a batch is one line).
CREATE TABLE bank_line (
    fund_id           BIGINT  NOT NULL,
    bank_line_id      BIGINT  NOT NULL,         -- "B-000012" to the officer
    statement_id      BIGINT  NOT NULL,
    position          BIGINT  NOT NULL,         -- in the statement, from 1
    identity          TEXT    NOT NULL,         -- the bank's reference where unique, else statement and position
    amount            BIGINT  NOT NULL CHECK (amount = CAST(amount AS BIGINT)),  -- cents; negative went out
    booking_date      TEXT    NOT NULL,
    value_date        TEXT    NOT NULL,
    reversal          INTEGER NOT NULL CHECK (reversal IN (0, 1)),
    return_reason     TEXT    NOT NULL,         -- ISO code of a payment that came back; '' otherwise
    counterparty_iban TEXT    NOT NULL,
    counterparty_name TEXT    NOT NULL,
    reference         TEXT    NOT NULL,         -- creditor reference as written; '' where there is none
    end_to_end_id     TEXT    NOT NULL,
    remittance        TEXT    NOT NULL,         -- free text; what could be a citizen service number is left out
    foreign_amount    TEXT    NOT NULL,         -- amount and currency where not the account's; '' otherwise
    work_no           BIGINT  NOT NULL,
    fact_no           BIGINT  NOT NULL,
    PRIMARY KEY (fund_id, bank_line_id),
    FOREIGN KEY (fund_id, statement_id) REFERENCES bank_statement (fund_id, statement_id)
        DEFERRABLE INITIALLY DEFERRED
) {{clustered}};
CREATE UNIQUE INDEX bank_line_identity ON bank_line (fund_id, identity);
CREATE INDEX bank_line_amount ON bank_line (fund_id, amount, booking_date);
CREATE INDEX bank_line_statement ON bank_line (fund_id, statement_id, position);
{{append_only:bank_line}}

-- Enduring. What a line was matched with. A line first put in suspense gets a later match when an officer decides.
--   suspense      on the suspense account, for an officer to match
--   loan          a payment on loan target_id; event_no is the event it became
--   grant         a repayment of what was reclaimed of grant target_id
--   transit       transfer target_id, seen at the bank
--   contribution  paid in by the funder whose capital account is target_id
--   return        undoes line target_id, which counts no longer; event_no is the reversal, where a loan was paid
--   returned      undone by line target_id; a transfer it was matched with is open again
--   ignored       stays on the suspense account for the reason given
CREATE TABLE bank_match (
    fund_id      BIGINT NOT NULL,
    bank_line_id BIGINT NOT NULL,
    match_no     BIGINT NOT NULL,               -- the highest counts
    kind         TEXT   NOT NULL CHECK (kind IN ('suspense', 'loan', 'grant', 'transit', 'contribution', 'return', 'returned', 'ignored')),
    target_id    BIGINT,
    event_no     BIGINT,
    reason       TEXT   NOT NULL,               -- code of the reason, or the officer's words
    actor        TEXT   NOT NULL,
    work_no      BIGINT NOT NULL,
    fact_no      BIGINT NOT NULL,
    PRIMARY KEY (fund_id, bank_line_id, match_no),
    FOREIGN KEY (fund_id, bank_line_id) REFERENCES bank_line (fund_id, bank_line_id)
) {{clustered}};
CREATE INDEX bank_match_target ON bank_match (fund_id, target_id) WHERE kind = 'transit';
{{append_only:bank_match}}

-- Rebuildable. The lines an officer still has to match: what `bank unmatched` lists without a pass over all lines.
CREATE TABLE bank_unmatched (
    fund_id      BIGINT NOT NULL,
    bank_line_id BIGINT NOT NULL,
    PRIMARY KEY (fund_id, bank_line_id)
) {{clustered}};

-- Enduring. Money that is on its way according to us: a disbursement or grant paid (amount negative), a repayment
-- announced by hand (positive). Open until a bank line is matched with it, or its event is reversed.
CREATE TABLE transfer (
    fund_id       BIGINT NOT NULL,
    transfer_id   BIGINT NOT NULL,              -- "T-000003" to the officer
    kind          TEXT   NOT NULL CHECK (kind IN ('disbursement', 'grant', 'repayment', 'refund')),
    loan_id       BIGINT,
    event_no      BIGINT,                       -- of the loan: what is undone where the payment comes back
    grant_id      BIGINT,
    amount        BIGINT NOT NULL CHECK (amount <> 0 AND amount = CAST(amount AS BIGINT)),  -- cents; negative goes out
    day           TEXT   NOT NULL,
    end_to_end_id TEXT   NOT NULL,
    iban          TEXT   NOT NULL,              -- of the other party, without spaces; '' where not known
    work_no       BIGINT NOT NULL,
    fact_no       BIGINT NOT NULL,
    PRIMARY KEY (fund_id, transfer_id),
    FOREIGN KEY (fund_id) REFERENCES fund (fund_id)
) {{clustered}};
CREATE UNIQUE INDEX transfer_end_to_end ON transfer (fund_id, end_to_end_id);
CREATE INDEX transfer_iban ON transfer (fund_id, iban);
CREATE INDEX transfer_loan ON transfer (fund_id, loan_id) WHERE loan_id IS NOT NULL;
{{append_only:transfer}}
