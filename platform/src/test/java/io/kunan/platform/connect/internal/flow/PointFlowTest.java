package io.kunan.platform.connect.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.PointBatch;
import io.kunan.platform.connect.internal.buffer.DiskBuffer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointFlowTest {
  private final List<Long> stored = new CopyOnWriteArrayList<>();
  private final FlowMeter meter = new FlowMeter();
  private volatile boolean busy;
  private volatile boolean broken;
  @TempDir Path folder;

  private boolean store(PointBatch batch) {
    if (broken) {
      throw new IllegalStateException("disk failed");
    }
    if (!busy) {
      stored.add(batch.time(0));
    }
    return !busy;
  }

  private PointFlow flow(long room) throws IOException {
    return new PointFlow(
        "test", this::store, DiskBuffer.open(folder, room, 1_000), meter, Clock.systemUTC());
  }

  @Test
  void keepsTheOrderFromMemoryOverDiskToMemory() throws IOException {
    try (PointFlow flow = flow(1 << 20)) {
      offer(flow, 0, 10);
      await(() -> stored.size() == 10);
      assertThat(flow.bufferedOnDisk()).isZero();
      busy = true;
      offer(flow, 10, 30);
      await(() -> flow.bufferedOnDisk() == 20);
      offer(flow, 30, 40);
      busy = false;
      await(() -> stored.size() == 40);
      offer(flow, 40, 50);
      await(() -> stored.size() == 50 && flow.buffered() == 0);
    }
    assertThat(stored).containsExactlyElementsOf(LongStream.range(0, 50).boxed().toList());
    assertThat(meter.lost()).isZero();
  }

  @Test
  void countsWhatTheFullBufferRefuses() throws IOException {
    busy = true;
    try (PointFlow flow = flow(1_500)) {
      offer(flow, 0, 100);
      await(() -> meter.lost() > 0 && flow.buffered() + meter.lost() == 100);
      busy = false;
      await(() -> flow.buffered() == 0);
      assertThat(stored).hasSize(100 - (int) meter.lost());
      FlowMeter.Failure failure = Objects.requireNonNull(meter.lastFailure());
      assertThat(failure.reason()).containsAnyOf("full", "busy");
    }
  }

  @Test
  void survivesAReceiverThatFails() throws IOException {
    broken = true;
    try (PointFlow flow = flow(1 << 20)) {
      offer(flow, 0, 5);
      await(() -> flow.bufferedOnDisk() == 5);
      FlowMeter.Failure failure = Objects.requireNonNull(meter.lastFailure());
      assertThat(failure.reason()).contains("disk failed");
      broken = false;
      await(() -> stored.size() == 5);
    }
    assertThat(stored).containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void leavesOnDiskWhatAStoppedHistoryDoesNotTake() throws IOException {
    busy = true;
    try (PointFlow flow = flow(1 << 20)) {
      offer(flow, 0, 5);
    }
    busy = false;
    try (PointFlow flow = flow(1 << 20)) {
      await(() -> stored.size() == 5 && flow.buffered() == 0);
    }
    assertThat(stored).containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void movesToDiskWhatGrowsInMemoryBehindASlowReceiver() throws Exception {
    CountDownLatch underWay = new CountDownLatch(1);
    Semaphore mayGoOn = new Semaphore(0);
    try (PointFlow flow =
        new PointFlow(
            "slow",
            batch -> {
              underWay.countDown();
              mayGoOn.acquireUninterruptibly();
              return store(batch);
            },
            DiskBuffer.open(folder, 1 << 26, 1 << 20),
            meter,
            Clock.systemUTC())) {
      flow.offer(batch(0, 1));
      assertThat(underWay.await(10, TimeUnit.SECONDS)).isTrue();
      for (int i = 1; i <= 101; i++) {
        flow.offer(batch(i, 1_000));
      }
      assertThat(flow.bufferedOnDisk()).isEqualTo(1 + 101_000);
      mayGoOn.release(1_000);
      await(() -> flow.buffered() == 0);
    }
    assertThat(stored).containsExactlyElementsOf(LongStream.range(0, 102).boxed().toList());
  }

  private static void offer(PointFlow flow, int from, int to) {
    for (int i = from; i < to; i++) {
      flow.offer(batch(i, 1));
    }
  }

  private static PointBatch batch(int number, int points) {
    PointBatch.Builder builder = PointBatch.builder(points);
    for (int i = 0; i < points; i++) {
      builder.add(1 + i, number, 0, (short) 0);
    }
    return builder.build();
  }

  private static void await(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waited too long").isBefore(deadline);
      LockSupport.parkNanos(5_000_000);
    }
  }
}
