WITH item AS (
    SELECT scheme_code, due_date, principal + interest + costs AS due_amount, 0 AS settled_amount, 0 AS given_up_amount
    FROM due_total
    WHERE fund_id = (SELECT fund_id FROM fund WHERE code = :fund) AND due_date <= :as_of
    UNION ALL
    SELECT scheme_code, due_date, 0, principal + interest + costs, given_up
    FROM settlement_total
    WHERE fund_id = (SELECT fund_id FROM fund WHERE code = :fund) AND due_date <= :as_of AND settled_on <= :as_of
)
SELECT scheme_code,
       CAST(SUM(due_amount) AS BIGINT),
       CAST(SUM(settled_amount - given_up_amount) AS BIGINT),
       CAST(SUM(given_up_amount) AS BIGINT),
       CAST(SUM(CASE WHEN due_date < :as_of AND due_date >= :days_30_ago THEN due_amount - settled_amount ELSE 0 END) AS BIGINT),
       CAST(SUM(CASE WHEN due_date < :days_30_ago AND due_date >= :days_60_ago THEN due_amount - settled_amount ELSE 0 END) AS BIGINT),
       CAST(SUM(CASE WHEN due_date < :days_60_ago AND due_date >= :days_90_ago THEN due_amount - settled_amount ELSE 0 END) AS BIGINT),
       CAST(SUM(CASE WHEN due_date < :days_90_ago THEN due_amount - settled_amount ELSE 0 END) AS BIGINT)
FROM item
GROUP BY scheme_code
ORDER BY scheme_code
