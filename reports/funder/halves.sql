SELECT half, CAST(SUM(disbursed) AS BIGINT), CAST(SUM(repaid) AS BIGINT), CAST(SUM(interest_received) AS BIGINT),
       CAST(SUM(remitted + written_off) AS BIGINT), CAST(SUM(recovered) AS BIGINT)
FROM (
    SELECT SUBSTR(entry_date, 1, 4) || CASE WHEN SUBSTR(entry_date, 6, 2) <= '06' THEN '-1' ELSE '-2' END AS half,
           disbursed, repaid, interest_received, remitted, written_off, recovered
    FROM loan_flow
    WHERE fund_id = CAST(:fund_id AS BIGINT) AND entry_date <= :as_of
) flow
GROUP BY half
ORDER BY half
