SELECT municipality_code, COUNT(*), CAST(SUM(outstanding) AS BIGINT), CAST((SELECT SUM(outstanding) FROM position) AS BIGINT)
FROM position
WHERE outstanding > 0
GROUP BY municipality_code
ORDER BY SUM(outstanding) DESC, municipality_code
