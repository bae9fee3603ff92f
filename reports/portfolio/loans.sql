SELECT number, undertaking, scheme_code, sector, municipality_code, CAST(awarded AS BIGINT), CAST(drawn AS BIGINT),
       CAST(outstanding AS BIGINT), CAST(arrears AS BIGINT), status
FROM position
ORDER BY number
