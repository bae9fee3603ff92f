SELECT municipality_code, COUNT(*), CAST(SUM(awarded) AS BIGINT), CAST(SUM(drawn) AS BIGINT), CAST(SUM(outstanding) AS BIGINT),
       CAST(SUM(arrears) AS BIGINT)
FROM position
GROUP BY municipality_code
ORDER BY municipality_code
