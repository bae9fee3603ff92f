-- What changes a loan's plan or its debtor says more than a day and an amount.

-- Enduring. What an event of a loan says besides: a new plan, the choices of a payment holiday, the tranche of a
-- milestone; the undertaking that takes the debt over.
CREATE TABLE loan_event_detail (
    fund_id        BIGINT NOT NULL,
    loan_id        BIGINT NOT NULL,
    event_no       BIGINT NOT NULL,
    detail         TEXT   NOT NULL,             -- JSON: of a plan as `vierkant schedule --terms` reads it; '' for a transfer
    undertaking_id BIGINT,                      -- the new debtor; NULL unless a transfer
    work_no        BIGINT NOT NULL,
    fact_no        BIGINT NOT NULL,
    PRIMARY KEY (fund_id, loan_id, event_no),
    FOREIGN KEY (fund_id, loan_id, event_no) REFERENCES loan_event (fund_id, loan_id, event_no)
) {{clustered}};
CREATE INDEX loan_event_detail_undertaking ON loan_event_detail (undertaking_id) WHERE undertaking_id IS NOT NULL;
{{append_only:loan_event_detail}}

-- Interest and costs added to the principal: the loans account grows without anything being paid out.
ALTER TABLE loan_flow ADD COLUMN capitalised BIGINT NOT NULL DEFAULT 0;  -- cents

-- Who owes a loan today: who was awarded it, or who took it over last.
CREATE VIEW loan_debtor AS
SELECT l.fund_id, l.loan_id, COALESCE(
    (SELECT d.undertaking_id FROM loan_event_detail d
        JOIN loan_event e ON e.fund_id = d.fund_id AND e.loan_id = d.loan_id AND e.event_no = d.event_no
        WHERE d.fund_id = l.fund_id AND d.loan_id = l.loan_id AND d.undertaking_id IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM loan_event undone WHERE undone.fund_id = e.fund_id
                          AND undone.loan_id = e.loan_id AND undone.reverses = e.event_no)
        ORDER BY e.value_date DESC, e.event_no DESC LIMIT 1), l.undertaking_id) AS undertaking_id
FROM loan l;
