-- A plant that is planned: machines, set-ups, calendars and open orders as one document, in the
-- form of docs/scenarios/scheduling.md. Minute 0 of the document is starts_at.
create table plant (
  asset_id   integer primary key,
  starts_at  timestamp with time zone not null,
  virtual    boolean not null,
  document   text not null,
  changed_at timestamp with time zone not null,
  changed_by text not null
);

-- Versions of its plan. The document holds the plant as it was, so that a version can always be
-- opened, explained and compared.
create table plan (
  asset_id     integer not null references plant (asset_id) on delete cascade,
  version      integer not null check (version > 0),
  state        text not null default 'DRAFT' check (state in ('DRAFT', 'PUBLISHED', 'SUPERSEDED')),
  note         text not null,
  made_at      timestamp with time zone not null,
  made_by      text not null,
  published_at timestamp with time zone,
  published_by text,
  objective    double precision not null,
  tardiness    double precision not null,
  on_time      double precision not null,
  document     text not null,
  primary key (asset_id, version),
  check ((state = 'DRAFT') = (published_by is null))
);

-- One plan in force.
create unique index plan_in_force on plan (asset_id) where state = 'PUBLISHED';
