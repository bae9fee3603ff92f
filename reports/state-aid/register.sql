SELECT dossier.number, undertaking.name, undertaking.kvk, dossier.scheme_code, aid.basis, aid.awarded_on, aid.equivalent
FROM aid_award aid
JOIN dossier ON dossier.fund_id = aid.fund_id AND dossier.dossier_id = aid.dossier_id
LEFT JOIN undertaking ON undertaking.administration_id = 1 AND undertaking.undertaking_id = aid.undertaking_id
WHERE aid.awarded_on <= :as_of
ORDER BY aid.awarded_on, dossier.number
