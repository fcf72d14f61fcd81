-- What was reported of operations: the newest report of each holds. Orders and steps are named as
-- in the plant's document; of orders that are gone the reports stay as history.
create table actual (
  asset_id    integer not null,
  order_id    text not null,
  operation   integer not null check (operation >= 0),
  step        text not null,
  resource    text not null,
  started_at  timestamp with time zone not null,
  ended_at    timestamp with time zone check (ended_at > started_at),
  scrap       double precision not null check (scrap >= 0),
  reported_at timestamp with time zone not null,
  reported_by text not null,
  primary key (asset_id, order_id, operation)
);
