package io.kunan.science.electrolysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaradayTest {
  @Test
  void knowsTheElectrochemicalEquivalent() {
    assertThat(Faraday.gramsPerAmpereHour()).isCloseTo(0.3355727, within(5e-8));
    assertThat(Faraday.metalPerDay(1, 1)).isCloseTo(8.053745, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"500,0.94,3785.26", "500,0.92,3704.72", "500,0.95,3825.53"})
  void metalOfADay(double kiloamperes, double efficiency, double kg) {
    assertThat(Faraday.metalPerDay(kiloamperes, efficiency)).isCloseTo(kg, within(0.005));
  }

  @ParameterizedTest
  @CsvSource({"3.95,0.94,12.5223", "4.00,0.95,12.5473", "3.90,0.93,12.4967"})
  void energyOfAKilogram(double volts, double efficiency, double kilowattHours) {
    assertThat(Faraday.energyPerMetal(volts, efficiency)).isCloseTo(kilowattHours, within(5e-5));
  }

  @Test
  void tenMillivoltsAndOnePerCentOfEfficiencyCostThis() {
    double perTenMillivolts = Faraday.energyPerMetal(4.01, 0.94) - Faraday.energyPerMetal(4, 0.94);
    double perPercent = Faraday.energyPerMetal(4, 0.93) - Faraday.energyPerMetal(4, 0.94);
    assertThat(perTenMillivolts * 1000).isCloseTo(31.70, within(0.005));
    assertThat(perPercent * 1000).isCloseTo(136.4, within(0.05));
  }

  @Test
  void aluminaAndCarbonFollowStoichiometry() {
    assertThat(Faraday.ALUMINA_PER_METAL).isCloseTo(1.88946, within(5e-6));
    assertThat(Faraday.aluminaPerSecond(500, 0.94) * 60).isCloseTo(4.967, within(5e-4));
    assertThat(Faraday.carbonPerMetal(1)).isCloseTo(0.33387, within(5e-6));
  }

  @Test
  void aMonthOfMetalBalanceLeavesAThirdOfAPerCent() {
    assertThat(Faraday.efficiencyDeviation(400, 500, 30) * 100).isCloseTo(0.35, within(0.02));
  }

  @Test
  void flagsAnImpossibleEfficiency() {
    assertThat(Faraday.energyPerMetalChecked(4, 0.94).inRange()).isTrue();
    assertThat(Faraday.energyPerMetalChecked(4, 1.2).inRange()).isFalse();
    assertThat(Faraday.energyPerMetalChecked(4, 1.2).value())
        .isEqualTo(Faraday.energyPerMetal(4, 1));
  }
}
