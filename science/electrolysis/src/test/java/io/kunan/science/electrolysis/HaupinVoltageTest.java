package io.kunan.science.electrolysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference case R1 of the light-metals specification, term by term. */
class HaupinVoltageTest {
  private static final PotGeometry R1 =
      new PotGeometry(62.16, 48, 1.10, 78, 0.52e-6, 0.60e-6, 0.50e-6, 1.8);
  private static final Bath BATH = new Bath(11, 5, 2.5, 0, 0, 0);
  private static final double T = 955;
  private static final double AMPERES = 500e3;

  private final HaupinVoltage haupin = new HaupinVoltage(Coefficients.published());

  private double volts(double alumina, double distance) {
    return haupin.split(BATH.withAlumina(alumina), T, AMPERES, distance, R1).total();
  }

  @Test
  void termsOfTheReferenceCase() {
    VoltageSplit split = haupin.split(BATH, T, AMPERES, 4.2, R1);
    double density = R1.anodeDensity(AMPERES);
    double saturation = haupin.saturation().at(T, BATH).value();
    assertThat(density).isCloseTo(0.73125, within(5e-6));
    assertThat(haupin.criticalDensity(T, 2.5, R1.oneAnodeCm2())).isCloseTo(1.7379, within(5e-5));
    assertThat(saturation).isCloseTo(8.0853, within(5e-5));
    assertThat(haupin.aluminaActivity(2.5 / saturation)).isCloseTo(0.15737, within(5e-6));
    assertThat(haupin.bubbleThickness(density)).isCloseTo(0.49638, within(5e-6));
    assertThat(haupin.bubbleCover(density, BATH.bathRatio(), 2.5, 1.8))
        .isCloseTo(0.56548, within(5e-6));
    assertThat(split.reversible()).isCloseTo(1.22612, within(5e-6));
    assertThat(split.anodeConcentration()).isCloseTo(0.02890, within(5e-6));
    assertThat(split.anodeSurface()).isCloseTo(0.49163, within(1e-5));
    assertThat(split.cathodeConcentration()).isCloseTo(0.07059, within(5e-6));
    assertThat(split.bath()).isCloseTo(1.22589, within(5e-6));
    assertThat(split.bubbles()).isCloseTo(0.21382, within(5e-6));
    assertThat(split.anode()).isCloseTo(0.260, within(1e-9));
    assertThat(split.cathode()).isCloseTo(0.300, within(1e-9));
    assertThat(split.external()).isCloseTo(0.250, within(1e-9));
    assertThat(split.total()).isCloseTo(4.06693, within(5e-6));
    assertThat(split.inRange()).isTrue();
    assertThat(PseudoResistance.microOhms(split.total(), 500)).isCloseTo(4.83386, within(1.1e-5));
  }

  @Test
  void aMillimetreOfDistanceIsThirtyThreeMillivolts() {
    assertThat((volts(2.5, 4.3) - volts(2.5, 4.2)) * 1000).isCloseTo(33.1, within(0.05));
  }

  @ParameterizedTest
  @CsvSource({
    "1.9,4.3178",
    "2.0,4.1887",
    "2.2,4.1083",
    "2.5,4.0669",
    "3.0,4.0403",
    "4.0,4.0249",
    "6.0,4.0344"
  })
  void voltsByAlumina(double alumina, double volts) {
    assertThat(volts(alumina, 4.2)).isCloseTo(volts, within(5e-5));
  }

  @Test
  void voltageOverAluminaIsAUWithItsMinimumBetweenFourAndFivePerCent() {
    double lowest = 1.9;
    for (double alumina = 1.9; alumina < 8; alumina += 0.05) {
      lowest = volts(alumina, 4.2) < volts(lowest, 4.2) ? alumina : lowest;
    }
    assertThat(lowest).isBetween(3.8, 5.2);
    for (double alumina = 1.9; alumina < lowest - 0.1; alumina += 0.1) {
      assertThat(volts(alumina + 0.1, 4.2)).isLessThan(volts(alumina, 4.2));
    }
    for (double alumina = lowest + 0.1; alumina < 7.8; alumina += 0.1) {
      assertThat(volts(alumina + 0.1, 4.2)).isGreaterThan(volts(alumina, 4.2));
    }
  }

  @Property
  void moreDistanceAndMoreCurrentAlwaysCostVolts(
      @ForAll @DoubleRange(min = 1.9, max = 6) double alumina,
      @ForAll @DoubleRange(min = 2.5, max = 6) double distance,
      @ForAll @DoubleRange(min = 300e3, max = 550e3) double amperes) {
    Bath bath = BATH.withAlumina(alumina);
    double here = haupin.split(bath, T, amperes, distance, R1).total();
    assertThat(haupin.split(bath, T, amperes, distance + 0.1, R1).total()).isGreaterThan(here);
    assertThat(haupin.split(bath, T, amperes + 1e3, distance, R1).total()).isGreaterThan(here);
  }

  @Test
  void saysWhenItIsAskedBeyondItsRange() {
    assertThat(haupin.split(BATH, 1200, AMPERES, 4.2, R1).inRange()).isFalse();
    assertThat(haupin.split(BATH.withAlumina(9), T, AMPERES, 4.2, R1).inRange()).isFalse();
    assertThat(haupin.split(BATH, T, 1.3e6, 4.2, R1).inRange()).isFalse();
    assertThat(haupin.split(BATH, T, AMPERES, 0.5, R1).inRange()).isFalse();
    assertThat(haupin.split(BATH, T, AMPERES, 0.5, R1).total())
        .isEqualTo(haupin.split(BATH, T, AMPERES, 2, R1).total());
  }
}
