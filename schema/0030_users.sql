-- Who may log in at the desk, and who has.

-- Enduring. Accounts as they were made and changed: a next version replaces the earlier one. The password is not here.
CREATE TABLE user_account (
    administration_id BIGINT  NOT NULL,
    login             TEXT    NOT NULL,         -- stands as actor with everything done
    version           BIGINT  NOT NULL CHECK (version > 0),  -- 1, 2, 3 ...; the last one counts
    full_name         TEXT    NOT NULL,
    roles             TEXT    NOT NULL,         -- codes separated by a space: "decider officer"
    active            INTEGER NOT NULL CHECK (active IN (0, 1)),
    work_no           BIGINT  NOT NULL,
    fact_no           BIGINT  NOT NULL,
    PRIMARY KEY (administration_id, login, version)
) {{clustered}};
{{append_only:user_account}}

-- Passing. The password of an account as argon2id hash. Replaced when it changes: an old hash is of no use but to thieves.
CREATE TABLE user_password (
    administration_id BIGINT NOT NULL,
    login             TEXT   NOT NULL,
    hash              TEXT   NOT NULL,
    PRIMARY KEY (administration_id, login)
) {{clustered}};

-- Passing. Who is logged in now. The id itself is only in the browser's cookie; its digest is here.
CREATE TABLE web_session (
    administration_id BIGINT NOT NULL,
    session_digest    TEXT   NOT NULL,          -- of 256 random bits, hexadecimal
    login             TEXT   NOT NULL,
    started           BIGINT NOT NULL,          -- seconds since 1970, UTC
    seen              BIGINT NOT NULL,          -- of the last request, to the minute
    notice            TEXT   NOT NULL,          -- what the next page says once: "Betaling geboekt"; empty for nothing
    PRIMARY KEY (administration_id, session_digest)
) {{clustered}};
CREATE INDEX web_session_login ON web_session (administration_id, login);
