WITH booked AS (
    -- The last provision booked of each loan, up to the day of the report.
    SELECT provision.loan_id, provision.as_of, provision.stage, provision.gross, provision.cover, provision.provision
    FROM loan_provision provision
    WHERE provision.fund_id = (SELECT fund_id FROM fund WHERE code = :fund)
      AND provision.as_of = (SELECT MAX(last.as_of) FROM loan_provision last
                             WHERE last.fund_id = provision.fund_id AND last.loan_id = provision.loan_id
                               AND last.as_of <= :as_of)
)
