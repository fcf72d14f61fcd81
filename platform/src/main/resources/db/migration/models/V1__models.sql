-- What is forecast, the versions learned for it, which of them serves, and what was said.
create table models.model (
  id                   integer generated always as identity primary key,
  code                 text not null unique,
  name_zh              text not null,
  name_en              text not null,
  asset_id             integer not null,
  target_tag           integer not null,
  input_tags           integer[] not null,
  every_seconds        bigint not null check (every_seconds >= 60),
  horizon_rows         integer not null check (horizon_rows >= 1),
  trained_over_seconds bigint not null check (trained_over_seconds > 0),
  zone                 text not null,
  seed                 bigint not null
);

-- A version never changes; the document holds everything measured when it was learned.
create table models.version (
  model_id    integer not null references models.model,
  version     integer not null check (version >= 1),
  created_at  timestamp with time zone not null,
  file_sha256 text not null,
  document    jsonb not null,
  primary key (model_id, version)
);

create table models.alias (
  model_id integer not null,
  alias    text not null check (alias in ('CHAMPION', 'CANDIDATE', 'SHADOW')),
  version  integer not null,
  since    timestamp with time zone not null,
  primary key (model_id, alias),
  unique (model_id, version),
  foreign key (model_id, version) references models.version
);

-- Made while the target was still to come; the actual is added when it has arrived.
create table models.prediction (
  model_id    integer not null,
  version     integer not null,
  time_for    timestamp with time zone not null,
  origin      timestamp with time zone not null,
  made_at     timestamp with time zone not null check (made_at < time_for),
  low         double precision not null,
  mid         double precision not null,
  high        double precision not null,
  actual      double precision,
  explanation jsonb not null,
  inside      boolean not null,
  distance    double precision not null,
  primary key (model_id, version, time_for),
  foreign key (model_id, version) references models.version
);
