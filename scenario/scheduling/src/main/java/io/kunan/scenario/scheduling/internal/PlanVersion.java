package io.kunan.scenario.scheduling.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan, without the plan itself.
 *
 * @param note why it was made
 * @param weightedTardinessHours weight × hours late over all orders
 */
public record PlanVersion(
    int version,
    PlanState state,
    String note,
    Instant madeAt,
    String madeBy,
    @Nullable Instant publishedAt,
    @Nullable String publishedBy,
    double objective,
    double weightedTardinessHours,
    double onTimePercent) {}
