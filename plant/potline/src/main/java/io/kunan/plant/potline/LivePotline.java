package io.kunan.plant.potline;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A line in real time: catches up to now, then tells every second what all tags show and what
 * happened. The line itself is at most five seconds ahead of the clock. When the machine was busy
 * or asleep, the seconds missed are told late, each with its own time.
 */
public final class LivePotline {
  /** Takes one second of the line. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Takes a second.
     *
     * @param micros UTC, at a full second
     * @param values in the order of the tags, NaN where nothing usable was measured
     * @param qualities as in {@link io.kunan.kernel.Quality}
     * @param events that began or ended by then, since the second before
     */
    void second(long micros, double[] values, short[] qualities, List<PotEvent> events);
  }

  private record Second(long micros, double[] values, short[] qualities) {}

  private final Potline line;
  private final Clock clock;
  private final int tags;
  private final Deque<Second> ready = new ArrayDeque<>();
  private final Deque<PotEvent> happened = new ArrayDeque<>();

  public LivePotline(Potline line, Clock clock) {
    this.line = line;
    this.clock = clock;
    this.tags = line.tags().size();
  }

  /** Runs the line to the present, telling nobody. */
  public void catchUp() {
    line.advance(clock.instant());
    ready.clear();
    happened.clear();
  }

  /**
   * Tells every second that is due.
   *
   * @return how long until the next one
   */
  public Duration tell(Listener listener) {
    Instant now = clock.instant();
    Second next = next();
    while (!Micros.toInstant(next.micros()).isAfter(now)) {
      ready.removeFirst();
      List<PotEvent> events = new ArrayList<>();
      while (!happened.isEmpty() && toldAt(happened.getFirst()) <= next.micros()) {
        events.add(happened.removeFirst());
      }
      listener.second(next.micros(), next.values(), next.qualities(), events);
      next = next();
    }
    return Duration.between(clock.instant(), Micros.toInstant(next.micros()));
  }

  private static long toldAt(PotEvent event) {
    Long end = event.endMicros();
    return end == null ? event.startMicros() : end;
  }

  private Second next() {
    if (ready.isEmpty()) {
      long from = Micros.of(line.now());
      var sampling = Sampling.ofAll(line.settings().pots(), from, 1);
      line.advance(
          line.now().plus(Potline.STEP),
          List.of(sampling),
          batch -> {
            split(batch);
            return true;
          },
          happened::addLast);
    }
    return ready.getFirst();
  }

  private void split(PointBatch batch) {
    int seconds = batch.size() / tags;
    for (int j = 0; j < seconds; j++) {
      var values = new double[tags];
      var qualities = new short[tags];
      for (int i = 0; i < tags; i++) {
        values[i] = batch.value(i * seconds + j);
        qualities[i] = batch.quality(i * seconds + j);
      }
      ready.addLast(new Second(batch.time(j), values, qualities));
    }
  }
}
