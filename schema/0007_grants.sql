-- Grants: an award, claims on it, what was verified, paid, kept or taken back. No names, no BSN.

-- Enduring.
CREATE TABLE grant_award (
    fund_id           BIGINT NOT NULL,
    grant_id          BIGINT NOT NULL,
    number            TEXT   NOT NULL,          -- "S-000007"
    payment_reference TEXT   NOT NULL,          -- RF.., for a reclaim
    dossier_id        BIGINT NOT NULL,
    undertaking_id    BIGINT NOT NULL,
    scheme_code       TEXT   NOT NULL,
    sector            TEXT   NOT NULL CHECK (sector IN ('industry', 'technology', 'logistics', 'other')),
    municipality_code TEXT   NOT NULL,
    awarded_on        TEXT   NOT NULL,
    amount            BIGINT NOT NULL CHECK (amount > 0 AND amount = CAST(amount AS BIGINT)),  -- cents, the most that is paid
    workers           BIGINT NOT NULL,          -- 0 where the grant is not per worker
    amount_per_worker BIGINT NOT NULL CHECK (amount_per_worker = CAST(amount_per_worker AS BIGINT)),  -- cents
    work_no           BIGINT NOT NULL,
    fact_no           BIGINT NOT NULL,
    PRIMARY KEY (fund_id, grant_id),
    FOREIGN KEY (fund_id, dossier_id) REFERENCES dossier (fund_id, dossier_id)
) {{clustered}};
CREATE UNIQUE INDEX grant_award_number ON grant_award (number);
{{append_only:grant_award}}

-- Enduring. A claim for one worker. `staff_reference` is the employer's own and never a name or BSN.
CREATE TABLE grant_claim (
    fund_id         BIGINT NOT NULL,
    grant_id        BIGINT NOT NULL,
    claim_no        BIGINT NOT NULL,
    staff_reference TEXT   NOT NULL,
    start_date      TEXT   NOT NULL,
    weekly_hours    BIGINT NOT NULL,            -- hundredths of an hour a week
    required_level  TEXT   NOT NULL,
    attained_level  TEXT   NOT NULL,
    target_group    TEXT   NOT NULL,            -- code, never a description of a person
    evidence_kind   TEXT   NOT NULL,
    evidence_seen_on TEXT  NOT NULL,
    amount          BIGINT NOT NULL CHECK (amount >= 0 AND amount = CAST(amount AS BIGINT)),  -- cents claimed
    actor           TEXT   NOT NULL,
    work_no         BIGINT NOT NULL,
    fact_no         BIGINT NOT NULL,
    PRIMARY KEY (fund_id, grant_id, claim_no),
    FOREIGN KEY (fund_id, grant_id) REFERENCES grant_award (fund_id, grant_id)
) {{clustered}};
CREATE UNIQUE INDEX grant_claim_worker ON grant_claim (fund_id, grant_id, staff_reference);
{{append_only:grant_claim}}

-- Enduring.
CREATE TABLE grant_claim_event (
    fund_id    BIGINT NOT NULL,
    grant_id   BIGINT NOT NULL,
    claim_no   BIGINT NOT NULL,
    event_no   BIGINT NOT NULL,
    kind       TEXT   NOT NULL CHECK (kind IN ('verified', 'rejected', 'paid', 'retained', 'reclaim')),
    day        TEXT   NOT NULL,
    actor      TEXT   NOT NULL,
    amount     BIGINT NOT NULL CHECK (amount = CAST(amount AS BIGINT)),  -- cents
    note       TEXT   NOT NULL,
    work_no    BIGINT NOT NULL,
    fact_no    BIGINT NOT NULL,
    PRIMARY KEY (fund_id, grant_id, claim_no, event_no),
    FOREIGN KEY (fund_id, grant_id, claim_no) REFERENCES grant_claim (fund_id, grant_id, claim_no)
) {{clustered}};
{{append_only:grant_claim_event}}
