SELECT target.day, target.unemployment, programme.national, programme.definition
FROM unemployment_target target
JOIN programme ON programme.administration_id = target.administration_id
ORDER BY target.day
