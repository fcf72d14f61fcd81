-- Something with a start and an end at an asset. The key makes telling it again harmless.
create table event (
  id         bigint generated always as identity primary key,
  asset_id   integer not null,
  type       text not null,
  key        text not null unique,
  started_at timestamp with time zone not null,
  ended_at   timestamp with time zone check (ended_at >= started_at),
  parent_id  bigint references event on delete set null,
  title_zh   text not null,
  title_en   text not null,
  attributes jsonb not null default '{}'
);
create index event_asset on event (asset_id, started_at desc);
create index event_started on event (started_at desc);
