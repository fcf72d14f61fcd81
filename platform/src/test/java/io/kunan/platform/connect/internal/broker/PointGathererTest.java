package io.kunan.platform.connect.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.PointBatch;
import io.kunan.platform.connect.ConnectorCompatibilityKit;
import io.kunan.platform.connect.internal.buffer.DiskBuffer;
import io.kunan.platform.connect.internal.flow.FlowMeter;
import io.kunan.platform.connect.internal.flow.PointFlow;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointGathererTest {
  private final List<Integer> acknowledged = new CopyOnWriteArrayList<>();
  private final List<Integer> batches = new CopyOnWriteArrayList<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private final AtomicInteger refusals = new AtomicInteger();
  private final FlowMeter meter = new FlowMeter();
  private volatile boolean busy;
  @TempDir Path folder;

  private boolean store(PointBatch batch) {
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    if (!busy) {
      batches.add(batch.size());
    }
    return !busy;
  }

  private void send(PointGatherer gatherer, int from, int to) throws InterruptedException {
    for (int i = from; i < to; i++) {
      int number = i;
      // every tenth message tells nothing
      gatherer.add(
          points -> {
            if (number % 10 != 9) {
              points.add(1, number, number, (short) 0);
            }
          },
          () -> acknowledged.add(number));
    }
  }

  @Test
  void acknowledgesInOrderAndOnlyWhatIsStored() throws Exception {
    try (PointFlow flow = flow(1 << 20);
        PointGatherer gatherer = new PointGatherer("t", flow, refusals::addAndGet)) {
      send(gatherer, 0, 1_000);
      assertThat(acknowledged).isEmpty();
      open.countDown();
      ConnectorCompatibilityKit.await("all", () -> acknowledged.size() == 1_000);
    }
    assertThat(acknowledged).containsExactlyElementsOf(IntStream.range(0, 1_000).boxed().toList());
    assertThat(batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(900);
    assertThat(batches.size()).as("many messages make few batches").isLessThan(10);
    assertThat(refusals).hasValue(0);
  }

  @Test
  void acknowledgesNothingThatNoDiskTakes() throws Exception {
    busy = true;
    open.countDown();
    try (PointFlow flow = flow(10);
        PointGatherer gatherer = new PointGatherer("t", flow, refusals::addAndGet)) {
      send(gatherer, 0, 1);
      ConnectorCompatibilityKit.await("refused", () -> refusals.get() == 1);
      assertThat(acknowledged).isEmpty();
      assertThat(meter.lost()).as("the broker still has it").isZero();
    }
  }

  private PointFlow flow(long room) throws Exception {
    return new PointFlow(
        "t", this::store, DiskBuffer.open(folder, room, 1_000), meter, Clock.systemUTC());
  }
}
