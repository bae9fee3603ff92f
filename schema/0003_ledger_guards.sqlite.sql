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

-- A work that is written down is sealed: its entries take no more postings.
CREATE TRIGGER posting_belongs BEFORE INSERT ON posting
BEGIN
    SELECT RAISE(ABORT, 'append-only: a posting belongs to an entry of the work that is being done, within its count')
    WHERE NOT EXISTS (SELECT 1 FROM entry WHERE fund_id = NEW.fund_id AND entry_no = NEW.entry_no
                                            AND posting_count >= NEW.line_no
                                            AND NOT EXISTS (SELECT 1 FROM work WHERE administration_id = 1
                                                                                 AND work_no = entry.work_no));
END;
