SELECT scheme_code, COUNT(*), CAST(SUM(awarded) AS BIGINT), CAST(SUM(paid) AS BIGINT),
       CAST(SUM(CASE WHEN settled IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT), CAST(SUM(COALESCE(settled, 0)) AS BIGINT),
       CAST(SUM(reclaimed) AS BIGINT), CAST(SUM(repaid) AS BIGINT), CAST(SUM(reclaimed - repaid) AS BIGINT)
FROM standing
GROUP BY scheme_code
ORDER BY scheme_code
