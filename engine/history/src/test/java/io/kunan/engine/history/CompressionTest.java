package io.kunan.engine.history;

import static io.kunan.kernel.Quality.BAD;
import static io.kunan.kernel.Quality.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.engine.history.Compression.Gate;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.PointSource;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CompressionTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void keepsTheEndsOfAStraightLine() {
    assertThat(kept(rule(0, 0.01, DAY, false), 0, 1, 2, 3, 4, 5)).containsExactly("0 0.0", "5 5.0");
  }

  @Test
  void keepsThePointBeforeABreak() {
    assertThat(kept(rule(0, 0.1, DAY, false), 1, 1, 1, 1, 9, 9, 9))
        .containsExactly("0 1.0", "3 1.0", "4 9.0", "6 9.0");
    assertThat(kept(rule(0.5, 0, DAY, true), 1, 1.2, 1.1, 9, 9))
        .containsExactly("0 1.0", "2 1.1", "3 9.0", "4 9.0");
  }

  @Test
  void keepsAPulseOfASteppingTag() {
    assertThat(kept(rule(0, 0, DAY, true), 0, 0, 1, 0, 0))
        .containsExactly("0 0.0", "1 0.0", "2 1.0", "3 0.0", "4 0.0");
  }

  @Test
  void keepsAPointAfterTheLongestTime() {
    assertThat(kept(rule(0, 1, Duration.ofSeconds(3), false), 5, 5, 5, 5, 5, 5, 5, 5))
        .containsExactly("0 5.0", "3 5.0", "6 5.0", "7 5.0");
  }

  @Test
  void keepsEveryChangeOfQuality() {
    var compressor = new Compressor(tag -> rule(10, 10, DAY, false));
    var batch = PointBatch.builder(8);
    short[] qualities = {GOOD, GOOD, BAD, BAD, GOOD, GOOD};
    for (int s = 0; s < qualities.length; s++) {
      batch.add(1, s * Micros.PER_SECOND, 5, qualities[s]);
    }
    List<String> kept = new ArrayList<>();
    note(compressor.take(batch.build()), kept);
    note(compressor.flush(), kept);
    assertThat(kept).containsExactly("0 5.0", "1 5.0", "2 5.0", "3 5.0", "4 5.0", "5 5.0");
  }

  @Test
  void aTagThatFallsSilentIsNotHeldBackForEver() {
    var compressor = new Compressor(tag -> rule(0.5, 1, Duration.ofMinutes(1), false));
    var batch = PointBatch.builder(4);
    batch.add(1, 0, 5, GOOD);
    batch.add(1, 10 * Micros.PER_SECOND, 5, GOOD);
    List<String> kept = new ArrayList<>();
    note(compressor.take(batch.build()), kept);
    note(compressor.flushOverdue(69 * Micros.PER_SECOND), kept);
    assertThat(kept).containsExactly("0 5.0");
    note(compressor.flushOverdue(70 * Micros.PER_SECOND), kept);
    assertThat(kept).containsExactly("0 5.0", "10 5.0");
  }

  @Test
  void aTagThatIsForgottenGivesWhatWasHeldBackAndBeginsAnew() {
    double[] door = {100};
    var compressor = new Compressor(tag -> rule(0, door[0], DAY, false));
    var batch = PointBatch.builder(4);
    batch.add(1, 0, 1, GOOD);
    batch.add(1, Micros.PER_SECOND, 2, GOOD);
    List<String> kept = new ArrayList<>();
    note(compressor.take(batch.build()), kept);
    note(compressor.forget(1), kept);
    note(compressor.forget(7), kept);
    door[0] = 0;
    batch.add(1, 2 * Micros.PER_SECOND, 3, GOOD);
    batch.add(1, 3 * Micros.PER_SECOND, 5, GOOD);
    note(compressor.take(batch.build()), kept);
    note(compressor.flush(), kept);
    assertThat(kept).containsExactly("0 1.0", "1 2.0", "2 3.0", "3 5.0");
  }

  @Property(tries = 200)
  void neverErrsByMoreThanItsDeviations(
      @ForAll long seed,
      @ForAll boolean step,
      @ForAll @DoubleRange(min = 0, max = 0.5) double exception,
      @ForAll @DoubleRange(min = 0, max = 2) double door) {
    PointSource source = walk(seed);
    CompressionReport report =
        rule(exception, door, DAY, step).simulate(source, new TagId(1), TimeRange.ALL);
    assertThat(report.maxError()).isLessThanOrEqualTo(2 * exception + door + 1e-9);
    assertThat(report.kept()).isLessThanOrEqualTo(report.passed());
    assertThat(report.passed()).isLessThanOrEqualTo(report.points());
    assertThat(report.ratio()).isGreaterThanOrEqualTo(1);
  }

  private static PointSource walk(long seed) {
    return (tags, range, sink) -> {
      var random = new SplittableRandom(seed);
      var batch = PointBatch.builder(500);
      double value = 0;
      long time = 0;
      for (int i = 0; i < 500; i++) {
        value += random.nextInt(20) == 0 ? random.nextDouble(-5, 5) : random.nextDouble(-0.2, 0.2);
        time += random.nextLong(1, 3 * Micros.PER_SECOND);
        batch.add(1, time, value, random.nextInt(50) == 0 ? BAD : GOOD);
      }
      sink.accept(batch.build());
    };
  }

  private static Compression rule(double exception, double door, Duration longest, boolean step) {
    return new Compression(Gate.of(exception, longest), Gate.of(door, longest), step);
  }

  /** Points a second apart, and what remains of them. */
  private static List<String> kept(Compression rule, double... values) {
    var compressor = new Compressor(tag -> rule);
    var batch = PointBatch.builder(values.length);
    for (int s = 0; s < values.length; s++) {
      batch.add(1, s * Micros.PER_SECOND, values[s], GOOD);
    }
    List<String> kept = new ArrayList<>();
    note(compressor.take(batch.build()), kept);
    note(compressor.flush(), kept);
    return kept;
  }

  private static void note(PointBatch batch, List<String> kept) {
    for (int i = 0; i < batch.size(); i++) {
      kept.add(batch.time(i) / Micros.PER_SECOND + " " + batch.value(i));
    }
  }
}
