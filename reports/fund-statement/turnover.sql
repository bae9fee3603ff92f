SELECT CAST(flow.disbursed AS BIGINT), CAST(capital AS BIGINT), CAST(bank + transit + outstanding AS BIGINT),
       CAST(outstanding + committed AS BIGINT)
FROM standing, flow
