SELECT scheme_code, COUNT(*), CAST(SUM(outstanding) AS BIGINT), CAST((SELECT SUM(outstanding) FROM position) AS BIGINT)
FROM position
WHERE outstanding > 0
GROUP BY scheme_code
ORDER BY SUM(outstanding) DESC, scheme_code
