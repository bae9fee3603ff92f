SELECT sector, COUNT(*), CAST(SUM(outstanding) AS BIGINT), CAST((SELECT SUM(outstanding) FROM position) AS BIGINT)
FROM position
WHERE outstanding > 0
GROUP BY sector
ORDER BY SUM(outstanding) DESC, sector
