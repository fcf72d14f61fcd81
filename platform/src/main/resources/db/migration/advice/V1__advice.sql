-- What was advised, why, and what people made of it. The document holds everything that was known
-- when it was given; only the decision changes afterwards.
create table advice (
  id              bigint generated always as identity primary key,
  asset_id        integer not null,
  kind            text not null,
  priority        smallint not null check (priority between 1 and 3),
  state           text not null default 'PROPOSED'
                  check (state in ('PROPOSED', 'ACCEPTED', 'REJECTED', 'EXPIRED')),
  created_at      timestamp with time zone not null,
  expires_at      timestamp with time zone not null check (expires_at > created_at),
  decided_at      timestamp with time zone,
  decided_by      text,
  decision_reason text,
  document        jsonb not null,
  check ((state in ('ACCEPTED', 'REJECTED')) = (decided_by is not null))
);

-- One proposal at a time for one thing at one asset.
create unique index advice_open on advice (asset_id, kind) where state = 'PROPOSED';
create index advice_state on advice (state, priority, created_at desc);
create index advice_asset on advice (asset_id, created_at desc);
