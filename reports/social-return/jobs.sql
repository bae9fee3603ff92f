WITH jobs AS (
    -- Whole years, whole months of this year, and the days of this month: see job_total.
    SELECT scheme_code, sector, municipality_code, level, target_group, kind, SUM(promised) AS promised,
           SUM(realised) AS realised
    FROM job_total
    WHERE fund_id = (SELECT fund_id FROM fund WHERE code = :fund)
      AND (grain = 'day' AND on_date >= :month_start AND on_date <= :as_of
           OR grain = 'month' AND on_date >= :year_start AND on_date < :month_start
           OR grain = 'year' AND on_date < :year_start)
    GROUP BY scheme_code, sector, municipality_code, level, target_group, kind
), awards AS (
    SELECT scheme_code, sector, municipality_code, SUM(amount) AS amount
    FROM award_total
    WHERE fund_id = (SELECT fund_id FROM fund WHERE code = :fund)
      AND (grain = 'day' AND on_date >= :month_start AND on_date <= :as_of
           OR grain = 'month' AND on_date >= :year_start AND on_date < :month_start
           OR grain = 'year' AND on_date < :year_start)
    GROUP BY scheme_code, sector, municipality_code
)
