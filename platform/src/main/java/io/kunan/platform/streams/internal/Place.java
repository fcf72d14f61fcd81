package io.kunan.platform.streams.internal;

import io.kunan.engine.stream.JobKey;
import io.kunan.engine.stream.job.Output;
import io.kunan.platform.assets.Tag;
import java.util.List;

/**
 * A job at one of its assets, with its tags.
 *
 * @param asset as the job names it; empty for a job that runs once
 * @param inputs in the order of the job
 * @param outputs names with {@code {asset}} replaced
 */
public record Place(String asset, List<Tag> inputs, List<Output> outputs) {
  public Place {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** The tag under which it is shown, and whose asset an alarm or event of it is told of. */
  public Tag first() {
    return inputs.getFirst();
  }

  JobKey key(int job) {
    return new JobKey(Integer.toString(job), asset);
  }
}
