package io.kunan.platform.audit;

import java.time.Instant;

/**
 * One entry of the trail.
 *
 * @param seq 1, 2, 3 … without a gap
 * @param at when, to the microsecond
 * @param actor user name, or {@code system}
 * @param action a stable name in capitals
 * @param object what it was done to
 * @param detail what changed, as JSON text
 */
public record AuditEntry(
    long seq, Instant at, String actor, String action, String object, String detail) {}
