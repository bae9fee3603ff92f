WITH given AS (
    -- De minimis aid of the three years before the day, under either regulation.
    SELECT COALESCE(single_undertaking.group_kvk, undertaking.kvk) AS group_kvk, undertaking.kvk, undertaking.name,
           aid.equivalent
    FROM aid_award aid
    JOIN undertaking ON undertaking.administration_id = 1 AND undertaking.undertaking_id = aid.undertaking_id
    LEFT JOIN single_undertaking ON single_undertaking.administration_id = 1 AND single_undertaking.kvk = undertaking.kvk
    WHERE aid.basis IN ('2023/2831', '1407/2013') AND aid.awarded_on > :years_3_ago AND aid.awarded_on <= :as_of
)
SELECT MIN(name), group_kvk, COUNT(DISTINCT kvk), COUNT(*), CAST(SUM(equivalent) AS BIGINT),
       CAST(:de_minimis_ceiling AS BIGINT), CAST(:de_minimis_ceiling AS BIGINT) - CAST(SUM(equivalent) AS BIGINT)
FROM given
GROUP BY group_kvk
ORDER BY SUM(equivalent) DESC, group_kvk
