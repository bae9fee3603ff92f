-- Reporting views: what several reports mean by the same word, said once. A report reads them; they hold nothing.

-- What was late, as movements: add them up. Of each due item that is open, or was settled after its due date: what fell
-- due, and (negative) what was settled of it, each on its day. On a day D the item is late when
--     due_date < D AND until_day > D
-- and what is late of it is the sum of its movements with day <= D. Give fund_id as a plain value, not as a query: then
-- only what is late is read, never what is still to come.
CREATE VIEW loan_late (
    fund_id,
    loan_id,
    due_date,
    until_day,      -- the day on which nothing of the item was left; 9999-12-31 while something is
    day,            -- of the movement
    principal,      -- cents
    interest,
    costs
) AS
SELECT due.fund_id, due.loan_id, due.due_date, '9999-12-31', due.due_date, due.principal, due.interest, due.costs
FROM loan_due due
WHERE due.settled_on IS NULL
UNION ALL
SELECT due.fund_id, due.loan_id, due.due_date, due.settled_on, due.due_date, due.principal, due.interest, due.costs
FROM loan_due due
WHERE due.settled_on > due.due_date
UNION ALL
SELECT due.fund_id, due.loan_id, due.due_date, '9999-12-31', paid.settled_on, -paid.principal, -paid.interest, -paid.costs
FROM loan_due due
JOIN loan_settlement paid ON paid.fund_id = due.fund_id AND paid.loan_id = due.loan_id AND paid.due_date = due.due_date
WHERE due.settled_on IS NULL
UNION ALL
SELECT due.fund_id, due.loan_id, due.due_date, due.settled_on, paid.settled_on, -paid.principal, -paid.interest, -paid.costs
FROM loan_due due
JOIN loan_settlement paid ON paid.fund_id = due.fund_id AND paid.loan_id = due.loan_id AND paid.due_date = due.due_date
WHERE due.settled_on > due.due_date;

-- The single undertaking (de-minimis regulation, art. 2(2)) that each registered undertaking belongs to, named by the
-- lowest KvK number in it: everything tied by a parent or a linked enterprise, in either direction and through others,
-- registered here or not.
CREATE VIEW single_undertaking (administration_id, kvk, group_kvk) AS
WITH RECURSIVE tie (administration_id, kvk, other_kvk) AS (
    SELECT own.administration_id, own.kvk, link.other_kvk
    FROM undertaking_link link
    JOIN undertaking own ON own.administration_id = link.administration_id AND own.undertaking_id = link.undertaking_id
    WHERE link.kind IN ('parent', 'linked')
    UNION
    SELECT own.administration_id, link.other_kvk, own.kvk
    FROM undertaking_link link
    JOIN undertaking own ON own.administration_id = link.administration_id AND own.undertaking_id = link.undertaking_id
    WHERE link.kind IN ('parent', 'linked')
), reach (administration_id, kvk, other_kvk) AS (
    SELECT administration_id, kvk, kvk FROM undertaking
    UNION
    SELECT reach.administration_id, reach.kvk, tie.other_kvk
    FROM reach JOIN tie ON tie.administration_id = reach.administration_id AND tie.kvk = reach.other_kvk
)
SELECT administration_id, kvk, MIN(other_kvk)
FROM reach
GROUP BY administration_id, kvk;
