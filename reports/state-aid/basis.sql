SELECT basis, COUNT(*), CAST(SUM(equivalent) AS BIGINT),
       CAST(SUM(CASE WHEN awarded_on >= :year_start THEN equivalent ELSE 0 END) AS BIGINT)
FROM aid_award
WHERE awarded_on <= :as_of
GROUP BY basis
ORDER BY basis
