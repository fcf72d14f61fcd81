package io.kunan.engine.history;

import io.kunan.kernel.PointSource;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.time.Duration;
import java.util.List;

/**
 * Which points of a tag are worth keeping, in the two stages known from plant historians: an
 * exception test that drops what the instrument cannot tell apart, then a swinging door that keeps
 * the points between which a straight line (for a stepping tag: a held value) tells the rest.
 *
 * <p>Both stages always keep the point before a break, so that a quick change stays quick; a change
 * of quality always passes; and after the longest time a point is kept whatever it says. The door
 * is that of E. H. Bristol, Swinging door trending: adaptive trend recording?, ISA National
 * Conference 1990.
 *
 * @param exception first stage; its deviation is a little below the accuracy of the instrument
 * @param door second stage; its deviation is what the engineer does not care about
 * @param step whether the value holds until the next point
 */
public record Compression(Gate exception, Gate door, boolean step) {

  /**
   * Limits of a stage.
   *
   * @param deviation in the unit of the tag, 0 passes every change
   * @param shortest points closer to the kept one than this are dropped; normally zero
   * @param longest after this a point is kept in any case
   */
  public record Gate(double deviation, Duration shortest, Duration longest) {
    public Gate {
      if (!(deviation >= 0) || shortest.isNegative() || longest.compareTo(shortest) <= 0) {
        throw new IllegalArgumentException(
            "deviation %s (at least 0), shortest time %s (at least 0), longest time %s (more)"
                .formatted(deviation, shortest, longest));
      }
    }

    public static Gate of(double deviation, Duration longest) {
      return new Gate(deviation, Duration.ZERO, longest);
    }
  }

  /** What this would have kept of a tag's history, and how far from it a trend would be. */
  public CompressionReport simulate(PointSource source, TagId tag, TimeRange range) {
    var trial = new CompressionReport.Trial(this);
    source.scan(List.of(tag), range, trial::take);
    return trial.report();
  }
}
