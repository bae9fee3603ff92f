SELECT sector, CAST(SUM(promised) AS BIGINT), CAST(SUM(realised) AS BIGINT), CAST(SUM(amount) AS BIGINT)
FROM (
    SELECT sector, promised, realised, 0 AS amount FROM jobs
    UNION ALL
    SELECT sector, 0, 0, amount FROM awards
) both_kinds
GROUP BY sector
ORDER BY sector
