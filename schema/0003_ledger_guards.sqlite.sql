-- What the journal demands of every insert, held by the database itself (the PostgreSQL twin says the same).

CREATE TRIGGER entry_chain BEFORE INSERT ON entry
BEGIN
    SELECT RAISE(ABORT, 'append-only: an entry takes the next number and the hash of the entry before it')
    WHERE NOT (NEW.entry_no = 1 AND NEW.previous_hash = '0000000000000000000000000000000000000000000000000000000000000000')
      AND NOT EXISTS (SELECT 1 FROM entry WHERE fund_id = NEW.fund_id AND entry_no = NEW.entry_no - 1
                                            AND hash = NEW.previous_hash);
    SELECT RAISE(ABORT, 'append-only: the period of this entry is closed')
    WHERE NEW.entry_date <= (SELECT closed_until FROM fund_head WHERE fund_id = NEW.fund_id);
END;

-- The head of a fund moves when a work is sealed; what stands behind it takes no more postings.
CREATE TRIGGER posting_belongs BEFORE INSERT ON posting
WHEN NEW.line_no > (SELECT posting_count FROM entry WHERE fund_id = NEW.fund_id AND entry_no = NEW.entry_no)
  OR NEW.entry_no <= (SELECT last_entry_no FROM fund_head WHERE fund_id = NEW.fund_id)
BEGIN
    SELECT RAISE(ABORT, 'append-only: a posting belongs to an entry that is being written, within its count');
END;
