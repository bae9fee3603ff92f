WITH balance AS (
    SELECT COALESCE(SUM(CASE WHEN account_id >= 100 THEN credit - debit ELSE 0 END), 0) AS capital,
           COALESCE(SUM(CASE WHEN account_id = 3 THEN debit - credit ELSE 0 END), 0) AS outstanding,
           COALESCE(SUM(CASE WHEN account_id = 11 THEN credit - debit ELSE 0 END), 0) AS committed,
           COALESCE(SUM(CASE WHEN account_id IN (1, 2) THEN debit - credit ELSE 0 END), 0) AS cash,
           -- Remission and write-off, less what came in after a write-off.
           COALESCE(SUM(CASE WHEN account_id IN (31, 32) THEN debit - credit ELSE 0 END), 0)
               - COALESCE(SUM(CASE WHEN account_id = 22 THEN credit - debit ELSE 0 END), 0) AS lost
    FROM account_day
    WHERE fund_id = CAST(:fund_id AS BIGINT) AND entry_date <= :as_of
)
