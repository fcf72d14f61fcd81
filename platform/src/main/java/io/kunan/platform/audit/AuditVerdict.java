package io.kunan.platform.audit;

import io.kunan.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the whole trail found.
 *
 * @param ok whether nothing was changed, taken away or slipped in
 * @param entries entries read
 * @param firstBroken number of the first entry that is not as it was written
 * @param reason what is wrong with it
 */
public record AuditVerdict(
    boolean ok, long entries, @Nullable Long firstBroken, @Sentence @Nullable String reason) {}
