SELECT account.code,
       CAST(SUM(CASE WHEN day.entry_date < :year_start THEN day.debit - day.credit ELSE 0 END) AS BIGINT),
       CAST(SUM(CASE WHEN day.entry_date >= :year_start THEN day.debit ELSE 0 END) AS BIGINT),
       CAST(SUM(CASE WHEN day.entry_date >= :year_start THEN day.credit ELSE 0 END) AS BIGINT),
       CAST(SUM(day.debit - day.credit) AS BIGINT)
FROM account_day day
JOIN account ON account.fund_id = day.fund_id AND account.account_id = day.account_id
WHERE day.fund_id = (SELECT fund_id FROM fund WHERE code = :fund) AND day.entry_date <= :as_of
GROUP BY account.account_id, account.code
ORDER BY account.account_id
