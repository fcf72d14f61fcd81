-- Who tells many events finds its own by the beginning of their keys.
create index event_key on event (key text_pattern_ops);
