SELECT kind, CAST(SUM(promised) AS BIGINT), CAST(SUM(realised) AS BIGINT)
FROM jobs
GROUP BY kind
ORDER BY kind DESC
