SELECT count, CAST(SUM(jobs) AS BIGINT), CAST(SUM(CASE WHEN mbo_or_below = 1 THEN jobs ELSE 0 END) AS BIGINT),
       CAST(SUM(CASE WHEN band = 'low' THEN jobs ELSE 0 END) AS BIGINT)
FROM (
    SELECT 'promised' AS count, ladder.mbo_or_below, ladder.band, promised AS jobs
    FROM jobs LEFT JOIN education_level ladder ON ladder.administration_id = 1 AND ladder.code = jobs.level
    UNION ALL
    SELECT 'realised', ladder.mbo_or_below, ladder.band, realised
    FROM jobs LEFT JOIN education_level ladder ON ladder.administration_id = 1 AND ladder.code = jobs.level
) counted
GROUP BY count
ORDER BY count
