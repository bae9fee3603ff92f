SELECT CAST((SELECT COALESCE(SUM(amount), 0) FROM award_total
             WHERE fund_id = CAST(:fund_id AS BIGINT)
               AND (grain = 'day' AND on_date >= :month_start AND on_date <= :as_of
                    OR grain = 'month' AND on_date >= :year_start AND on_date < :month_start
                    OR grain = 'year' AND on_date < :year_start)) AS BIGINT),
       CAST(COALESCE(SUM(promised), 0) AS BIGINT), CAST(COALESCE(SUM(realised), 0) AS BIGINT)
FROM job_total
WHERE fund_id = CAST(:fund_id AS BIGINT)
  AND (grain = 'day' AND on_date >= :month_start AND on_date <= :as_of
       OR grain = 'month' AND on_date >= :year_start AND on_date < :month_start
       OR grain = 'year' AND on_date < :year_start)
