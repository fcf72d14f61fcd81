package io.kunan.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.engine.history.kit.CrashProof;
import io.kunan.engine.history.kit.CrashReport;
import io.kunan.kernel.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
  @TempDir Path folder;

  @Test
  void losesAndDoublesNothingAcknowledgedWhenKilled() throws Exception {
    CrashReport report = CrashProof.run(folder, 3, 20261120, Progress.NONE);
    assertThat(report.kills()).isEqualTo(3);
    assertThat(report.acknowledged()).isGreaterThan(0);
    assertThat(report.missing()).as("missing").isZero();
    assertThat(report.doubled()).as("doubled").isZero();
    assertThat(report.wrong()).as("wrong").isZero();
    assertThat(report.slowestOpenMs()).as("opening, ms").isLessThan(3_000);
  }
}
