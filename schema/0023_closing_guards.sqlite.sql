-- What was closed stays closed, held by the database itself (the PostgreSQL twin says the same). 0003 refuses an entry
-- dated in a closed period; these refuse to move its end back, and to close out of order.

CREATE TRIGGER fund_head_stays_closed BEFORE UPDATE OF closed_until ON fund_head
WHEN NEW.closed_until < OLD.closed_until
BEGIN
    SELECT RAISE(ABORT, 'append-only: a closed period is not opened again');
END;
CREATE TRIGGER fund_head_stays BEFORE DELETE ON fund_head
BEGIN
    SELECT RAISE(ABORT, 'append-only: fund_head');
END;

CREATE TRIGGER closing_in_order BEFORE INSERT ON closing
WHEN NEW.closed_on <= (SELECT MAX(closed_on) FROM closing WHERE fund_id = NEW.fund_id AND kind = NEW.kind)
  OR NEW.kind = 'period' AND NOT EXISTS (SELECT 1 FROM closing WHERE fund_id = NEW.fund_id AND kind = 'day'
                                         AND closed_on = NEW.closed_on)
BEGIN
    SELECT RAISE(ABORT, 'append-only: days and periods are closed in their order, and a period after its last day');
END;
