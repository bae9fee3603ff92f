-- What `report social-return` shows, without any running total: every promise and every measurement, for each way in
-- which the report counts them.
WITH jobs AS (
    SELECT scheme_code, sector, municipality_code, level, target_group, kind, promised, realised
    FROM job_change
    WHERE fund_id = (SELECT fund_id FROM fund WHERE code = :fund) AND on_date <= :as_of
)
SELECT counted_by, code, CAST(SUM(promised) AS BIGINT), CAST(SUM(realised) AS BIGINT)
FROM (
    SELECT 'level' AS counted_by, level AS code, promised, realised FROM jobs
    UNION ALL SELECT 'target_group', target_group, promised, realised FROM jobs
    UNION ALL SELECT 'kind', kind, promised, realised FROM jobs
    UNION ALL SELECT 'sector', sector, promised, realised FROM jobs
    UNION ALL SELECT 'municipality', municipality_code, promised, realised FROM jobs
    UNION ALL SELECT 'scheme', scheme_code, promised, realised FROM jobs
) counted
GROUP BY counted_by, code
ORDER BY counted_by, code
