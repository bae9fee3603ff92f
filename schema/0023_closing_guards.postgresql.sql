-- What was closed stays closed, held by the database itself (the SQLite twin says the same). 0003 refuses an entry
-- dated in a closed period; these refuse to move its end back, and to close out of order.

CREATE FUNCTION guard_fund_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'append-only: fund_head';
    END IF;
    IF NEW.closed_until < OLD.closed_until THEN
        RAISE EXCEPTION 'append-only: a closed period is not opened again';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER fund_head_stays_closed BEFORE UPDATE OR DELETE ON fund_head
    FOR EACH ROW EXECUTE FUNCTION guard_fund_head();

CREATE FUNCTION guard_closing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.closed_on <= (SELECT MAX(closed_on) FROM closing WHERE fund_id = NEW.fund_id AND kind = NEW.kind)
       OR NEW.kind = 'period' AND NOT EXISTS (SELECT 1 FROM closing WHERE fund_id = NEW.fund_id AND kind = 'day'
                                              AND closed_on = NEW.closed_on) THEN
        RAISE EXCEPTION 'append-only: days and periods are closed in their order, and a period after its last day';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER closing_in_order BEFORE INSERT ON closing FOR EACH ROW EXECUTE FUNCTION guard_closing();
