package io.kunan.engine.stream.job;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every job has.
 *
 * @param id unique among the jobs of a runtime: letters, digits, {@code . _ -}
 * @param assets the job runs once for each, with {@code {asset}} in tag names replaced by the name;
 *     empty for a job that runs once
 * @param inputs tag names by the short names that expressions use
 * @param lateness how long the job waits for points that arrive out of order; what comes later
 *     makes the range dirty, and it is run again
 */
public record JobHead(
    String id, List<String> assets, Map<String, String> inputs, Duration lateness) {
  /** Stands in tag names for the name of the asset. */
  public static final String ASSET = "{asset}";

  public JobHead {
    assets = List.copyOf(assets);
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
  }

  /** The assets to run for; the empty name for a job that runs once. */
  public List<String> instances() {
    return assets.isEmpty() ? List.of("") : assets;
  }

  /** A tag name of the job for one of its assets. */
  public static String tagFor(String asset, String pattern) {
    return pattern.replace(ASSET, asset);
  }
}
