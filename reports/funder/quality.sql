SELECT CAST(COALESCE(SUM(drawn), 0) AS BIGINT), CAST(COALESCE(SUM(outstanding), 0) AS BIGINT),
       CAST(COALESCE(SUM(CASE WHEN status = 'late_over_90' THEN outstanding ELSE 0 END), 0) AS BIGINT),
       CAST(COALESCE((SELECT SUM(remitted + written_off) FROM loan_flow
                      WHERE fund_id = CAST(:fund_id AS BIGINT) AND entry_date <= :as_of), 0) AS BIGINT),
       CAST(COALESCE((SELECT SUM(credit - debit) FROM account_day
                      WHERE fund_id = CAST(:fund_id AS BIGINT) AND account_id >= 100 AND entry_date <= :as_of), 0) AS BIGINT)
FROM position
