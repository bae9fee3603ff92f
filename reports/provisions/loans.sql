SELECT loan.number, undertaking.name, booked.as_of, booked.stage, booked.gross, booked.cover, booked.provision,
       booked.gross - booked.provision
FROM booked
JOIN loan ON loan.fund_id = (SELECT fund_id FROM fund WHERE code = :fund) AND loan.loan_id = booked.loan_id
LEFT JOIN loan_debtor ON loan_debtor.fund_id = loan.fund_id AND loan_debtor.loan_id = loan.loan_id
LEFT JOIN undertaking ON undertaking.administration_id = 1 AND undertaking.undertaking_id = loan_debtor.undertaking_id
WHERE booked.gross > 0 OR booked.provision > 0
ORDER BY loan.number
