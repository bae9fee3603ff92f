SELECT account.code, day.entry_date, day.debit, day.credit
FROM account_day day
JOIN account ON account.fund_id = day.fund_id AND account.account_id = day.account_id
WHERE day.fund_id = (SELECT fund_id FROM fund WHERE code = :fund)
  AND day.entry_date >= :month_start AND day.entry_date <= :as_of
ORDER BY account.account_id, day.entry_date
