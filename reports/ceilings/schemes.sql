SELECT scheme_code, fund.code, COUNT(*), CAST(SUM(amount) AS BIGINT),
       CAST(SUM(CASE WHEN awarded_on >= :year_start THEN 1 ELSE 0 END) AS BIGINT),
       CAST(SUM(CASE WHEN awarded_on >= :year_start THEN amount ELSE 0 END) AS BIGINT)
FROM (
    SELECT fund_id, scheme_code, awarded_on, amount FROM loan WHERE dossier_id IS NOT NULL
    UNION ALL
    SELECT fund_id, scheme_code, awarded_on, amount FROM grant_award
) award
JOIN fund ON fund.fund_id = award.fund_id
WHERE awarded_on <= :as_of
GROUP BY fund.fund_id, fund.code, scheme_code
ORDER BY fund.fund_id, scheme_code
