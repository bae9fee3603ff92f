WITH principal AS (
    SELECT SUBSTR(entry_date, 1, 4) AS year, SUM(disbursed) AS disbursed, SUM(remitted) AS remitted,
           SUM(written_off) AS written_off, SUM(recovered) AS recovered
    FROM loan_flow
    WHERE fund_id = CAST(:fund_id AS BIGINT) AND entry_date <= :as_of
    GROUP BY SUBSTR(entry_date, 1, 4)
), expense AS (
    -- Accounts 31 and 32: remission and write-off, of principal, interest and costs together.
    SELECT SUBSTR(entry_date, 1, 4) AS year, SUM(debit - credit) AS amount
    FROM account_day
    WHERE fund_id = CAST(:fund_id AS BIGINT) AND account_id IN (31, 32) AND entry_date <= :as_of
    GROUP BY SUBSTR(entry_date, 1, 4)
)
SELECT principal.year, CAST(principal.disbursed AS BIGINT), CAST(remitted AS BIGINT), CAST(written_off AS BIGINT),
       CAST(COALESCE(expense.amount, 0) - remitted - written_off AS BIGINT), CAST(recovered AS BIGINT),
       CAST(COALESCE(expense.amount, 0) - recovered AS BIGINT)
FROM principal
LEFT JOIN expense ON expense.year = principal.year
ORDER BY principal.year
