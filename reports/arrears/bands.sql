SELECT band, COUNT(*), CAST(SUM(arrears) AS BIGINT), CAST(SUM(outstanding) AS BIGINT),
       CAST((SELECT SUM(outstanding) FROM position) AS BIGINT)
FROM (
    SELECT CASE WHEN since >= :days_30_ago THEN '1-30'
                WHEN since >= :days_60_ago THEN '31-60'
                WHEN since >= :days_90_ago THEN '61-90'
                WHEN since >= :days_180_ago THEN '91-180'
                ELSE 'over-180' END AS band,
           CASE WHEN since >= :days_30_ago THEN 1
                WHEN since >= :days_60_ago THEN 2
                WHEN since >= :days_90_ago THEN 3
                WHEN since >= :days_180_ago THEN 4
                ELSE 5 END AS place, arrears, outstanding
    FROM position
    WHERE arrears > 0
) late
GROUP BY band, place
ORDER BY place
