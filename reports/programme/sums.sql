SELECT figure, CAST(amount AS BIGINT)
FROM (
    SELECT 1 AS position, 'measures' AS figure, SUM(amount) AS amount FROM measure
    UNION ALL SELECT 2, 'asked', asked FROM programme
    UNION ALL SELECT 3, 'gap', (SELECT SUM(amount) FROM measure) - asked FROM programme
    UNION ALL SELECT 4, 'administered', SUM(amount) FROM measure WHERE administered = 1
) sums
WHERE amount IS NOT NULL
ORDER BY position
