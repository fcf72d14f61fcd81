CREATE TABLE assets.asset (
  id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  parent_id       integer REFERENCES assets.asset,
  kind            text NOT NULL,
  code            text NOT NULL,
  name_zh         text NOT NULL,
  name_en         text NOT NULL,
  template        text,
  position_row    integer,
  position_column integer,
  attributes      jsonb NOT NULL DEFAULT '{}',
  UNIQUE NULLS NOT DISTINCT (parent_id, code)
);

CREATE TABLE assets.tag (
  id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name            text NOT NULL UNIQUE,
  asset_id        integer NOT NULL REFERENCES assets.asset,
  quantity        text NOT NULL,
  label_zh        text NOT NULL,
  label_en        text NOT NULL,
  group_zh        text NOT NULL,
  group_en        text NOT NULL,
  unit            text NOT NULL,
  low             double precision,
  high            double precision,
  limit_low       double precision,
  limit_high      double precision,
  step            boolean NOT NULL,
  states          jsonb NOT NULL DEFAULT '[]',
  retention_class text NOT NULL,
  expected_period double precision,
  virtual         boolean NOT NULL
);
CREATE INDEX tag_asset ON assets.tag (asset_id);
