WITH money AS (
    SELECT fund_id, grant_id,
           SUM(CASE WHEN kind IN ('advanced', 'paid') THEN amount WHEN kind = 'payment_returned' THEN -amount ELSE 0 END)
               AS paid,
           SUM(CASE WHEN kind = 'reclaimed' THEN amount ELSE 0 END) AS reclaimed,
           SUM(CASE WHEN kind = 'repaid' THEN amount WHEN kind = 'repayment_returned' THEN -amount ELSE 0 END) AS repaid,
           MAX(CASE WHEN kind = 'settled' THEN day END) AS settled_on
    FROM grant_event
    WHERE day <= :as_of
    GROUP BY fund_id, grant_id
), settlement AS (
    SELECT event.fund_id, event.grant_id, event.amount
    FROM grant_event event
    WHERE event.kind = 'settled' AND event.day <= :as_of
      AND NOT EXISTS (SELECT 1 FROM grant_event later
                      WHERE later.fund_id = event.fund_id AND later.grant_id = event.grant_id AND later.kind = 'settled'
                        AND later.day <= :as_of AND later.event_no > event.event_no)
), standing AS (
    SELECT award.fund_id, award.grant_id, award.number, award.undertaking_id, award.scheme_code, award.awarded_on,
           award.amount AS awarded, COALESCE(money.paid, 0) AS paid, money.settled_on, settlement.amount AS settled,
           COALESCE(money.reclaimed, 0) AS reclaimed, COALESCE(money.repaid, 0) AS repaid
    FROM grant_award award
    LEFT JOIN money ON money.fund_id = award.fund_id AND money.grant_id = award.grant_id
    LEFT JOIN settlement ON settlement.fund_id = award.fund_id AND settlement.grant_id = award.grant_id
    WHERE award.awarded_on <= :as_of
)
