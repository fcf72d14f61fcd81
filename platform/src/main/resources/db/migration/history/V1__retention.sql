-- How long points and one-minute roll-ups of a class of tags are kept; null, or no row: for ever.
create table history.retention (
  class       text primary key,
  point_days  integer check (point_days >= 1),
  rollup_days integer check (rollup_days >= 1)
);
