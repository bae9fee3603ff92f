SELECT account.code, CAST(-balance.amount AS BIGINT), CAST(standing.capital AS BIGINT),
       CAST(bank + transit + outstanding AS BIGINT), CAST(bank + transit - committed - reserve AS BIGINT)
FROM balance
JOIN account ON account.fund_id = (SELECT fund_id FROM this_fund) AND account.account_id = balance.account_id,
     standing
WHERE balance.account_id >= 100
ORDER BY balance.account_id
