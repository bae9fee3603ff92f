-- What has flowed through the loans of a fund, by kind and day: the fund statement and the revolving factor need what was
-- lent and what came back apart, and an account only knows the difference (a returned payment debits the loans too).

-- Rebuildable. Cents booked on this day, as the loans' own totals moved (lending::Totals); a correction may be negative.
CREATE TABLE loan_flow (
    fund_id           BIGINT NOT NULL,
    scheme_code       TEXT   NOT NULL,
    entry_date        TEXT   NOT NULL,          -- of the journal entry that books it
    disbursed         BIGINT NOT NULL,
    repaid            BIGINT NOT NULL,          -- principal
    interest_received BIGINT NOT NULL,
    costs_received    BIGINT NOT NULL,
    remitted          BIGINT NOT NULL,          -- principal
    written_off       BIGINT NOT NULL,          -- principal
    recovered         BIGINT NOT NULL,          -- after a write-off
    PRIMARY KEY (fund_id, scheme_code, entry_date)
) {{clustered}};
