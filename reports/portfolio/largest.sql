SELECT undertaking, COUNT(*), CAST(SUM(outstanding) AS BIGINT),
       CAST((SELECT SUM(outstanding) FROM position) AS BIGINT)
FROM position
GROUP BY undertaking_id, undertaking
HAVING SUM(outstanding) > 0
ORDER BY SUM(outstanding) DESC, undertaking
LIMIT 10
