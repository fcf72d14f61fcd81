-- What is watched. A rule names one tag, or a quantity at every asset below one.
create table rule (
  id            bigint generated always as identity primary key,
  tag_id        integer,
  asset_id      integer,
  quantity      text,
  kind          text not null check (kind in ('LIMIT_HIGH', 'LIMIT_LOW', 'RATE', 'STALE')),
  priority      smallint not null check (priority between 1 and 3),
  limit_value   double precision not null,
  deadband      double precision not null default 0 check (deadband >= 0),
  delay_seconds double precision not null default 0 check (delay_seconds >= 0),
  enabled       boolean not null default true,
  title_zh      text not null,
  title_en      text not null,
  cause         text,
  consequence   text,
  action        text,
  check ((tag_id is not null) <> (asset_id is not null and quantity is not null))
);

-- What happened. One row is one alarm from its raising until it is cleared and acknowledged.
create table occurrence (
  id              bigint generated always as identity primary key,
  rule_id         bigint not null references rule on delete cascade,
  tag_id          integer not null,
  asset_id        integer not null,
  priority        smallint not null,
  figure          double precision not null,
  limit_value     double precision not null,
  raised_at       timestamp with time zone not null,
  raised_count    integer not null default 1,
  cleared_at      timestamp with time zone,
  acknowledged_at timestamp with time zone,
  acknowledged_by text,
  comment         text
);

-- An alarm is open until it is both cleared and acknowledged; there is one at a time for each key.
create unique index occurrence_open on occurrence (rule_id, tag_id)
  where cleared_at is null or acknowledged_at is null;
create index occurrence_raised on occurrence (raised_at desc);
create index occurrence_asset on occurrence (asset_id, raised_at desc);

-- Set aside by a person for a while, with a reason.
create table shelf (
  rule_id       bigint not null references rule on delete cascade,
  tag_id        integer not null,
  shelved_until timestamp with time zone not null,
  shelved_by    text not null,
  reason        text not null,
  primary key (rule_id, tag_id)
);
