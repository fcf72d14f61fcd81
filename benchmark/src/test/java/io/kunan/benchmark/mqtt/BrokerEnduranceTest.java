package io.kunan.benchmark.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The long proof in short: three connections, a history that is away for two seconds. */
class BrokerEnduranceTest {
  @TempDir Path folder;

  @Test
  void everyValueSentIsInTheHistoryInOrderThoughItWasAway()
      throws IOException, InterruptedException {
    BrokerEndurance.Result result =
        new BrokerEndurance(3, 600, Duration.ofSeconds(6), Duration.ofSeconds(2), folder)
            .run(Progress.NONE);

    assertThat(result.sent()).isEqualTo(6 * 600);
    assertThat(result.received()).isEqualTo(result.sent());
    assertThat(result.unexpected()).isZero();
    assertThat(result.outOfOrder()).isZero();
    assertThat(result.lost()).isZero();
    assertThat(result.mostOnDisk()).isPositive();
    assertThat(result.passed()).isTrue();
  }
}
