package io.kunan.engine.learn.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentTTest {
  @Test
  void quantilesOfTheTables() {
    assertThat(new StudentT(3).quantile(0.95)).isCloseTo(2.35336, within(1e-5));
    assertThat(new StudentT(4).quantile(0.99)).isCloseTo(3.74695, within(1e-5));
    assertThat(new StudentT(5).quantile(0.999)).isCloseTo(5.89343, within(1e-5));
    assertThat(new StudentT(6).quantile(0.55)).isCloseTo(0.13108, within(1e-5));
    assertThat(new StudentT(7).quantile(0.95)).isCloseTo(1.89458, within(1e-5));
    assertThat(new StudentT(7).quantile(0.9999)).isCloseTo(7.06343, within(1e-5));
    assertThat(new StudentT(7).quantile(0.5)).isCloseTo(0, within(1e-12));
  }

  @Test
  void refusesOneDegree() {
    assertThatThrownBy(() -> new StudentT(1)).hasMessageContaining("1 degrees");
  }
}
