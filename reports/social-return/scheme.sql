SELECT scheme_code, CAST(SUM(promised) AS BIGINT), CAST(SUM(realised) AS BIGINT), CAST(SUM(amount) AS BIGINT)
FROM (
    SELECT scheme_code, promised, realised, 0 AS amount FROM jobs
    UNION ALL
    SELECT scheme_code, 0, 0, amount FROM awards
) both_kinds
GROUP BY scheme_code
ORDER BY scheme_code
