WITH this_fund AS (
    SELECT fund_id FROM fund WHERE code = :fund
), drawn AS (
    SELECT event.loan_id, SUM(event.amount) AS amount
    FROM loan_event event
    WHERE event.fund_id = (SELECT fund_id FROM this_fund) AND event.kind = 'disbursement' AND event.value_date <= :as_of
      AND NOT EXISTS (SELECT 1 FROM loan_event undone
                      WHERE undone.fund_id = event.fund_id AND undone.loan_id = event.loan_id
                        AND undone.reverses = event.event_no)
    GROUP BY event.loan_id
), settled AS (
    SELECT loan_id, SUM(principal + prepaid) AS principal, MAX(given_up) AS given_up
    FROM loan_settlement
    WHERE fund_id = (SELECT fund_id FROM this_fund) AND settled_on <= :as_of
    GROUP BY loan_id
), late AS (
    SELECT loan_id, MIN(due_date) AS since, SUM(principal) AS principal, SUM(interest) AS interest, SUM(costs) AS costs,
           SUM(principal + interest + costs) AS amount
    FROM loan_late
    WHERE fund_id = CAST(:fund_id AS BIGINT) AND due_date < :as_of AND until_day > :as_of AND day <= :as_of
    GROUP BY loan_id
), position AS (
    SELECT loan.number, loan.dossier_id, loan_debtor.undertaking_id, undertaking.name AS undertaking, undertaking.kvk,
           loan.scheme_code, loan.sector, loan.municipality_code, loan.amount AS awarded,
           COALESCE(drawn.amount, 0) AS drawn,
           COALESCE(drawn.amount, 0) - COALESCE(settled.principal, 0) AS outstanding, COALESCE(late.amount, 0) AS arrears,
           COALESCE(late.principal, 0) AS late_principal, COALESCE(late.interest, 0) AS late_interest,
           COALESCE(late.costs, 0) AS late_costs, late.since,
           CASE WHEN drawn.amount IS NULL THEN 'awarded'
                WHEN COALESCE(late.amount, 0) > 0 AND late.since < :days_90_ago THEN 'late_over_90'
                WHEN COALESCE(late.amount, 0) > 0 THEN 'late'
                WHEN drawn.amount > COALESCE(settled.principal, 0) THEN 'current'
                WHEN settled.given_up > 0 THEN 'given_up'
                ELSE 'repaid' END AS status
    FROM loan
    LEFT JOIN loan_debtor ON loan_debtor.fund_id = loan.fund_id AND loan_debtor.loan_id = loan.loan_id
    LEFT JOIN undertaking ON undertaking.administration_id = 1 AND undertaking.undertaking_id = loan_debtor.undertaking_id
    LEFT JOIN drawn ON drawn.loan_id = loan.loan_id
    LEFT JOIN settled ON settled.loan_id = loan.loan_id
    LEFT JOIN late ON late.loan_id = loan.loan_id
    WHERE loan.fund_id = (SELECT fund_id FROM this_fund) AND loan.awarded_on <= :as_of
)
