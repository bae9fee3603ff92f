SELECT municipality_code, COUNT(*), CAST(SUM(CASE WHEN arrears > 0 THEN 1 ELSE 0 END) AS BIGINT), CAST(SUM(arrears) AS BIGINT),
       CAST(SUM(CASE WHEN arrears > 0 THEN outstanding ELSE 0 END) AS BIGINT), CAST(SUM(outstanding) AS BIGINT)
FROM position
WHERE outstanding > 0
GROUP BY municipality_code
ORDER BY municipality_code
