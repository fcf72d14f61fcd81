package io.kunan.engine.stream;

import io.kunan.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * How a job at one asset does.
 *
 * @param failure why it was stopped; null while it runs
 * @param watermark event time up to which it has worked everything out, microseconds UTC; {@link
 *     Long#MIN_VALUE} before its first point
 * @param moments times at which it had points
 * @param waiting points that wait for those that may still come before them
 * @param late points that came after their time, counted for it and the jobs it is joined to
 * @param dirtyFrom from when on its past is to be worked out anew; null when it need not be
 */
public record JobStatus(
    JobKey key,
    @Sentence @Nullable String failure,
    long watermark,
    long moments,
    int waiting,
    long late,
    @Nullable Long dirtyFrom) {}
