SELECT sector, COUNT(*), CAST(SUM(awarded) AS BIGINT), CAST(SUM(drawn) AS BIGINT), CAST(SUM(outstanding) AS BIGINT),
       CAST(SUM(arrears) AS BIGINT)
FROM position
GROUP BY sector
ORDER BY sector
