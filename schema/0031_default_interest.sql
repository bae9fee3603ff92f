-- Interest for paying late is charged, received and reported apart from the contract's own interest and from costs.

-- What borrowers paid of it, per fund, scheme and day; beside interest_received and costs_received.
ALTER TABLE loan_flow ADD COLUMN default_interest_received BIGINT NOT NULL DEFAULT 0;  -- cents
