WITH late AS (
    SELECT loan_id, MIN(due_date) AS since, SUM(principal + interest + costs) AS amount
    FROM loan_late
    WHERE fund_id = CAST(:fund_id AS BIGINT) AND due_date < :as_of AND until_day > :as_of AND day <= :as_of
    GROUP BY loan_id
)
SELECT loan.number, undertaking.name, late.since, CAST(late.amount AS BIGINT)
FROM late
JOIN loan ON loan.fund_id = CAST(:fund_id AS BIGINT) AND loan.loan_id = late.loan_id
LEFT JOIN loan_debtor ON loan_debtor.fund_id = loan.fund_id AND loan_debtor.loan_id = loan.loan_id
LEFT JOIN undertaking ON undertaking.administration_id = 1 AND undertaking.undertaking_id = loan_debtor.undertaking_id
WHERE late.amount > 0
ORDER BY late.since, loan.number
