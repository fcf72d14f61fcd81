package io.kunan.science.electrolysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BathChemistryTest {
  private final SolheimLiquidus liquidus = new SolheimLiquidus(Coefficients.published());
  private final SkybakmoenSaturation saturation =
      new SkybakmoenSaturation(Coefficients.published());
  private final HaupinConductivity conductivity = new HaupinConductivity(Coefficients.published());

  @ParameterizedTest
  @CsvSource({"11,2.2431", "10,2.3023"})
  void cryoliteRatioOfAnExcess(double excess, double ratio) {
    assertThat(Bath.cryoliteRatio(excess, 7.5)).isCloseTo(ratio, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource({"2.2,11.746", "2.3,10.039", "2.4,8.409", "2.5,6.852"})
  void excessOfACryoliteRatio(double ratio, double excess) {
    assertThat(Bath.excessAlF3(ratio, 7.5)).isCloseTo(excess, within(5e-4));
  }

  @Property
  void ratioAndExcessAreInverse(
      @ForAll @DoubleRange(min = 1, max = 18) double excess,
      @ForAll @DoubleRange(min = 0, max = 15) double others) {
    assertThat(Bath.excessAlF3(Bath.cryoliteRatio(excess, others), others))
        .isCloseTo(excess, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,0,0,0,0,1011.00",
    "0,5,0,0,0,0,995.12",
    "11,5,0,0,0,0,979.82",
    "11,5,3,0,0,0,959.82",
    "10,5,2.5,0,0,0,966.80",
    "12,5,2.5,0,0,0,958.10",
    "9,5,2.5,2.5,0.5,1.5,942.04",
    "5,5,2.5,5,1,3,920.72"
  })
  void liquidusByComposition(
      double a, double c, double o, double l, double m, double k, double celsius) {
    Checked answer = liquidus.at(new Bath(a, c, o, l, m, k));
    assertThat(answer.value()).isCloseTo(celsius, within(0.005));
    assertThat(answer.inRange()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"9,-3.23", "10,-3.78", "11,-4.35", "12,-4.92"})
  void liquidusFallsFasterWithMoreExcess(double a, double slope) {
    double step = 1e-4;
    double found =
        (liquidus.celsius(a + step, 5, 2.5, 0, 0, 0) - liquidus.celsius(a - step, 5, 2.5, 0, 0, 0))
            / (2 * step);
    assertThat(found).isCloseTo(slope, within(0.005));
  }

  @ParameterizedTest
  @CsvSource({"0,1,0,-2.22", "1,0,0,-5.95"})
  void liquidusFallsWithAluminaAndCalciumFluoride(
      double alumina, double calcium, double lithium, double slope) {
    double step = 1e-4;
    double up =
        liquidus.celsius(11, 5 + calcium * step, 2.5 + alumina * step, lithium * step, 0, 0);
    double down = liquidus.celsius(11, 5 - calcium * step, 2.5 - alumina * step, 0, 0, 0);
    assertThat((up - down) / (2 * step)).isCloseTo(slope, within(0.06));
  }

  @Property
  void everyAdditionLowersTheLiquidusOfAnIndustrialBath(
      @ForAll @DoubleRange(min = 5, max = 14) double a,
      @ForAll @DoubleRange(min = 3, max = 7) double c,
      @ForAll @DoubleRange(min = 1.5, max = 5) double o,
      @ForAll @DoubleRange(min = 0, max = 5) double l) {
    double here = liquidus.celsius(a, c, o, l, 0, 0);
    assertThat(liquidus.celsius(a + 0.1, c, o, l, 0, 0)).isLessThan(here);
    assertThat(liquidus.celsius(a, c + 0.1, o, l, 0, 0)).isLessThan(here);
    assertThat(liquidus.celsius(a, c, o + 0.1, l, 0, 0)).isLessThan(here);
    assertThat(liquidus.celsius(a, c, o, l + 0.1, 0, 0)).isLessThan(here);
    assertThat(liquidus.celsius(a, c, o, l, 0.1, 0)).isLessThan(here);
    assertThat(liquidus.celsius(a, c, o, l, 0, 0.1)).isLessThan(here);
  }

  @ParameterizedTest
  @CsvSource({
    "955,11,5,0,0,8.085",
    "960,11,5,0,0,8.268",
    "960,10,5,0,0,8.358",
    "940,9,5,2.5,0.5,6.711"
  })
  void saturation(double t, double a, double c, double l, double m, double percent) {
    Checked answer = saturation.at(t, new Bath(a, c, 2.5, l, m, 0));
    assertThat(answer.value()).isCloseTo(percent, within(5e-4));
    assertThat(answer.inRange()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"960,11,5,2.5,2.2220", "955,11,5,2.5,2.20924"})
  void conductivity(double t, double a, double c, double o, double siemens) {
    double digits = siemens == 2.2220 ? 5e-5 : 5e-6;
    assertThat(conductivity.at(t, new Bath(a, c, o, 0, 0, 0)).value())
        .isCloseTo(siemens, within(digits));
  }

  @Property
  void conductivityRisesWithHeatAndFallsWithAlumina(
      @ForAll @DoubleRange(min = 930, max = 980) double t,
      @ForAll @DoubleRange(min = 5, max = 14) double a,
      @ForAll @DoubleRange(min = 1.5, max = 6) double o) {
    double here = conductivity.siemensPerCm(t, a, 5, o, 1, 0, 0);
    assertThat(conductivity.siemensPerCm(t + 1, a, 5, o, 1, 0, 0) - here).isBetween(0.002, 0.004);
    assertThat(conductivity.siemensPerCm(t, a, 5, o + 0.1, 1, 0, 0)).isLessThan(here);
    assertThat(conductivity.siemensPerCm(t, a, 5, o, 2, 0, 0)).isGreaterThan(here);
  }

  @Property
  void outsideTheRangeTheNearestEndAnswersWithAFlag(
      @ForAll @DoubleRange(min = 20.01, max = 90) double tooMuch) {
    Bath end = new Bath(20, 5, 2.5, 0, 0, 0);
    Bath beyond = new Bath(tooMuch, 5, 2.5, 0, 0, 0);
    assertThat(liquidus.at(beyond)).isEqualTo(new Checked(liquidus.at(end).value(), false));
    assertThat(saturation.at(955, beyond))
        .isEqualTo(new Checked(saturation.at(955, end).value(), false));
    assertThat(conductivity.at(955, beyond))
        .isEqualTo(new Checked(conductivity.at(955, end).value(), false));
    assertThat(liquidus.at(new Bath(Double.NaN, 5, 2.5, 0, 0, 0)).inRange()).isFalse();
  }
}
