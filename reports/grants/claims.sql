WITH judged AS (
    SELECT fund_id, grant_id, claim_no, MAX(kind) AS kind
    FROM grant_claim_event
    WHERE kind IN ('verified', 'rejected') AND day <= :as_of
    GROUP BY fund_id, grant_id, claim_no
)
SELECT award.scheme_code, COUNT(*), CAST(SUM(CASE WHEN judged.kind = 'verified' THEN 1 ELSE 0 END) AS BIGINT),
       CAST(SUM(CASE WHEN judged.kind = 'rejected' THEN 1 ELSE 0 END) AS BIGINT),
       CAST(SUM(CASE WHEN judged.kind IS NULL THEN 1 ELSE 0 END) AS BIGINT)
FROM grant_claim claim
JOIN grant_award award ON award.fund_id = claim.fund_id AND award.grant_id = claim.grant_id
LEFT JOIN judged ON judged.fund_id = claim.fund_id AND judged.grant_id = claim.grant_id AND judged.claim_no = claim.claim_no
WHERE claim.entered_on <= :as_of
GROUP BY award.scheme_code
ORDER BY award.scheme_code
