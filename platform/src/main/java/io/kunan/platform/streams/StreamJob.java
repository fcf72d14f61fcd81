package io.kunan.platform.streams;

import io.kunan.engine.stream.job.Job;
import io.kunan.kernel.AssetId;
import io.kunan.kernel.Text;
import java.time.Instant;

/**
 * A stream job as it is kept.
 *
 * @param id number; the id of the job in the engine
 * @param asset at or above the assets of all its tags: who may see that, may see the job
 * @param version grows with every change of name or definition
 * @param job what it does
 */
public record StreamJob(
    int id,
    AssetId asset,
    int version,
    StreamMode mode,
    Text name,
    Job job,
    Instant changedAt,
    String changedBy) {}
