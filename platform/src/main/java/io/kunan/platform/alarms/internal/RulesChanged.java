package io.kunan.platform.alarms.internal;

/** Announced after a rule was added, changed or removed. */
record RulesChanged() {}
