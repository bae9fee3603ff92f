SELECT standing.number, undertaking.name, standing.scheme_code, standing.awarded_on, standing.awarded,
       CAST(standing.paid AS BIGINT), standing.settled_on, standing.settled, CAST(standing.reclaimed AS BIGINT),
       CAST(standing.repaid AS BIGINT), CAST(standing.reclaimed - standing.repaid AS BIGINT)
FROM standing
LEFT JOIN undertaking ON undertaking.administration_id = 1 AND undertaking.undertaking_id = standing.undertaking_id
ORDER BY standing.number
