package io.kunan.platform.alarms;

/** Announced after an alarm was raised, cleared, acknowledged or shelved. */
public record AlarmChanged(Alarm alarm) {}
