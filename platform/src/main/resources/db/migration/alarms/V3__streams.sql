-- Rules of the streams raise alarms too.
alter table rule
  drop constraint rule_kind_known,
  add constraint rule_kind_known
    check (kind in ('LIMIT_HIGH', 'LIMIT_LOW', 'RATE', 'STALE', 'MODEL', 'STREAM'));
