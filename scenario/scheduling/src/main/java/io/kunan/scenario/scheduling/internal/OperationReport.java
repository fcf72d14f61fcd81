package io.kunan.scenario.scheduling.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was reported of one operation.
 *
 * @param operation its place in the route
 * @param step its name
 * @param end null while it runs
 * @param scrapTonnes what was lost
 */
public record OperationReport(
    String order,
    int operation,
    String step,
    String resource,
    Instant start,
    @Nullable Instant end,
    double scrapTonnes,
    Instant reportedAt,
    String reportedBy) {}
