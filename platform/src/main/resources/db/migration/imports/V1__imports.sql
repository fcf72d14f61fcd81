-- A file somebody brought in, what is to become of its columns, and what came of it.
create table file_import (
  id          bigint generated always as identity primary key,
  file_name   text not null,
  bytes       bigint not null,
  content     text not null,
  state       text not null check (state in ('PREVIEW', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  message     text not null default '',
  created_by  text not null,
  created_at  timestamp with time zone not null,
  started_at  timestamp with time zone,
  finished_at timestamp with time zone,
  options     jsonb not null,
  preview     jsonb not null,
  mapping     jsonb,
  report      jsonb
);
create index file_import_content on file_import (content);

-- How files with the same columns were mapped the last time.
create table remembered (
  columns text primary key,
  mapping jsonb not null
);
