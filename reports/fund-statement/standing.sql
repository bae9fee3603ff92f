WITH this_fund AS (
    SELECT fund_id, reserve FROM fund WHERE code = :fund
), balance AS (
    SELECT account_id, SUM(debit) - SUM(credit) AS amount
    FROM account_day
    WHERE fund_id = (SELECT fund_id FROM this_fund) AND entry_date <= :as_of
    GROUP BY account_id
), flow AS (
    SELECT COALESCE(SUM(disbursed), 0) AS disbursed, COALESCE(SUM(repaid), 0) AS repaid,
           COALESCE(SUM(remitted), 0) AS remitted, COALESCE(SUM(written_off), 0) AS written_off,
           COALESCE(SUM(interest_received), 0) AS interest_received,
           COALESCE(SUM(default_interest_received), 0) AS default_interest_received,
           COALESCE(SUM(costs_received), 0) AS costs_received, COALESCE(SUM(recovered), 0) AS recovered
    FROM loan_flow
    WHERE fund_id = (SELECT fund_id FROM this_fund) AND entry_date <= :as_of
), standing AS (
    -- Account numbers: src/domain/ledger/account.h; from 100 on, one for each funder's capital.
    SELECT COALESCE(SUM(CASE WHEN account_id >= 100 THEN -amount END), 0) AS capital,
           COALESCE(SUM(CASE WHEN account_id = 23 THEN -amount END), 0) AS taken_over,
           COALESCE(SUM(CASE WHEN account_id = 1 THEN amount END), 0) AS bank,
           COALESCE(SUM(CASE WHEN account_id = 2 THEN amount END), 0) AS transit,
           COALESCE(SUM(CASE WHEN account_id = 3 THEN amount END), 0) AS outstanding,
           COALESCE(SUM(CASE WHEN account_id = 11 THEN -amount END), 0) AS committed,
           COALESCE(SUM(CASE WHEN account_id = 30 THEN amount END), 0) AS grants,
           (SELECT reserve FROM this_fund) AS reserve
    FROM balance
)
