-- Passing. What was asked by the program that first used an idempotency key: the same key for something else is refused.
CREATE TABLE api_request (
    administration_id BIGINT NOT NULL,
    idempotency_key   TEXT   NOT NULL,          -- as in `work`
    digest            TEXT   NOT NULL,          -- of method, address, query and body, hexadecimal
    PRIMARY KEY (administration_id, idempotency_key)
) {{clustered}};
