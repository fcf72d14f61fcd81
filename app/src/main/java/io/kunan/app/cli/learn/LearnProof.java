package io.kunan.app.cli.learn;

import java.util.List;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/**
 * A command of this area on public data, and what is asked of its answer.
 *
 * @param set name of the data set
 * @param what it shows
 * @param command as a person would type it after {@code ./kunan learn}, without {@code --json}
 * @param asked bounds of figures in the answer
 */
record LearnProof(String set, String what, List<String> command, List<Bound> asked) {
  /**
   * Where a figure must lie.
   *
   * @param figure its name
   * @param in reads it from the answer
   * @param least allowed; −∞ when there is none
   * @param most allowed; +∞ when there is none
   */
  record Bound(String figure, ToDoubleFunction<JsonNode> in, double least, double most) {
    static Bound atLeast(String figure, String pointer, double least) {
      return new Bound(figure, at(pointer), least, Double.POSITIVE_INFINITY);
    }

    static Bound atMost(String figure, String pointer, double most) {
      return new Bound(figure, at(pointer), Double.NEGATIVE_INFINITY, most);
    }

    /** Reported only. */
    static Bound none(String figure, String pointer) {
      return new Bound(figure, at(pointer), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    boolean holds(double measured) {
      return measured >= least && measured <= most;
    }

    private static ToDoubleFunction<JsonNode> at(String pointer) {
      return answer -> answer.at(pointer).asDouble(Double.NaN);
    }
  }
}
