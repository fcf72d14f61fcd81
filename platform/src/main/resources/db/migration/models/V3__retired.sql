-- A retired model is not forecast with any more; its versions and forecasts stay readable.
alter table models.model add column retired_at timestamp with time zone;
