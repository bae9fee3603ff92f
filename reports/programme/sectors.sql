SELECT code, code, establishments, jobs,
       CAST((SELECT SUM(jobs) FROM baseline WHERE kind = 'sector') AS BIGINT)
FROM baseline
WHERE kind = 'sector'
ORDER BY code
