-- Proof-production loans: paid out against invoices, and settled on the cost that was made (docs/rules/grants.md).

-- Enduring. What the scheme paid of each kind of cost on the day of the award. A loan with rows here is such a loan.
CREATE TABLE loan_cost_category (
    fund_id  BIGINT NOT NULL,
    loan_id  BIGINT NOT NULL,
    category TEXT   NOT NULL,                   -- code of the scheme
    share    BIGINT NOT NULL CHECK (share > 0), -- millionths of the cost
    most     BIGINT NOT NULL CHECK (most > 0 AND most = CAST(most AS BIGINT)),  -- cents, for all cost of this category
    work_no  BIGINT NOT NULL,
    fact_no  BIGINT NOT NULL,
    PRIMARY KEY (fund_id, loan_id, category),
    FOREIGN KEY (fund_id, loan_id) REFERENCES loan (fund_id, loan_id)
) {{clustered}};
{{append_only:loan_cost_category}}

-- Enduring. Invoices for eligible cost; one invoice of a supplier counts once.
CREATE TABLE loan_invoice (
    fund_id      BIGINT NOT NULL,
    loan_id      BIGINT NOT NULL,
    invoice_no   BIGINT NOT NULL,               -- ours: 1, 2, 3 ... within the loan
    category     TEXT   NOT NULL,
    amount       BIGINT NOT NULL CHECK (amount > 0 AND amount = CAST(amount AS BIGINT)),  -- cents without VAT
    supplier     TEXT   NOT NULL,
    invoice_date TEXT   NOT NULL,
    evidence     TEXT   NOT NULL,               -- number of the invoice and where it is kept
    actor        TEXT   NOT NULL,               -- who entered it; someone else settles the loan
    work_no      BIGINT NOT NULL,
    fact_no      BIGINT NOT NULL,
    PRIMARY KEY (fund_id, loan_id, invoice_no),
    FOREIGN KEY (fund_id, loan_id, category) REFERENCES loan_cost_category (fund_id, loan_id, category)
) {{clustered}};
CREATE UNIQUE INDEX loan_invoice_evidence ON loan_invoice (fund_id, loan_id, supplier, evidence);
{{append_only:loan_invoice}}

-- Enduring. The final principal (vaststelling, Awb 4:46): the award is lowered to it.
CREATE TABLE loan_principal_settlement (
    fund_id    BIGINT NOT NULL,
    loan_id    BIGINT NOT NULL,
    settled_on TEXT   NOT NULL,
    principal  BIGINT NOT NULL CHECK (principal >= 0 AND principal = CAST(principal AS BIGINT)),  -- cents
    released   BIGINT NOT NULL CHECK (released >= 0 AND released = CAST(released AS BIGINT)),     -- cents back to the fund
    overpaid   BIGINT NOT NULL CHECK (overpaid >= 0 AND overpaid = CAST(overpaid AS BIGINT)),     -- cents due at once
    actor      TEXT   NOT NULL,
    work_no    BIGINT NOT NULL,
    fact_no    BIGINT NOT NULL,
    PRIMARY KEY (fund_id, loan_id),
    FOREIGN KEY (fund_id, loan_id) REFERENCES loan (fund_id, loan_id)
) {{clustered}};
{{append_only:loan_principal_settlement}}
