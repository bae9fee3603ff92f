-- The postings of a loan in their order: its page reads the last of them without sorting all.
DROP INDEX posting_loan;
CREATE INDEX posting_loan ON posting (loan_id, entry_no, line_no) WHERE loan_id IS NOT NULL;
