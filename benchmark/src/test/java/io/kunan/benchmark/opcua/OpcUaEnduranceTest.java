package io.kunan.benchmark.opcua;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The long proof in short: 500 tags, a server in a process of its own, restarted once. */
class OpcUaEnduranceTest {
  @TempDir Path folder;

  @Test
  void everyValueSentIsInTheHistoryAcrossARestart() throws IOException, InterruptedException {
    OpcUaEndurance.Result result =
        new OpcUaEndurance(500, Duration.ofSeconds(10), true, folder).run(Progress.NONE);

    assertThat(result.sent()).isGreaterThan(500 * 8);
    assertThat(result.missing()).isZero();
    assertThat(result.unexpected()).isZero();
    assertThat(result.lost()).isZero();
    assertThat(result.ageP99Ms()).isLessThanOrEqualTo(1_500);
    assertThat(result.reconnectSeconds()).isBetween(0.0, 30.0);
    assertThat(result.passed()).isTrue();
  }
}
