-- A rule that is no longer wanted is retired: what it raised stays readable.
alter table rule add column retired_at timestamp with time zone;

-- Why an alarm was over although nobody saw its condition go away.
alter table occurrence
  add column ended_by text
    check (ended_by in ('RULE_DISABLED', 'RULE_RETIRED', 'TAG_LEFT', 'JOB_STOPPED'));
