-- What came of an accepted advice, measured once its horizon was over; and advice worked out
-- afterwards that the plant was seen to follow.
alter table advice
  add column replayed     boolean not null default false,
  add column evaluated_at timestamp with time zone,
  add column outcome      jsonb,
  drop constraint advice_state_check,
  drop constraint advice_check1,
  add constraint advice_state_known
    check (state in ('PROPOSED', 'ACCEPTED', 'REJECTED', 'EXPIRED', 'EVALUATED')),
  add constraint advice_decided
    check ((state in ('ACCEPTED', 'REJECTED', 'EVALUATED')) = (decided_by is not null)),
  add constraint advice_evaluated
    check ((state = 'EVALUATED') = (outcome is not null)
      and (outcome is null) = (evaluated_at is null));
