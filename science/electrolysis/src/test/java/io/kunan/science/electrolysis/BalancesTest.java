package io.kunan.science.electrolysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalancesTest {
  private final ReactionEnergy reaction = new ReactionEnergy(Coefficients.published());

  @ParameterizedTest
  @CsvSource({"1,2.1265", "0.95,2.0442", "0.94,2.0278", "0.92,1.9949"})
  void isoVoltage(double efficiency, double volts) {
    assertThat(reaction.isoVolts(efficiency)).isCloseTo(volts, within(5e-5));
    assertThat(reaction.isoVolts(efficiency)).isCloseTo(0.48 + 1.65 * efficiency, within(0.004));
  }

  @Test
  void isoVoltageAtFullEfficiencyIsTheKnownEnergy() {
    assertThat(Faraday.energyPerMetal(reaction.isoVolts(1), 1)).isCloseTo(6.337, within(5e-4));
    assertThat(reaction.isoVoltsChecked(0.5).inRange()).isFalse();
  }

  @Test
  void bergeGrjotheimTakesItsAngleInDegrees() {
    Checked answer = new BergeEfficiency(Coefficients.published()).percent(950, 11, 25, 20);
    assertThat(answer.value()).isCloseTo(94.58, within(0.005));
    assertThat(answer.inRange()).isTrue();
    assertThat(new BergeEfficiency(Coefficients.published()).percent(890, 11, 25, 20).inRange())
        .isFalse();
  }

  @Test
  void sodaAndLimeTakeTheirShareOfAluminiumFluoride() {
    assertThat(FluorideBalance.ALF3_PER_NA2O).isCloseTo(1.8065, within(1e-4));
    assertThat(FluorideBalance.CRYOLITE_PER_NA2O).isCloseTo(2.258, within(5e-4));
    assertThat(FluorideBalance.ALF3_PER_CAO).isCloseTo(0.998, within(5e-4));
    double perDay =
        Faraday.aluminaPerSecond(500, 0.94)
            * 86_400
            * FluorideBalance.uptakePerAlumina(0.0040, 0.0003);
    assertThat(perDay).isCloseTo(53.8, within(0.05));
    assertThat((perDay + 6) / Faraday.metalPerDay(500, 0.94) * 1000).isCloseTo(15.8, within(0.05));
  }

  @Test
  void theUptakeReactionsLoseNoMass() {
    assertThat(1 + FluorideBalance.ALF3_PER_NA2O)
        .isCloseTo(
            FluorideBalance.CRYOLITE_PER_NA2O + FluorideBalance.ALUMINA_PER_NA2O, within(2e-5));
    assertThat(1 + FluorideBalance.ALF3_PER_CAO)
        .isCloseTo(FluorideBalance.CAF2_PER_CAO + FluorideBalance.ALUMINA_PER_CAO, within(2e-5));
  }

  @Test
  void evaporationIsTheStatedLossAtItsReference() {
    assertThat(FluorideBalance.evaporation(6, 954, 10)).isCloseTo(6, within(1e-12));
    assertThat(FluorideBalance.evaporation(6, 964, 10)).isGreaterThan(8);
  }

  @Property
  void whatLeavesTheFloatingAluminaArrivesElsewhere(
      @ForAll @DoubleRange(min = 0, max = 200) double floating,
      @ForAll @DoubleRange(min = 0, max = 12) double alumina,
      @ForAll @DoubleRange(min = -5, max = 20) double superheat) {
    double gap = AluminaBalance.gap(alumina, 8);
    double dissolved = AluminaBalance.dissolving(1 / 300.0, floating, gap, superheat);
    assertThat(gap).isBetween(0.0, 1.0);
    assertThat(dissolved).isGreaterThanOrEqualTo(0);
    assertThat(dissolved + AluminaBalance.sinking(1 / 6000.0, floating))
        .isLessThanOrEqualTo(floating / 100);
    assertThat(AluminaBalance.backDissolving(1 / 10_800.0, floating, gap)).isNotNegative();
  }

  @Property
  void slopeFindsALine(
      @ForAll @DoubleRange(min = -20, max = 20) double slope,
      @ForAll @DoubleRange(min = 0, max = 11.99) double start) {
    double[] ring = new double[3 + 12];
    int newest = (int) start;
    for (int back = 0; back < 12; back++) {
      ring[3 + Math.floorMod(newest - back, 12)] = 4400 - slope * back;
    }
    assertThat(PseudoResistance.slope(ring, 3, 12, newest, 12)).isCloseTo(slope, within(1e-9));
  }

  @Test
  void normalisedVoltageDoesNotMoveWithTheCurrent() {
    double microOhms = 4.43;
    double at490 = PseudoResistance.ZERO_CURRENT_VOLTS + microOhms * 490 / 1000;
    double at500 = PseudoResistance.ZERO_CURRENT_VOLTS + microOhms * 500 / 1000;
    assertThat(PseudoResistance.normalisedVolts(at490, 490, 500)).isCloseTo(at500, within(1e-12));
  }

  @Test
  void ledgeOfPotPIsInBalance() {
    double areaConductivity = 1.5 * 20.4;
    double lining = LedgeHeat.liningInBalance(944.243, 230e3, 0.06, areaConductivity);
    assertThat(lining).isCloseTo(1.9707e-3, within(5e-7));
    double out = LedgeHeat.toShell(944.243, lining, 0.06, areaConductivity);
    double in = LedgeHeat.fromBath(25e3, 953.443, 944.243);
    assertThat(LedgeHeat.freezing(out, in, 5.2e5)).isCloseTo(0, within(1e-9));
    assertThat(LedgeHeat.thickness(2950 * 20.4 * 0.06, 2950, 20.4)).isCloseTo(0.06, within(1e-12));
  }

  @Test
  void twentyMillivoltsAreFiveMillimetresOfLedge() {
    double areaConductivity = 1.5 * 20.4;
    double thinner =
        0.06 - areaConductivity * ((944.243 - LedgeHeat.SHELL_AIR) / 240e3 - 1.9707e-3);
    assertThat(thinner * 1000).isCloseTo(5.2, within(0.4));
  }
}
