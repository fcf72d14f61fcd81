-- One model for several like assets: each member names its asset and its tags, target first.
alter table models.model
  add column members jsonb not null default '[]',
  add column events  text[] not null default '{}';

-- A forecast is one of an asset.
alter table models.prediction add column asset_id integer;
update models.prediction p set asset_id = m.asset_id from models.model m where m.id = p.model_id;
alter table models.prediction
  alter column asset_id set not null,
  drop constraint prediction_pkey,
  add primary key (model_id, version, asset_id, time_for);
create index prediction_time on models.prediction (model_id, version, time_for);
