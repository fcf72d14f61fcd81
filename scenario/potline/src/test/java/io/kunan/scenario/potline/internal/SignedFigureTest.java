package io.kunan.scenario.potline.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignedFigureTest {
  @Test
  void aDifferenceHasItsSignAndATrueMinus() {
    assertThat(SignedFigure.of(-2.64, 1)).isEqualTo("\u22122.6");
    assertThat(SignedFigure.of(7.6, 0)).isEqualTo("+8");
    assertThat(SignedFigure.of(-0.04, 1)).isEqualTo("+0.0");
  }
}
