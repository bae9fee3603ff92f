SELECT municipality_code, CAST(SUM(promised) AS BIGINT), CAST(SUM(realised) AS BIGINT), CAST(SUM(amount) AS BIGINT)
FROM (
    SELECT municipality_code, promised, realised, 0 AS amount FROM jobs
    UNION ALL
    SELECT municipality_code, 0, 0, amount FROM awards
) both_kinds
GROUP BY municipality_code
ORDER BY municipality_code
