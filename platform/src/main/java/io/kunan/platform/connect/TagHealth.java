package io.kunan.platform.connect;

import io.kunan.kernel.Sentence;
import io.kunan.kernel.TagId;
import org.jspecify.annotations.Nullable;

/**
 * The state of one subscribed tag.
 *
 * @param lastTime source time of the newest value, microseconds UTC; null before the first
 * @param lastValue newest value, NaN before the first or when bad
 * @param quality quality of the newest value
 * @param stale no new value for longer than three expected periods, never a value, or the node is
 *     gone; a tag without an expected period may be silent as long as the server confirms its value
 * @param problem why the tag has no usable value, in one sentence; null when all is well
 */
public record TagHealth(
    TagId tag,
    String nodeId,
    @Nullable Long lastTime,
    double lastValue,
    short quality,
    boolean stale,
    @Sentence @Nullable String problem) {}
