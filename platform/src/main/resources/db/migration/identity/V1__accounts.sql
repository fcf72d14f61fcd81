CREATE TABLE identity.account (
  id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  username      text NOT NULL CHECK (username ~ '^[A-Za-z0-9._@-]{2,64}$'),
  display_name  text NOT NULL,
  password_hash text NOT NULL,
  roles         text[] NOT NULL CHECK (cardinality(roles) > 0),
  sites         integer[] NOT NULL DEFAULT '{}',
  enabled       boolean NOT NULL DEFAULT true,
  must_change   boolean NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  created_at    timestamptz NOT NULL,
  last_login    timestamptz
);
CREATE UNIQUE INDEX account_username ON identity.account (lower(username));
COMMENT ON COLUMN identity.account.version IS 'sessions opened under an earlier one have ended';
