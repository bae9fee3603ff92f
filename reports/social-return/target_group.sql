SELECT target_group, CAST(SUM(promised) AS BIGINT), CAST(SUM(realised) AS BIGINT)
FROM jobs
GROUP BY target_group
ORDER BY target_group
