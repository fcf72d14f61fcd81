package io.kunan.platform.connect.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgeWindowTest {
  private final AgeWindow window = new AgeWindow();

  @Test
  void tellsAPercentileToFivePerCent() {
    for (int age = 1; age <= 10_000; age++) {
      window.add(1_000_000, age);
    }
    assertThat(window.percentileSeconds(1_000_500, 0.99)).isCloseTo(9.9, within(0.5));
    assertThat(window.percentileSeconds(1_000_500, 0.5)).isCloseTo(5.0, within(0.25));
  }

  @Test
  void forgetsAfterAMinute() {
    window.add(1_000_000, 60_000);
    window.add(1_050_000, 100);
    assertThat(window.percentileSeconds(1_050_000, 0.99)).isCloseTo(60, within(3.0));
    assertThat(window.percentileSeconds(1_062_000, 0.99)).isCloseTo(0.1, within(0.01));
    assertThat(window.percentileSeconds(1_200_000, 0.99)).isNull();
  }

  @Test
  void countsAgesOfAClockAheadAsNone() {
    window.add(1_000_000, -5_000);
    assertThat(window.percentileSeconds(1_000_000, 0.99)).isZero();
  }

  @Test
  void ratesCompleteSecondsOnly() {
    RateWindow rate = new RateWindow();
    for (int second = 0; second < 30; second++) {
      rate.add(second * 1_000L + 500, 5_000);
    }
    assertThat(rate.perSecond(29_900)).isEqualTo(5_000);
    assertThat(rate.perSecond(34_900)).isEqualTo(3_000);
    assertThat(rate.perSecond(60_000)).isZero();
  }
}
