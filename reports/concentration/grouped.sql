-- Goes on after shared/position.sql.
, borrower AS (
    SELECT undertaking_id, undertaking, kvk, COUNT(*) AS loans, SUM(outstanding) AS outstanding
    FROM position
    WHERE outstanding > 0
    GROUP BY undertaking_id, undertaking, kvk
), placed AS (
    SELECT COALESCE(single_undertaking.group_kvk, borrower.kvk) AS group_kvk, borrower.undertaking, borrower.kvk,
           borrower.loans, borrower.outstanding,
           ROW_NUMBER() OVER (PARTITION BY COALESCE(single_undertaking.group_kvk, borrower.kvk)
                              ORDER BY borrower.outstanding DESC, borrower.kvk) AS place
    FROM borrower
    LEFT JOIN single_undertaking ON single_undertaking.administration_id = 1 AND single_undertaking.kvk = borrower.kvk
), grouped AS (
    SELECT MAX(CASE WHEN place = 1 THEN undertaking END) AS undertaking, MAX(CASE WHEN place = 1 THEN kvk END) AS kvk,
           COUNT(*) AS members, SUM(loans) AS loans, SUM(outstanding) AS outstanding
    FROM placed
    GROUP BY group_kvk
), ranked AS (
    SELECT undertaking, kvk, members, loans, outstanding,
           ROW_NUMBER() OVER (ORDER BY outstanding DESC, kvk) AS rank
    FROM grouped
), whole AS (
    SELECT COALESCE(SUM(outstanding), 0) AS outstanding,
           COALESCE((SELECT SUM(credit - debit) FROM account_day
                     WHERE fund_id = (SELECT fund_id FROM this_fund) AND account_id >= 100 AND entry_date <= :as_of), 0)
               AS capital
    FROM grouped
)
