package io.kunan.platform.jobs;

import io.kunan.kernel.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Long work as it stands now.
 *
 * @param id number since the start of the server
 * @param kind what it does
 * @param title what it does, for people
 * @param state where it stands
 * @param done steps finished
 * @param total steps in all, 0 when not known
 * @param message the step under way, or why it failed
 * @param startedAt when it was asked for
 * @param finishedAt when it was over, or null
 */
public record Job(
    long id,
    JobKind kind,
    @Sentence String title,
    JobState state,
    long done,
    long total,
    @Sentence String message,
    Instant startedAt,
    @Nullable Instant finishedAt) {}
