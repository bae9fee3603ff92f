SELECT SUBSTR(due_date, 1, 7),
       CAST(SUM(principal) AS BIGINT), CAST(SUM(interest) AS BIGINT), CAST(SUM(costs) AS BIGINT)
FROM due_total
WHERE fund_id = (SELECT fund_id FROM fund WHERE code = :fund) AND due_date > :as_of AND due_date <= :months_24_ahead
GROUP BY SUBSTR(due_date, 1, 7)
ORDER BY SUBSTR(due_date, 1, 7)
