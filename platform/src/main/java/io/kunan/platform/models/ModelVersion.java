package io.kunan.platform.models;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version, which never changes but for its part.
 *
 * @param model number of the model
 * @param version from 1
 * @param fileHash SHA-256 of the model's file, its name in the home folder
 * @param record what was measured when it was learned
 * @param alias the part it plays now, or null
 */
public record ModelVersion(
    int model,
    int version,
    Instant createdAt,
    String fileHash,
    TrainingRecord record,
    @Nullable ModelAlias alias) {}
