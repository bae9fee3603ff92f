SELECT stage, CAST(COUNT(*) AS BIGINT), CAST(SUM(gross) AS BIGINT), CAST(SUM(provision) AS BIGINT),
       CAST(SUM(gross - provision) AS BIGINT)
FROM booked
WHERE gross > 0 OR provision > 0
GROUP BY stage
ORDER BY CASE stage WHEN 'performing' THEN 1 WHEN 'watch' THEN 2 ELSE 3 END
