SELECT scheme_code, COUNT(*), CAST(SUM(awarded) AS BIGINT), CAST(SUM(drawn) AS BIGINT), CAST(SUM(outstanding) AS BIGINT),
       CAST(SUM(arrears) AS BIGINT)
FROM position
GROUP BY scheme_code
ORDER BY scheme_code
