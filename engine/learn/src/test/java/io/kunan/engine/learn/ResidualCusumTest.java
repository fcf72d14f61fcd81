package io.kunan.engine.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ResidualCusumTest {
  @Test
  void seldomAlarmsOverSoundErrorsAndSoonOverAShift() {
    ResidualCusum cusum = new ResidualCusum(1, 2);
    Random random = new Random(7);
    int alarms = 0;
    for (int i = 0; i < 4_000; i++) {
      alarms += cusum.observe(1 + 2 * random.nextGaussian()) == ResidualCusum.Side.NONE ? 0 : 1;
    }
    // average run length 465 for slack 0.5 and limit 5 on both sides
    assertThat(alarms).isBetween(3, 18);

    ResidualCusum.Side side = ResidualCusum.Side.NONE;
    int steps = 0;
    while (side == ResidualCusum.Side.NONE && steps < 60) {
      side = cusum.observe(4 + 2 * random.nextGaussian());
      steps++;
    }
    assertThat(side).isEqualTo(ResidualCusum.Side.TARGETS_HIGH);
    assertThat(steps).isLessThan(20);
  }

  @Test
  void letsMissingErrorsPass() {
    ResidualCusum cusum = new ResidualCusum(0, 1);
    cusum.observe(3);
    double before = cusum.high();

    assertThat(cusum.observe(Double.NaN)).isEqualTo(ResidualCusum.Side.NONE);
    assertThat(cusum.high()).isEqualTo(before);
  }

  @Test
  void refusesASpreadOfNothing() {
    assertThatThrownBy(() -> new ResidualCusum(0, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
