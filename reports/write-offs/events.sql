SELECT event.value_date, loan.number, undertaking.name, event.kind, event.amount
FROM loan_event event
JOIN loan ON loan.fund_id = event.fund_id AND loan.loan_id = event.loan_id
LEFT JOIN undertaking ON undertaking.administration_id = 1 AND undertaking.undertaking_id = loan.undertaking_id
WHERE event.fund_id = CAST(:fund_id AS BIGINT) AND event.kind IN ('remission', 'write_off', 'recovery', 'interest_waiver')
  AND event.value_date <= :as_of
  AND NOT EXISTS (SELECT 1 FROM loan_event undone
                  WHERE undone.fund_id = event.fund_id AND undone.loan_id = event.loan_id
                    AND undone.reverses = event.event_no)
ORDER BY event.value_date, loan.number, event.event_no
