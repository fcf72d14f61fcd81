package io.kunan.engine.optimise;

import io.kunan.kernel.InputException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long and with what to look for a plan.
 *
 * @param engine what makes the plan
 * @param limit wall-clock time from the call to the answer; null when only iterations count
 * @param iterations moves of the search in all; with it and without a limit the same problem, seed
 *     and iterations give the same plan, bit for bit, whatever the threads
 * @param threads worker threads, 1 or more
 * @param seed begins the random numbers
 */
public record SolveOptions(
    Engine engine, @Nullable Duration limit, @Nullable Long iterations, int threads, long seed) {
  public SolveOptions {
    if (threads < 1 || threads > 256) {
      throw new InputException("threads", "it is " + threads, "use 1 to 256");
    }
    if (limit != null && (limit.isNegative() || limit.isZero())) {
      throw new InputException("seconds", "the time is not above 0", "give a time above 0");
    }
    if (iterations != null && iterations < 0) {
      throw new InputException("iterations", "it is " + iterations, "give 0 or more");
    }
    if (limit == null && iterations == null && engine != Engine.RULES) {
      throw new InputException(
          "seconds", "neither seconds nor iterations are given", "give one of them");
    }
  }

  /** A search within a time limit. */
  public static SolveOptions within(Duration limit, int threads, long seed) {
    return new SolveOptions(Engine.AUTO, limit, null, threads, seed);
  }

  /** A search that can be repeated bit for bit. */
  public static SolveOptions repeatable(long iterations, int threads, long seed) {
    return new SolveOptions(Engine.SEARCH, null, iterations, threads, seed);
  }

  public SolveOptions withEngine(Engine newEngine) {
    return new SolveOptions(newEngine, limit, iterations, threads, seed);
  }
}
