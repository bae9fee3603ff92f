WITH this_fund AS (
    SELECT fund_id FROM fund WHERE code = :fund
), closed AS (
    SELECT MAX(closed_on) AS day FROM closing
    WHERE fund_id = (SELECT fund_id FROM this_fund) AND kind = 'day' AND closed_on <= :as_of
), interest AS (
    SELECT scheme_code, amount AS accrued, 0 AS booked FROM interest_accrued
    WHERE fund_id = (SELECT fund_id FROM this_fund) AND day <= (SELECT day FROM closed)
    UNION ALL
    SELECT scheme_code, 0, amount FROM interest_booked
    WHERE fund_id = (SELECT fund_id FROM this_fund) AND entry_date <= (SELECT day FROM closed)
)
SELECT scheme_code, (SELECT day FROM closed), CAST(SUM(accrued) AS BIGINT), CAST(SUM(booked) AS BIGINT),
       CAST(SUM(accrued - booked) AS BIGINT)
FROM interest
GROUP BY scheme_code
ORDER BY scheme_code
