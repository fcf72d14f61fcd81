-- What is worked out from tags, as data. The definition is the engine's JSON without its id.
create table job (
  id         integer generated always as identity primary key,
  asset_id   integer not null,
  version    integer not null,
  mode       text not null check (mode in ('OFF', 'DRY_RUN', 'ON')),
  name_zh    text not null,
  name_en    text not null,
  definition jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by text not null
);
create index job_asset on job (asset_id);

-- What a job was before; the newest stands here too.
create table job_version (
  job_id     integer not null references job on delete cascade,
  version    integer not null,
  name_zh    text not null,
  name_en    text not null,
  definition jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  primary key (job_id, version)
);

-- Input tags whose past was changed and not yet worked out anew: survives the end of the process.
create table dirty (
  tag_id  integer primary key,
  from_us bigint not null
);
