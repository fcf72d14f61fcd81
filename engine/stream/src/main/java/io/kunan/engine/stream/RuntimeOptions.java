package io.kunan.engine.stream;

import java.time.Duration;

/**
 * How the local runtime works.
 *
 * @param shards threads; keys are spread over them
 * @param patience how long a tag may be silent before the others no longer wait for it, and how
 *     long all may be before what is known is worked out and windows end by the clock. Shorter
 *     makes jobs on seldom changing tags quicker; longer is kinder to connections that stutter
 */
public record RuntimeOptions(int shards, Duration patience) {
  public RuntimeOptions {
    if (shards < 1 || patience.isNegative()) {
      throw new IllegalArgumentException(
          "shards %d (at least 1), patience %s (not negative)".formatted(shards, patience));
    }
  }

  /** What suits a machine that does other work too. */
  public static RuntimeOptions standard() {
    int shards = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);
    return new RuntimeOptions(shards, Duration.ofSeconds(10));
  }
}
