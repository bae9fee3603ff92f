SELECT code, CAST(capital AS BIGINT), CAST(outstanding AS BIGINT), CAST(cash AS BIGINT), CAST(committed AS BIGINT),
       CAST(reserve AS BIGINT), CAST(cash - committed - reserve AS BIGINT)
FROM (
    SELECT fund.fund_id, fund.code, fund.reserve,
           COALESCE(SUM(CASE WHEN day.account_id >= 100 THEN day.credit - day.debit END), 0) AS capital,
           COALESCE(SUM(CASE WHEN day.account_id = 3 THEN day.debit - day.credit END), 0) AS outstanding,
           COALESCE(SUM(CASE WHEN day.account_id IN (1, 2) THEN day.debit - day.credit END), 0) AS cash,
           COALESCE(SUM(CASE WHEN day.account_id = 11 THEN day.credit - day.debit END), 0) AS committed
    FROM fund LEFT JOIN account_day day ON day.fund_id = fund.fund_id AND day.entry_date <= :as_of
    GROUP BY fund.fund_id, fund.code, fund.reserve
) standing
ORDER BY fund_id
