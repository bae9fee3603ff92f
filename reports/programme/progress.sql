WITH standing AS (
    -- What no other record replaced.
    SELECT record.measure_code, record.record_no, record.day, record.status, record.spent, record.note
    FROM measure_record record
    WHERE record.day <= :as_of
      AND NOT EXISTS (SELECT 1 FROM measure_record later
                      WHERE later.administration_id = record.administration_id AND later.replaces = record.record_no)
), latest AS (
    SELECT measure_code, day, status, note,
           ROW_NUMBER() OVER (PARTITION BY measure_code ORDER BY day DESC, record_no DESC) AS place
    FROM standing
), money AS (
    -- The last that was told of the money: who tells only how it goes does not say that nothing was spent.
    SELECT measure_code, spent,
           ROW_NUMBER() OVER (PARTITION BY measure_code ORDER BY day DESC, record_no DESC) AS place
    FROM standing
    WHERE spent IS NOT NULL
)
SELECT measure.measure_code, measure.measure_code, measure.budget_line, COALESCE(latest.status, 'untold'), latest.day,
       measure.amount, money.spent, latest.note
FROM measure
LEFT JOIN latest ON latest.measure_code = measure.measure_code AND latest.place = 1
LEFT JOIN money ON money.measure_code = measure.measure_code AND money.place = 1
WHERE measure.administered = 0
ORDER BY measure.measure_code
