package io.kunan.platform.events;

/** Announced after an event was stored or told again. */
public record EventStored(Event event) {}
