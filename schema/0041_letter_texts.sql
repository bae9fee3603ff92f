-- The letters about arrears themselves, so that the desk can show and print again what went out.

-- Enduring. The text of a letter of dunning_letter, word for word: its digest stands there. A letter that was drawn up before
-- this table was there has none.
CREATE TABLE letter_text (
    fund_id   BIGINT NOT NULL,
    letter_no BIGINT NOT NULL,
    form      TEXT   NOT NULL CHECK (form IN ('text', 'html')),
    content   TEXT   NOT NULL,
    work_no   BIGINT NOT NULL,
    fact_no   BIGINT NOT NULL,
    PRIMARY KEY (fund_id, letter_no),
    FOREIGN KEY (fund_id, letter_no) REFERENCES dunning_letter (fund_id, letter_no)
) {{clustered}};
{{append_only:letter_text}}
