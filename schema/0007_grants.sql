-- Grants: an award, the claims on it, what was verified, paid, kept or taken back. No names, no BSN.

-- Enduring. A grant as it was awarded; what else is known of it follows from its claims and events.
CREATE TABLE grant_award (
    fund_id           BIGINT NOT NULL,
    grant_id          BIGINT NOT NULL,
    number            TEXT   NOT NULL,          -- "S-000007"
    payment_reference TEXT   NOT NULL,          -- RF.., ISO 11649: on what is reclaimed, never on a loan
    dossier_id        BIGINT NOT NULL,
    undertaking_id    BIGINT NOT NULL,
    scheme_code       TEXT   NOT NULL,
    sector            TEXT   NOT NULL CHECK (sector IN ('industry', 'technology', 'logistics', 'other')),
    municipality_code TEXT   NOT NULL,
    awarded_on        TEXT   NOT NULL,
    amount            BIGINT NOT NULL CHECK (amount > 0 AND amount = CAST(amount AS BIGINT)),  -- cents, the most that is paid
    terms             TEXT   NOT NULL,          -- JSON: per worker or on cost (src/formats/grant_terms_json.h)
    work_no           BIGINT NOT NULL,
    fact_no           BIGINT NOT NULL,
    PRIMARY KEY (fund_id, grant_id),
    FOREIGN KEY (fund_id, dossier_id) REFERENCES dossier (fund_id, dossier_id)
) {{clustered}};
CREATE UNIQUE INDEX grant_award_number ON grant_award (number);
CREATE UNIQUE INDEX grant_award_reference ON grant_award (payment_reference);
CREATE INDEX grant_award_undertaking ON grant_award (undertaking_id);
{{append_only:grant_award}}

-- Enduring. A claim: for one worker (a row in grant_worker) or a statement of cost (rows in grant_cost).
CREATE TABLE grant_claim (
    fund_id          BIGINT NOT NULL,
    grant_id         BIGINT NOT NULL,
    claim_no         BIGINT NOT NULL,
    entered_on       TEXT   NOT NULL,
    actor            TEXT   NOT NULL,           -- who entered it; someone else verifies
    evidence_kind    TEXT   NOT NULL,           -- code (src/domain/grants/claim.h)
    evidence_seen_on TEXT   NOT NULL,
    work_no          BIGINT NOT NULL,
    fact_no          BIGINT NOT NULL,
    PRIMARY KEY (fund_id, grant_id, claim_no),
    FOREIGN KEY (fund_id, grant_id) REFERENCES grant_award (fund_id, grant_id)
) {{clustered}};
{{append_only:grant_claim}}

-- Enduring. The worker of a claim. `staff_reference` is the employer's own and never a name or BSN.
CREATE TABLE grant_worker (
    fund_id         BIGINT NOT NULL,
    grant_id        BIGINT NOT NULL,
    claim_no        BIGINT NOT NULL,
    staff_reference TEXT   NOT NULL,
    start_date      TEXT   NOT NULL,
    weekly_hours    BIGINT NOT NULL CHECK (weekly_hours > 0),  -- hundredths of an hour a week
    required_level  TEXT   NOT NULL,            -- education level that the job asks for
    attained_level  TEXT   NOT NULL,            -- education level that the worker has
    target_group    TEXT   NOT NULL,            -- code, 'NONE' for none; never a description of a person
    work_no         BIGINT NOT NULL,
    fact_no         BIGINT NOT NULL,
    PRIMARY KEY (fund_id, grant_id, claim_no),
    FOREIGN KEY (fund_id, grant_id, claim_no) REFERENCES grant_claim (fund_id, grant_id, claim_no)
) {{clustered}};
{{append_only:grant_worker}}

-- Enduring. The lines of a statement of cost.
CREATE TABLE grant_cost (
    fund_id   BIGINT NOT NULL,
    grant_id  BIGINT NOT NULL,
    claim_no  BIGINT NOT NULL,
    line_no   BIGINT NOT NULL,
    category  TEXT   NOT NULL,                  -- code of the award's terms
    amount    BIGINT NOT NULL CHECK (amount > 0 AND amount = CAST(amount AS BIGINT)),  -- cents without VAT
    evidence  TEXT   NOT NULL,                  -- where the invoice is kept, e.g. "archive 2026/118"
    work_no   BIGINT NOT NULL,
    fact_no   BIGINT NOT NULL,
    PRIMARY KEY (fund_id, grant_id, claim_no, line_no),
    FOREIGN KEY (fund_id, grant_id, claim_no) REFERENCES grant_claim (fund_id, grant_id, claim_no)
) {{clustered}};
{{append_only:grant_cost}}

-- Enduring. What became of a claim.
CREATE TABLE grant_claim_event (
    fund_id    BIGINT NOT NULL,
    grant_id   BIGINT NOT NULL,
    claim_no   BIGINT NOT NULL,
    event_no   BIGINT NOT NULL,
    kind       TEXT   NOT NULL CHECK (kind IN ('verified', 'rejected', 'kept', 'left')),
    day        TEXT   NOT NULL,                 -- left: the first day without contract; kept: the day this was seen
    actor      TEXT   NOT NULL,
    note       TEXT   NOT NULL,
    work_no    BIGINT NOT NULL,
    fact_no    BIGINT NOT NULL,
    PRIMARY KEY (fund_id, grant_id, claim_no, event_no),
    FOREIGN KEY (fund_id, grant_id, claim_no) REFERENCES grant_claim (fund_id, grant_id, claim_no)
) {{clustered}};
{{append_only:grant_claim_event}}

-- Enduring. What happened to a grant as a whole: its money and its settlement (vaststelling).
CREATE TABLE grant_event (
    fund_id      BIGINT NOT NULL,
    grant_id     BIGINT NOT NULL,
    event_no     BIGINT NOT NULL,
    kind         TEXT   NOT NULL CHECK (kind IN ('advanced', 'paid', 'payment_returned', 'settled', 'reclaimed', 'repaid', 'repayment_returned')),
    day          TEXT   NOT NULL,
    amount       BIGINT NOT NULL CHECK (amount >= 0 AND amount = CAST(amount AS BIGINT)),  -- cents; settled: the final amount
    due_on       TEXT,                          -- reclaimed: to be paid back by (Awb 4:87)
    bank_line_id BIGINT,                        -- the bank line that proves it
    actor        TEXT   NOT NULL,
    note         TEXT   NOT NULL,
    work_no      BIGINT NOT NULL,
    fact_no      BIGINT NOT NULL,
    PRIMARY KEY (fund_id, grant_id, event_no),
    FOREIGN KEY (fund_id, grant_id) REFERENCES grant_award (fund_id, grant_id)
) {{clustered}};
{{append_only:grant_event}}
