-- What the journal demands of every insert, held by the database itself (the SQLite twin says the same).

CREATE FUNCTION guard_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT (NEW.entry_no = 1 AND NEW.previous_hash = '0000000000000000000000000000000000000000000000000000000000000000')
       AND NOT EXISTS (SELECT 1 FROM entry WHERE fund_id = NEW.fund_id AND entry_no = NEW.entry_no - 1
                                             AND hash = NEW.previous_hash) THEN
        RAISE EXCEPTION 'append-only: an entry takes the next number and the hash of the entry before it';
    END IF;
    IF NEW.entry_date <= (SELECT closed_until FROM fund_head WHERE fund_id = NEW.fund_id) THEN
        RAISE EXCEPTION 'append-only: the period of this entry is closed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER entry_chain BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION guard_entry();

-- The head of a fund moves when a work is sealed; what stands behind it takes no more postings.
CREATE FUNCTION guard_posting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.line_no > (SELECT posting_count FROM entry WHERE fund_id = NEW.fund_id AND entry_no = NEW.entry_no)
       OR NEW.entry_no <= (SELECT last_entry_no FROM fund_head WHERE fund_id = NEW.fund_id) THEN
        RAISE EXCEPTION 'append-only: a posting belongs to an entry that is being written, within its count';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER posting_belongs BEFORE INSERT ON posting FOR EACH ROW EXECUTE FUNCTION guard_posting();
