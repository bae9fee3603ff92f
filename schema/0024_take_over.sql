-- Loans taken over from another administration (docs/adr/0016). How such a loan stood is in its terms ("taken_over").

-- Enduring. Where each loan that was taken over came from; a loan of another administration is taken over once.
CREATE TABLE taken_over_loan (
    fund_id       BIGINT NOT NULL,
    loan_id       BIGINT NOT NULL,
    reference     TEXT   NOT NULL,              -- its number in the former administration
    taken_over_on TEXT   NOT NULL,              -- it stood so at the end of this day
    source        TEXT   NOT NULL,              -- name of the file
    line_no       BIGINT NOT NULL,              -- of its row in the file
    work_no       BIGINT NOT NULL,
    fact_no       BIGINT NOT NULL,
    PRIMARY KEY (fund_id, loan_id),
    FOREIGN KEY (fund_id, loan_id) REFERENCES loan (fund_id, loan_id)
) {{clustered}};
CREATE UNIQUE INDEX taken_over_reference ON taken_over_loan (reference);
{{append_only:taken_over_loan}}
