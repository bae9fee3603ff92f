WITH awarded AS (
    -- Whole years, whole months of this year, and the days of this month: see award_total.
    SELECT fund_id, SUM(amount) AS amount
    FROM award_total
    WHERE grain = 'day' AND on_date >= :month_start AND on_date <= :as_of
       OR grain = 'month' AND on_date >= :year_start AND on_date < :month_start
       OR grain = 'year' AND on_date < :year_start
    GROUP BY fund_id
), lent AS (
    SELECT fund_id, SUM(disbursed) AS amount FROM loan_flow WHERE entry_date <= :as_of GROUP BY fund_id
), granted AS (
    -- Subsidies that were found due (30), less what is still to be paid (40).
    SELECT fund_id, SUM(debit - credit) AS amount
    FROM account_day
    WHERE account_id IN (30, 40) AND entry_date <= :as_of
    GROUP BY fund_id
), by_measure AS (
    SELECT fund.measure_code, SUM(COALESCE(awarded.amount, 0)) AS awarded,
           SUM(COALESCE(lent.amount, 0) + COALESCE(granted.amount, 0)) AS spent
    FROM fund
    LEFT JOIN awarded ON awarded.fund_id = fund.fund_id
    LEFT JOIN lent ON lent.fund_id = fund.fund_id
    LEFT JOIN granted ON granted.fund_id = fund.fund_id
    GROUP BY fund.measure_code
)
SELECT measure.measure_code, measure.measure_code, measure.budget_line, measure.start_term,
       CASE WHEN measure.administered = 1 THEN 'administered' ELSE 'followed' END, measure.amount,
       CAST(by_measure.awarded AS BIGINT), CAST(by_measure.spent AS BIGINT)
FROM measure
LEFT JOIN by_measure ON by_measure.measure_code = measure.measure_code
ORDER BY measure.measure_code
