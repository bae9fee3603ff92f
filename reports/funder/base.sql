SELECT CAST(capital AS BIGINT), CAST(lost AS BIGINT), CAST(outstanding AS BIGINT), CAST(committed AS BIGINT),
       CAST(outstanding + committed AS BIGINT),
       CAST(cash - committed - (SELECT reserve FROM fund WHERE code = :fund) AS BIGINT)
FROM balance
