-- What `report repayment` shows per scheme, without any running total: what came in from the postings, what fell due and
-- what is late from every instalment of every loan. For administrations whose payments were booked on their value date
-- and in which nothing was prepaid or returned; there the figures equal those of the report.
WITH this_fund AS (
    SELECT fund_id FROM fund WHERE code = :fund
), received AS (
    -- Into bank (1) or transit (2), on principal (3), interest (4) or costs (5).
    SELECT loan.scheme_code, SUM(posting.amount) AS amount
    FROM posting
    JOIN entry ON entry.fund_id = posting.fund_id AND entry.entry_no = posting.entry_no
    JOIN loan ON loan.fund_id = posting.fund_id AND loan.loan_id = posting.loan_id
    WHERE posting.fund_id = (SELECT fund_id FROM this_fund) AND entry.entry_date <= :as_of
      AND posting.debit_account IN (1, 2) AND posting.credit_account IN (3, 4, 5)
    GROUP BY loan.scheme_code
), given_up AS (
    -- Remission (31) and write-off (32) of what had fallen due.
    SELECT loan.scheme_code, SUM(settlement.given_up) AS amount
    FROM loan_settlement settlement
    JOIN loan ON loan.fund_id = settlement.fund_id AND loan.loan_id = settlement.loan_id
    WHERE settlement.fund_id = (SELECT fund_id FROM this_fund) AND settlement.settled_on <= :as_of
    GROUP BY loan.scheme_code
), item AS (
    SELECT loan.scheme_code, due.due_date, due.principal + due.interest + due.costs AS amount,
           COALESCE(SUM(paid.principal + paid.interest + paid.costs), 0) AS settled
    FROM loan_due due
    JOIN loan ON loan.fund_id = due.fund_id AND loan.loan_id = due.loan_id
    LEFT JOIN loan_settlement paid ON paid.fund_id = due.fund_id AND paid.loan_id = due.loan_id
         AND paid.due_date = due.due_date AND paid.settled_on <= :as_of
    WHERE due.fund_id = (SELECT fund_id FROM this_fund) AND due.due_date <= :as_of
    GROUP BY loan.scheme_code, due.loan_id, due.due_date, due.principal, due.interest, due.costs
)
SELECT item.scheme_code, CAST(SUM(item.amount) AS BIGINT), CAST(COALESCE(MAX(received.amount), 0) AS BIGINT),
       CAST(COALESCE(MAX(given_up.amount), 0) AS BIGINT),
       CAST(SUM(CASE WHEN due_date < :as_of AND due_date >= :days_30_ago THEN item.amount - settled ELSE 0 END) AS BIGINT),
       CAST(SUM(CASE WHEN due_date < :days_30_ago AND due_date >= :days_60_ago THEN item.amount - settled ELSE 0 END) AS BIGINT),
       CAST(SUM(CASE WHEN due_date < :days_60_ago AND due_date >= :days_90_ago THEN item.amount - settled ELSE 0 END) AS BIGINT),
       CAST(SUM(CASE WHEN due_date < :days_90_ago THEN item.amount - settled ELSE 0 END) AS BIGINT)
FROM item
LEFT JOIN received ON received.scheme_code = item.scheme_code
LEFT JOIN given_up ON given_up.scheme_code = item.scheme_code
GROUP BY item.scheme_code
ORDER BY item.scheme_code
