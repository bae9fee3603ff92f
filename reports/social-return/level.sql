SELECT jobs.level, CASE WHEN ladder.band = 'low' THEN 1 WHEN ladder.mbo_or_below = 1 THEN 2 ELSE 3 END,
       CAST(SUM(promised) AS BIGINT), CAST(SUM(realised) AS BIGINT)
FROM jobs
LEFT JOIN education_level ladder ON ladder.administration_id = 1 AND ladder.code = jobs.level
GROUP BY jobs.level, ladder.sort_order, ladder.band, ladder.mbo_or_below
ORDER BY ladder.sort_order, jobs.level
