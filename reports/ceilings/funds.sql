WITH balance AS (
    SELECT fund_id,
           SUM(CASE WHEN account_id >= 100 THEN credit - debit ELSE 0 END) AS capital,
           SUM(CASE WHEN account_id = 3 THEN debit - credit ELSE 0 END) AS outstanding,
           SUM(CASE WHEN account_id = 11 THEN credit - debit ELSE 0 END) AS committed,
           SUM(CASE WHEN account_id = 30 THEN debit - credit ELSE 0 END) AS granted
    FROM account_day
    WHERE entry_date <= :as_of
    GROUP BY fund_id
), awarded AS (
    -- Whole years, whole months of this year, and the days of this month: see award_total.
    SELECT fund_id, SUM(amount) AS amount
    FROM award_total
    WHERE grain = 'day' AND on_date >= :month_start AND on_date <= :as_of
       OR grain = 'month' AND on_date >= :year_start AND on_date < :month_start
       OR grain = 'year' AND on_date < :year_start
    GROUP BY fund_id
)
SELECT fund.code, fund.ceiling, CAST(COALESCE(balance.capital, 0) AS BIGINT), CAST(COALESCE(awarded.amount, 0) AS BIGINT),
       CAST(COALESCE(balance.committed, 0) AS BIGINT), CAST(COALESCE(balance.outstanding, 0) AS BIGINT),
       CAST(COALESCE(balance.granted, 0) AS BIGINT),
       CAST(COALESCE(balance.committed + balance.outstanding + balance.granted, 0) AS BIGINT),
       CAST(fund.ceiling - COALESCE(balance.committed + balance.outstanding + balance.granted, 0) AS BIGINT)
FROM fund
LEFT JOIN balance ON balance.fund_id = fund.fund_id
LEFT JOIN awarded ON awarded.fund_id = fund.fund_id
ORDER BY fund.fund_id
