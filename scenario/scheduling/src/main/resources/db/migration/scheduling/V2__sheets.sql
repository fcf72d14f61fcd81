-- The tables a plant was made of, as they were taken last: a planner who brings new orders need not
-- bring machines and routes again.
create table sheet (
  asset_id integer not null,
  kind     text not null check (kind in ('machines', 'setups', 'closed', 'routes', 'orders')),
  name     text not null,
  content  text not null,
  taken_at timestamp with time zone not null,
  taken_by text not null,
  primary key (asset_id, kind)
);

-- What a person said of a header: the column it is, or '' for none. Used again at the next import
-- for the asset.
create table sheet_column (
  asset_id integer not null,
  kind     text not null,
  header   text not null,
  field    text not null,
  primary key (asset_id, kind, header)
);
