-- Programs that work in an officer's name over the JSON API (docs/adr/0040).

-- Enduring. A token as it was handed out. The token itself was shown once and is not here: only its digest is.
CREATE TABLE api_token (
    administration_id BIGINT NOT NULL,
    token_no          BIGINT NOT NULL,          -- 1, 2, 3 ...
    login             TEXT   NOT NULL,          -- works as this account, with its roles as they are that moment
    purpose           TEXT   NOT NULL,          -- which program, in the administrator's words
    scopes            TEXT   NOT NULL,          -- codes separated by a space: "loans:write read"
    digest            TEXT   NOT NULL,          -- of 256 random bits, hexadecimal
    created_on        TEXT   NOT NULL,
    expires_on        TEXT   NOT NULL,          -- the last day on which it opens anything
    work_no           BIGINT NOT NULL,
    fact_no           BIGINT NOT NULL,
    PRIMARY KEY (administration_id, token_no)
) {{clustered}};
CREATE UNIQUE INDEX api_token_digest ON api_token (administration_id, digest);
{{append_only:api_token}}

-- Enduring. A token that opens nothing any more; one row at most.
CREATE TABLE api_token_revocation (
    administration_id BIGINT NOT NULL,
    token_no          BIGINT NOT NULL,
    day               TEXT   NOT NULL,
    actor             TEXT   NOT NULL,
    work_no           BIGINT NOT NULL,
    fact_no           BIGINT NOT NULL,
    PRIMARY KEY (administration_id, token_no),
    FOREIGN KEY (administration_id, token_no) REFERENCES api_token (administration_id, token_no)
) {{clustered}};
{{append_only:api_token_revocation}}
