-- One schema for SQLite and PostgreSQL. Times are milliseconds since 1970.

-- Every write begins by taking the next number: so writes come one after the other, and
-- numbers are in the order in which they were committed.
CREATE TABLE clock (number BIGINT NOT NULL);
INSERT INTO clock (number) VALUES (0);

CREATE TABLE versions (
    number BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    before BIGINT,
    content TEXT,
    who TEXT NOT NULL,
    at BIGINT NOT NULL,
    why TEXT NOT NULL
);
CREATE INDEX versions_of_record ON versions (kind, id, number);

CREATE TABLE heads (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    draft BIGINT NOT NULL,
    removed BIGINT NOT NULL,
    proposed BIGINT,
    approved BIGINT,
    live BIGINT,
    note TEXT,
    unwritten BIGINT NOT NULL,
    PRIMARY KEY (kind, id)
);

CREATE TABLE publishes (
    number BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    at BIGINT NOT NULL,
    why TEXT NOT NULL,
    state TEXT NOT NULL,
    revision TEXT,
    digest TEXT NOT NULL,
    before TEXT NOT NULL
);
CREATE TABLE publish_items (
    publish BIGINT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version BIGINT,
    PRIMARY KEY (kind, id, publish)
);
CREATE TABLE scheduled (
    number BIGINT PRIMARY KEY,
    due BIGINT NOT NULL,
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    outcome TEXT
);

CREATE TABLE people (
    name TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    password TEXT,
    totp TEXT,
    totp_step BIGINT NOT NULL,
    epoch BIGINT NOT NULL,
    created BIGINT NOT NULL
);
CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    data TEXT NOT NULL,
    expires BIGINT NOT NULL
);
CREATE TABLE tokens (
    digest TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    scopes TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made BIGINT NOT NULL,
    expires BIGINT NOT NULL
);
CREATE TABLE once (
    digest TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    data TEXT NOT NULL,
    expires BIGINT NOT NULL
);

CREATE TABLE audit (
    number BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    target TEXT NOT NULL,
    why TEXT NOT NULL,
    detail TEXT NOT NULL,
    before TEXT NOT NULL,
    hash TEXT NOT NULL
);
