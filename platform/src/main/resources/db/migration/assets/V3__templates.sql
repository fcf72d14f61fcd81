CREATE TABLE assets.template (
  code    text PRIMARY KEY,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  tags    jsonb NOT NULL
);
