-- Late payers, so that lists and reports need no replay.

-- Rebuildable. What fell due on a loan and is not paid, per due date; kept with every event and by the day close. A row is
-- overdue from the day after its due date on: days past due on day D are D - due_date.
CREATE TABLE loan_arrears (
    fund_id   BIGINT NOT NULL,
    loan_id   BIGINT NOT NULL,
    due_date  TEXT   NOT NULL,
    principal BIGINT NOT NULL,                  -- cents still open
    interest  BIGINT NOT NULL,
    costs     BIGINT NOT NULL,
    PRIMARY KEY (fund_id, loan_id, due_date)
) {{clustered}};
CREATE INDEX loan_arrears_due ON loan_arrears (fund_id, due_date);
