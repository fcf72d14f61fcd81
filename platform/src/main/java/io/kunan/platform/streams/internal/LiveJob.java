package io.kunan.platform.streams.internal;

import io.kunan.engine.stream.JobKey;
import io.kunan.kernel.Sentence;
import io.kunan.platform.streams.StreamJob;
import io.kunan.platform.streams.StreamMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A job that runs, with its places.
 *
 * @param problem why it does not run after all; null while it runs
 */
record LiveJob(
    StreamJob job,
    Map<String, Place> places,
    JobFigures figures,
    @Sentence @Nullable String problem) {

  static LiveJob of(
      StreamJob job, List<Place> places, JobFigures figures, @Sentence @Nullable String problem) {
    return new LiveJob(
        job,
        places.stream().collect(Collectors.toMap(Place::asset, Function.identity())),
        figures,
        problem);
  }

  /** Whether what it says has an effect. */
  boolean isOn() {
    return job.mode() == StreamMode.ON;
  }

  /** Beginning of the keys of all its events. */
  String eventKeys() {
    return "stream:%d:".formatted(job.id());
  }

  /** Beginning of the keys of its events at a place. */
  static String eventKeys(JobKey key) {
    return "stream:%s:%s:".formatted(key.job(), key.asset());
  }
}
