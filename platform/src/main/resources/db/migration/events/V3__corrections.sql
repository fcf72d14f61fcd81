-- What a person corrected stands, also when its source tells the event again.
alter table event
  add column corrected_at timestamp with time zone,
  add column corrected_by text;
create index event_parent on event (parent_id) where parent_id is not null;
