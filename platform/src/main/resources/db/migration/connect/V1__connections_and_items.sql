CREATE TABLE connect.connection (
  id              int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name            text NOT NULL UNIQUE,
  kind            text NOT NULL CHECK (kind = 'OPC_UA'),
  endpoint        text NOT NULL,
  security_policy text NOT NULL,
  username        text,
  password        bytea,
  enabled         boolean NOT NULL,
  desired         text NOT NULL CHECK (desired IN ('RUNNING', 'STOPPED')),
  created_at      timestamptz NOT NULL
);
COMMENT ON COLUMN connect.connection.password IS 'sealed by a key in the home of the installation';
COMMENT ON COLUMN connect.connection.desired IS 'what people want; what is so stands in the health';

-- Which node feeds a tag. A tag has one source; a node feeds one tag of a connection.
CREATE TABLE connect.item (
  tag_id        int PRIMARY KEY,
  connection_id int NOT NULL REFERENCES connect.connection ON DELETE CASCADE,
  node_id       text NOT NULL,
  UNIQUE (connection_id, node_id)
);
