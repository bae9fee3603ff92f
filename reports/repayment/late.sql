WITH this_fund AS (
    SELECT fund_id FROM fund WHERE code = :fund
), late_item AS (
    -- Fallen due before the day of the report, and open still or settled only after it.
    SELECT loan_id, due_date, principal + interest + costs AS due_amount
    FROM loan_due
    WHERE fund_id = (SELECT fund_id FROM this_fund) AND settled_on IS NULL AND due_date < :as_of
    UNION ALL
    SELECT loan_id, due_date, principal + interest + costs
    FROM loan_due
    WHERE fund_id = (SELECT fund_id FROM this_fund) AND settled_on > due_date AND settled_on > :as_of AND due_date < :as_of
), late AS (
    SELECT loan_id, MIN(due_date) AS since,
           SUM(due_amount - COALESCE((
               SELECT SUM(paid.principal + paid.interest + paid.costs)
               FROM loan_settlement paid
               WHERE paid.fund_id = (SELECT fund_id FROM this_fund) AND paid.loan_id = late_item.loan_id
                 AND paid.due_date = late_item.due_date AND paid.settled_on <= :as_of
           ), 0)) AS amount
    FROM late_item
    GROUP BY loan_id
)
SELECT loan.number, undertaking.name, late.since, CAST(late.amount AS BIGINT)
FROM late
JOIN loan ON loan.fund_id = (SELECT fund_id FROM this_fund) AND loan.loan_id = late.loan_id
LEFT JOIN loan_debtor ON loan_debtor.fund_id = loan.fund_id AND loan_debtor.loan_id = loan.loan_id
LEFT JOIN undertaking ON undertaking.administration_id = 1 AND undertaking.undertaking_id = loan_debtor.undertaking_id
WHERE late.amount > 0
ORDER BY late.since, loan.number
