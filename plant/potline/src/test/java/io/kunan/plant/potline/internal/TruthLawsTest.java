package io.kunan.plant.potline.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Small distance, thick ledge, cold bath and sludge are paid for. */
class TruthLawsTest {
  private final TruthLaws laws = PotParameters.read().laws;
  private final TruthLaws mild = PotParameters.read(0).laws;

  private static double quiet(TruthLaws laws, double distance, double ledge, double sludge) {
    return laws.noise(distance, 3.55, ledge, sludge, 0, 23.4);
  }

  private static double efficiency(
      TruthLaws laws, double superheat, double distance, double ledge, double sludge) {
    double noise = laws.noise(distance, 3.55, ledge, sludge, 0, 23.4);
    return laws.efficiency(0, superheat, 10, distance, noise, ledge, sludge);
  }

  @Test
  void noiseRisesSteeplyBelowTheCriticalDistance() {
    assertThat(quiet(laws, 4, 6, 40)).isCloseTo(7.29, within(0.005));
    assertThat(quiet(laws, 3.55, 6, 40)).isCloseTo(16, within(1e-9));
    assertThat(quiet(laws, 3.2, 6, 40)).isGreaterThan(50);
    assertThat(quiet(laws, 4, 10.5, 40)).isCloseTo(7.29 + 5, within(0.005));
    assertThat(quiet(laws, 4, 6, 180)).isCloseTo(7.29 + 3, within(0.005));
    assertThat(laws.noise(4, 3.55, 6, 40, 1, 23.4)).isCloseTo(13.29, within(0.005));
    assertThat(laws.noise(4, 3.55, 6, 40, 0, 19)).isCloseTo(7.29 + 1.6, within(0.005));
    assertThat(laws.noise(2.2, 3.55, 30, 4000, 4, 10)).isEqualTo(120);
  }

  @Test
  void turningTheVoltsDownCostsEfficiency() {
    double usual = efficiency(laws, 9, 4, 6, 40);
    assertThat(usual).isCloseTo(0.94, within(1e-9));
    assertThat(efficiency(laws, 9, 3.6, 6, 40)).isLessThan(usual - 0.004);
    assertThat(efficiency(laws, 4, 4, 6, 40)).isLessThan(efficiency(laws, 7, 4, 6, 40) - 0.007);
    assertThat(efficiency(laws, 9, 4, 11, 40)).isLessThan(usual - 0.002);
    assertThat(efficiency(laws, 9, 4, 6, 280)).isLessThan(usual - 0.003);
    assertThat(efficiency(laws, -40, 4.5, 0, 0)).isLessThanOrEqualTo(0.985);
  }

  @Test
  void withoutPenaltiesNothingOfThatIsPaid() {
    assertThat(quiet(mild, 3.2, 11, 500)).isEqualTo(6);
    assertThat(efficiency(mild, 6, 3.2, 11, 500)).isCloseTo(0.9432, within(1e-9));
    assertThat(mild.cathodeFactor(11, 500)).isEqualTo(1);
  }

  @Test
  void aColdBathMakesSludgeAndAnodeEffects() {
    assertThat(laws.slowShare(0.6, 9)).isEqualTo(0.6);
    assertThat(laws.slowShare(0.6, 5)).isCloseTo(0.7, within(1e-12));
    assertThat(laws.slowShare(0.6, -9)).isEqualTo(0.95);
    assertThat(laws.sinkingFactor(4)).isCloseTo(1.5, within(1e-12));
    assertThat(laws.backFactor(4)).isCloseTo(0.5, within(1e-12));
    assertThat(laws.cathodeFactor(10.5, 180)).isCloseTo(1.07, within(1e-12));
    double usual = laws.anodeEffectProbability(0.7, 9, 0, 0, 60);
    assertThat(laws.anodeEffectProbability(0.7, 4, 0, 0, 60)).isGreaterThan(1.9 * usual);
    assertThat(laws.anodeEffectProbability(0.7, 9, 1, 0, 60)).isGreaterThan(1.6 * usual);
    assertThat(laws.anodeEffectProbability(0.3, 9, 0, 0, 86_400))
        .isCloseTo(1 - Math.exp(-0.2), within(1e-9));
    assertThat(laws.anodeEffectCertain(-0.31, 1)).isTrue();
    assertThat(laws.anodeEffectCertain(0.5, 0.02)).isTrue();
    assertThat(laws.anodeEffectCertain(0.5, 1)).isFalse();
  }
}
