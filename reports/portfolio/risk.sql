SELECT CAST(SUM(outstanding) AS BIGINT),
       CAST(SUM(CASE WHEN arrears > 0 AND since < :days_30_ago THEN outstanding ELSE 0 END) AS BIGINT),
       CAST(SUM(CASE WHEN arrears > 0 AND since < :days_60_ago THEN outstanding ELSE 0 END) AS BIGINT),
       CAST(SUM(CASE WHEN arrears > 0 AND since < :days_90_ago THEN outstanding ELSE 0 END) AS BIGINT)
FROM position
HAVING COUNT(*) > 0
