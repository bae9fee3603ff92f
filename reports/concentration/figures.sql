SELECT figure, CAST(amount AS BIGINT), CAST(whole.outstanding AS BIGINT), CAST(whole.capital AS BIGINT)
FROM (
    SELECT 1 AS place, 'largest_1' AS figure, (SELECT COALESCE(SUM(outstanding), 0) FROM ranked WHERE rank <= 1) AS amount
    UNION ALL SELECT 2, 'largest_5', (SELECT COALESCE(SUM(outstanding), 0) FROM ranked WHERE rank <= 5)
    UNION ALL SELECT 3, 'largest_10', (SELECT COALESCE(SUM(outstanding), 0) FROM ranked WHERE rank <= 10)
    UNION ALL SELECT 4, 'all', (SELECT COALESCE(SUM(outstanding), 0) FROM ranked)
) figures, whole
ORDER BY place
