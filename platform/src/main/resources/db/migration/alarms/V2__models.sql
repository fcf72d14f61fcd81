-- Models are watched too: drift, leaving what they were trained on, silence.
alter table rule
  drop constraint rule_kind_check,
  add constraint rule_kind_known
    check (kind in ('LIMIT_HIGH', 'LIMIT_LOW', 'RATE', 'STALE', 'MODEL'));
