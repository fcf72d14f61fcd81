package io.kunan.platform.connect.internal.flow;

import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Sentence;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What is measured on the way of the points of one connection. */
public final class FlowMeter {
  private final AgeWindow ages = new AgeWindow();
  private final RateWindow arrivals = new RateWindow();
  private final LongAdder received = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final LongAdder reconnects = new LongAdder();
  private final LongAdder recreated = new LongAdder();
  private volatile @Nullable Failure lastFailure;

  /** A failure and when it came. */
  public record Failure(@Sentence String reason, Instant at) {}

  /** Values came in from the plant. */
  public void arrived(int values, long nowMillis) {
    received.add(values);
    arrivals.add(nowMillis, values);
  }

  /** The receiver acknowledged a batch. */
  void delivered(PointBatch batch, long nowMillis) {
    for (int i = 0; i < batch.size(); i++) {
      ages.add(nowMillis, nowMillis - Math.floorDiv(batch.time(i), 1_000));
    }
  }

  /** Values were lost on the way to us. */
  public void lost(long values) {
    lost.add(values);
  }

  void refused(int values, @Sentence String reason, Instant at) {
    lost.add(values);
    failed(reason, at);
  }

  public void failed(@Sentence String reason, Instant at) {
    lastFailure = new Failure(reason, at);
  }

  /** The connection came back. */
  public void reconnected(long times) {
    reconnects.add(times);
  }

  /** Subscriptions of tags were made anew after a silent loss. */
  public void recreated(int tags) {
    recreated.add(tags);
  }

  public long reconnects() {
    return reconnects.sum();
  }

  public long recreated() {
    return recreated.sum();
  }

  public long received() {
    return received.sum();
  }

  public long lost() {
    return lost.sum();
  }

  /** Values a second over the last ten seconds. */
  public double rate(long nowMillis) {
    return arrivals.perSecond(nowMillis);
  }

  /** Age that 99 % of the values acknowledged in the last minute stayed below; null without any. */
  public @Nullable Double ageP99Seconds(long nowMillis) {
    return ages.percentileSeconds(nowMillis, 0.99);
  }

  public @Nullable Failure lastFailure() {
    return lastFailure;
  }
}
