CREATE TABLE audit.entry (
  seq    bigint PRIMARY KEY,
  at     timestamptz NOT NULL,
  actor  text NOT NULL,
  action text NOT NULL,
  object text NOT NULL,
  detail text NOT NULL,
  hash   bytea NOT NULL,
  seal   bytea NOT NULL
);
CREATE INDEX entry_actor ON audit.entry (actor, seq DESC);
CREATE INDEX entry_action ON audit.entry (action, seq DESC);

-- The end of the chain: its lock puts the writers in a row, and it betrays a chain cut at its end.
CREATE TABLE audit.head (
  one  boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq  bigint NOT NULL,
  hash bytea NOT NULL,
  seal bytea NOT NULL
);
INSERT INTO audit.head (seq, hash, seal) VALUES (0, '', '');

CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is only ever appended to';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER keep_head BEFORE DELETE OR TRUNCATE ON audit.head
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
