SELECT event.value_date, loan.number, undertaking.name, event.kind, event.amount
FROM loan_event event
JOIN loan ON loan.fund_id = event.fund_id AND loan.loan_id = event.loan_id
LEFT JOIN undertaking ON undertaking.administration_id = 1 AND undertaking.undertaking_id =
    COALESCE((SELECT detail.undertaking_id FROM loan_event_detail detail
              JOIN loan_event transfer ON transfer.fund_id = detail.fund_id AND transfer.loan_id = detail.loan_id
                   AND transfer.event_no = detail.event_no
              WHERE detail.fund_id = event.fund_id AND detail.loan_id = event.loan_id
                AND detail.undertaking_id IS NOT NULL AND transfer.value_date <= event.value_date
                AND NOT EXISTS (SELECT 1 FROM loan_event undone
                                WHERE undone.fund_id = transfer.fund_id AND undone.loan_id = transfer.loan_id
                                  AND undone.reverses = transfer.event_no)
              ORDER BY transfer.value_date DESC, transfer.event_no DESC LIMIT 1), loan.undertaking_id)
WHERE event.fund_id = CAST(:fund_id AS BIGINT) AND event.kind IN ('remission', 'write_off', 'recovery', 'interest_waiver')
  AND event.value_date <= :as_of
  AND NOT EXISTS (SELECT 1 FROM loan_event undone
                  WHERE undone.fund_id = event.fund_id AND undone.loan_id = event.loan_id
                    AND undone.reverses = event.event_no)
ORDER BY event.value_date, loan.number, event.event_no
