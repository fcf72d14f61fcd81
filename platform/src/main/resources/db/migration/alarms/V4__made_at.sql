-- The silence of a tag that never had a value counts from when its rule was made.
alter table rule add column made_at timestamp with time zone not null default now();
