SELECT job_total.sector,
       CAST(SUM(job_total.promised) AS BIGINT),
       CAST(SUM(job_total.realised) AS BIGINT)
FROM job_total
WHERE job_total.fund_id = (SELECT fund_id FROM fund WHERE code = :fund) AND 
      (job_total.grain = 'day' AND job_total.on_date >= :month_start AND job_total.on_date <= :as_of
       OR job_total.grain = 'month' AND job_total.on_date >= :year_start AND job_total.on_date < :month_start
       OR job_total.grain = 'year' AND job_total.on_date < :year_start)
GROUP BY job_total.sector
ORDER BY job_total.sector
