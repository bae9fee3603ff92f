SELECT number, undertaking, since, CAST(late_principal AS BIGINT), CAST(late_interest AS BIGINT),
       CAST(late_costs AS BIGINT), CAST(arrears AS BIGINT), CAST(outstanding AS BIGINT)
FROM position
WHERE arrears > 0
ORDER BY arrears DESC, number
