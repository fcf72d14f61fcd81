package io.kunan.science.electrolysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Correlations that stand beside the default ones. */
class SecondOpinionsTest {
  private static final Bath INDUSTRIAL = new Bath(11, 5, 2.5, 0, 0, 0);
  private static final Bath CRYOLITE = new Bath(0, 0, 0, 0, 0, 0);

  private final Coefficients file = Coefficients.published();
  private final LiquidusPair pair = new LiquidusPair(file);
  private final ConductivityModel hives = new ConductivityModel.Hives1996(file);
  private final ConductivityModel wang = new ConductivityModel.Wang1992(file);
  private final ConductivityModel choudhary = new ConductivityModel.Choudhary1973(file);
  private final ConductivityModel molar = new ConductivityModel.Hives1993(file);

  @ParameterizedTest
  @CsvSource({"11,3,0,0,5,961.53", "9,2.5,2.5,1.5,5,944.93", "5,2.5,5,3,5,924.71"})
  void liquidusOfBathsWithLithium(
      double a, double o, double l, double k, double c, double celsius) {
    Checked answer = new LithiumLiquidus(file).at(new Bath(a, c, o, l, 0, k));
    assertThat(answer.value()).isCloseTo(celsius, within(0.005));
  }

  @ParameterizedTest
  @CsvSource({"11,3,0,0,0", "9,2.5,2.5,0.5,1.5", "5,2.5,5,1,3"})
  void theTwoLiquidusCorrelationsAgreeWithinFourDegrees(
      double a, double o, double l, double m, double k) {
    LiquidusPair.Opinions both = pair.at(new Bath(a, 5, o, l, m, k));
    assertThat(both.uncertainty())
        .isEqualTo(Math.abs(both.solheim().value() - both.lithium().value()))
        .isBetween(0.1, 4.0);
  }

  @Test
  void aBathOutsideTheSecondRangeIsFlagged() {
    LiquidusPair.Opinions both = pair.at(new Bath(11, 5, 6, 0, 0, 0));
    assertThat(both.solheim().inRange()).isTrue();
    assertThat(both.lithium().inRange()).isFalse();
    assertThat(both.inRange()).isFalse();
    assertThat(both.lithium().value())
        .isEqualTo(pair.at(new Bath(11, 5, 4, 0, 0, 0)).lithium().value());
  }

  @Test
  void conductivityByOtherAuthors() {
    assertThat(hives.at(960, INDUSTRIAL).value()).isCloseTo(2.1734, within(5e-5));
    assertThat(wang.at(960, INDUSTRIAL).value()).isCloseTo(2.214, within(5e-4));
    assertThat(choudhary.at(960, INDUSTRIAL).value()).isCloseTo(2.1155, within(5e-5));
    assertThat(hives.at(1000, CRYOLITE).value()).isCloseTo(2.8041, within(5e-5));
    assertThat(molar.at(1000, CRYOLITE).value())
        .isCloseTo(hives.at(1000, CRYOLITE).value(), within(0.018));
    assertThat(molar.at(1000, CRYOLITE).inRange()).isTrue();
    assertThat(molar.at(960, INDUSTRIAL).inRange()).isFalse();
    assertThat(wang.at(960, new Bath(11, 5, 2.5, 0, 6, 0)).inRange()).isFalse();
    assertThat(hives.at(960, INDUSTRIAL))
        .isEqualTo(new Checked(hives.at(960, INDUSTRIAL).value(), true));
  }

  @Property
  void measuredConductivityLiesBetweenWangAndChoudhary(
      @ForAll @DoubleRange(min = 930, max = 980) double t,
      @ForAll @DoubleRange(min = 6, max = 13) double a,
      @ForAll @DoubleRange(min = 1.5, max = 5) double o) {
    Bath bath = new Bath(a, 5, o, 0, 0, 0);
    assertThat(wang.at(t, bath).value()).isGreaterThan(choudhary.at(t, bath).value());
  }

  @Property
  void everyModelConductsBetterWhenHotAndWorseWithAlumina(
      @ForAll @DoubleRange(min = 945, max = 980) double t,
      @ForAll @DoubleRange(min = 6, max = 13) double a,
      @ForAll @DoubleRange(min = 1.5, max = 5) double o) {
    Bath bath = new Bath(a, 5, o, 0, 0, 0);
    for (ConductivityModel model : new ConductivityModel[] {hives, wang, choudhary, molar}) {
      double here = model.at(t, bath).value();
      assertThat(model.at(t + 1, bath).value() - here).as(model.source()).isBetween(0.0015, 0.0045);
      assertThat(model.at(t, bath.withAlumina(o + 0.1)).value()).isLessThan(here);
    }
  }

  @Property
  void lithiumRaisesConductivityAtConstantSuperheat(
      @ForAll @DoubleRange(min = 8, max = 12) double a,
      @ForAll @DoubleRange(min = 0, max = 3) double l) {
    Bath less = new Bath(a, 5, 2.5, l, 0, 0);
    Bath more = new Bath(a, 5, 2.5, l + 1, 0, 0);
    double rise =
        wang.at(pair.at(more).solheim().value() + 8, more).value()
            - wang.at(pair.at(less).solheim().value() + 8, less).value();
    assertThat(rise).isBetween(0.005, 0.06);
  }

  @Test
  void sixFeedersFallEveryHundredAndThirtySeconds() {
    double demand = Faraday.aluminaPerSecond(500, 0.94);
    assertThat(FeedDemand.interval(demand, 6, 1.8)).isCloseTo(130, within(0.5));
    assertThat(FeedDemand.interval(1.01 * demand, 6, 1.8)).isCloseTo(129.2, within(0.05));
  }

  @Test
  void aSteeperSlopeIsLessAlumina() {
    var demand = new FeedDemand(file);
    assertThat(demand.aluminaFromSlope(2).value()).isCloseTo(2.2635, within(5e-5));
    assertThat(demand.aluminaFromSlope(4).value()).isCloseTo(2.2077, within(5e-5));
    assertThat(demand.aluminaFromSlope(9))
        .isEqualTo(new Checked(demand.aluminaFromSlope(4).value(), false));
  }

  @Test
  void ageCostsHalfAPerCentInTenMonths() {
    var berge = new BergeEfficiency(file);
    double gone = berge.percentByAge(20).value() - berge.percentByAge(30).value();
    assertThat(gone).isCloseTo(0.51, within(1e-9));
    assertThat(berge.percentByAge(200).inRange()).isFalse();
  }

  @Property
  void lessAluminaStarvedZonesAndColdAnodesRaiseTheHazard(
      @ForAll @DoubleRange(min = -0.5, max = 3) double margin,
      @ForAll @DoubleRange(min = 0, max = 4) double count) {
    var hazard = new AnodeEffectHazard(file);
    double here = hazard.perDay(margin, count, count).value();
    assertThat(hazard.perDay(margin - 0.1, count, count).value()).isGreaterThan(here);
    assertThat(hazard.perDay(margin, count + 1, count).value()).isGreaterThan(here);
    assertThat(hazard.perDay(margin, count, count + 1).value()).isGreaterThan(here);
  }

  @Test
  void theHazardIsThatOfALineNearItsUsualAlumina() {
    var hazard = new AnodeEffectHazard(file);
    assertThat(hazard.perDay(0.3, 0, 0).value()).isCloseTo(0.2, within(1e-12));
    assertThat(hazard.perDay(0.7, 0, 0).value()).isBetween(0.005, 0.05);
    assertThat(hazard.perDay(9, 0, 0).inRange()).isFalse();
  }
}
