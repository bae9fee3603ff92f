-- From application to decision.

-- Enduring. A case: opened by an application under one edition of a scheme.
CREATE TABLE dossier (
    fund_id        BIGINT NOT NULL,
    dossier_id     BIGINT NOT NULL,
    number         TEXT   NOT NULL,             -- "2026-0014", as it stands in letters
    undertaking_id BIGINT NOT NULL,
    scheme_code    TEXT   NOT NULL,
    scheme_from    TEXT   NOT NULL,             -- first day of the edition that applied on the day of receipt
    received_on    TEXT   NOT NULL,
    amount         BIGINT NOT NULL CHECK (amount > 0 AND amount = CAST(amount AS BIGINT)),  -- cents asked
    document       TEXT   NOT NULL,             -- the application as registered, JSON
    work_no        BIGINT NOT NULL,
    fact_no        BIGINT NOT NULL,
    PRIMARY KEY (fund_id, dossier_id),
    FOREIGN KEY (fund_id) REFERENCES fund (fund_id)
) {{clustered}};
CREATE UNIQUE INDEX dossier_number ON dossier (number);
{{append_only:dossier}}

-- Enduring. What happened to a dossier. A decision keeps the verdict, facts and terms it rested on in `document`.
CREATE TABLE dossier_event (
    fund_id    BIGINT NOT NULL,
    dossier_id BIGINT NOT NULL,
    event_no   BIGINT NOT NULL,
    kind       TEXT   NOT NULL CHECK (kind IN ('registered', 'completion_requested', 'completed', 'award_proposed', 'refusal_proposed', 'returned', 'awarded', 'refused', 'withdrawn')),
    day        TEXT   NOT NULL,
    actor      TEXT   NOT NULL,
    until_day  TEXT,                            -- completion_requested: the last day to complete
    amount     BIGINT,                          -- cents proposed or awarded
    note       TEXT   NOT NULL,                 -- what is missing, the motivation, the reason
    document   TEXT   NOT NULL,                 -- JSON, "{}" where there is nothing to keep
    work_no    BIGINT NOT NULL,
    fact_no    BIGINT NOT NULL,
    PRIMARY KEY (fund_id, dossier_id, event_no),
    FOREIGN KEY (fund_id, dossier_id) REFERENCES dossier (fund_id, dossier_id)
) {{clustered}};
{{append_only:dossier_event}}

-- Enduring. State aid granted with an award; the day of the award counts, and the gross grant equivalent.
CREATE TABLE aid_award (
    fund_id        BIGINT NOT NULL,
    dossier_id     BIGINT NOT NULL,
    undertaking_id BIGINT NOT NULL,
    awarded_on     TEXT   NOT NULL,
    basis          TEXT   NOT NULL,             -- "2023/2831" (de minimis), "651/2014 art. 17" ...
    equivalent     BIGINT NOT NULL CHECK (equivalent >= 0 AND equivalent = CAST(equivalent AS BIGINT)),  -- cents
    work_no        BIGINT NOT NULL,
    fact_no        BIGINT NOT NULL,
    PRIMARY KEY (fund_id, dossier_id),
    FOREIGN KEY (fund_id, dossier_id) REFERENCES dossier (fund_id, dossier_id)
) {{clustered}};
CREATE INDEX aid_award_undertaking ON aid_award (undertaking_id);
{{append_only:aid_award}}
