package io.kunan.engine.history.internal.duck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CourtesyTest {
  private static final long MILLI = 1_000_000;

  private long now;
  private final Courtesy courtesy = new Courtesy(() -> now, nanos -> now += nanos);
  private final Courtesy.Worker worker = courtesy.worker();

  @Test
  void aWorkerGoesOnAtOnceWhereNobodyReads() {
    now += 50 * MILLI;
    assertThat(waited()).isZero();
  }

  @Test
  void aWorkerWaitsForAReaderAsLongAsItHasWorked() {
    now += 15 * MILLI;
    courtesy.readerCame();
    assertThat(waited()).isEqualTo(15 * MILLI);
    assertThat(waited()).as("it has not worked since").isZero();
    now += 200 * MILLI;
    courtesy.readerCame();
    assertThat(waited()).as("after long work").isEqualTo(30 * MILLI);
  }

  @Test
  void aWorkerGoesOnWhenTheReaderIsDone() {
    courtesy.readerCame();
    courtesy.readerLeft();
    now += 10 * MILLI;
    assertThat(waited()).isZero();
  }

  @Test
  void aReaderWhoTakesLongIsNotWaitedFor() {
    courtesy.readerCame();
    now += 150 * MILLI;
    assertThat(waited()).isZero();
  }

  private long waited() {
    long before = now;
    worker.giveWay();
    return now - before;
  }
}
