-- Why, what follows and what to do are said in both languages; what was written serves for both until it is translated.
alter table alarms.rule
  add column cause_zh text, add column cause_en text,
  add column consequence_zh text, add column consequence_en text,
  add column action_zh text, add column action_en text;
update alarms.rule set
  cause_zh = cause, cause_en = cause,
  consequence_zh = consequence, consequence_en = consequence,
  action_zh = action, action_en = action;
alter table alarms.rule drop column cause, drop column consequence, drop column action;
