package io.kunan.plant.potline.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.plant.potline.Disturbance;
import io.kunan.plant.potline.Faults;
import io.kunan.plant.potline.Potline;
import io.kunan.plant.potline.PotlineSettings;
import io.kunan.science.electrolysis.Bath;
import io.kunan.science.electrolysis.Faraday;
import io.kunan.science.electrolysis.PseudoResistance;
import java.time.Instant;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nominal point of pot P as printed in the specification, within a thousandth. */
class NominalPointTest {
  private static final Percentage THOUSANDTH = Percentage.withPercentage(0.1);

  private final PotParameters pot = PotParameters.read();
  private final NominalPoint point = NominalPoint.ofPotP(pot);

  private static void about(double found, double printed) {
    assertThat(found).isCloseTo(printed, THOUSANDTH);
  }

  @Test
  void temperaturesAndVoltages() {
    about(point.liquidus(), 944.243);
    about(point.celsius(), 953.443);
    about(point.celsius() - point.liquidus(), 9.2);
    about(point.split().total(), 3.8641);
    about(point.split().reversible(), 1.2228);
    assertThat(point.split().anodeConcentration())
        .isCloseTo(0.0282, Percentage.withPercentage(0.2));
    about(point.split().anodeSurface(), 0.4889);
    about(point.split().cathodeConcentration(), 0.0702);
    about(point.split().bath(), 1.1168);
    about(point.split().bubbles(), 0.1873);
    about(point.split().anode(), 0.27);
    about(point.split().cathode(), 0.28);
    about(point.split().external(), 0.20);
    about(point.microOhms(), 4.4282);
    assertThat(point.split().inRange()).isTrue();
  }

  @Test
  void conductivityAndBubbles() {
    Bath bath = new Bath(10, 5, 2.6, 2, 0.5, 1);
    double density = pot.geometry().anodeDensity(pot.amperes);
    about(pot.haupin.conductivity().at(point.celsius(), bath).value(), 2.2941);
    about(pot.haupin.bubbleCover(density, bath.bathRatio(), 2.6, pot.onset), 0.542);
  }

  @Test
  void energyAndHeat() {
    about(point.efficiency(), 0.93968);
    about(Faraday.energyPerMetal(point.split().total(), point.efficiency()), 12.2541);
    about(point.isoVolts(), 2.02727);
    about(point.reactionVolts(), 1.72937);
    about(point.heat() / 1000, 818.4);
    about(point.topWatts() / 1000, 486.9);
    about(point.bottomWatts() / 1000, 85.9);
    about(point.anodeWatts() / 1000, 15.625);
    about(point.lining(), 1.9707e-3);
    about(point.topTransfer(), 544.94);
  }

  @Test
  void demand() {
    about(point.aluminaPerSecond() * 60, 4.965);
    // The printed 59.8 takes evaporation at 954 °C; at 953.44 °C it is 0.1 kg/d less.
    assertThat(point.alF3PerDay()).isCloseTo(59.8, Percentage.withPercentage(0.2));
  }

  @ParameterizedTest
  @CsvSource({"2.43,4.7", "2.27,6.4", "2.10,9.3", "1.94,15.2", "1.77,31.6"})
  void resistanceRisesFasterAsAluminaRunsOut(double alumina, double nanoOhmsPerMinute) {
    double perMinute = point.aluminaPerSecond() * 60 / 12_000 * 100;
    double slope = (microOhms(alumina) - microOhms(alumina + perMinute)) * 1000;
    assertThat(slope).isCloseTo(nanoOhmsPerMinute, Percentage.withPercentage(4));
  }

  private double microOhms(double alumina) {
    var bath = new Bath(10, 5, alumina, 2, 0.5, 1);
    double volts =
        pot.haupin
            .split(bath, point.celsius(), pot.amperes, pot.get("pot.distance"), pot.geometry())
            .total();
    return PseudoResistance.microOhms(volts, pot.amperes / 1000);
  }

  @Test
  void theLineStartsThere() {
    var settings =
        new PotlineSettings(
            1, 1, Instant.parse("2026-03-01T00:00:00Z"), 0, Disturbance.NONE, Faults.NONE, 1, 1);
    try (Potline line = Potline.start(settings)) {
      line.advance(settings.start().plus(Potline.STEP));
      Potline.Truth truth = line.operations().truth(0);
      about(truth.volts(), 3.8641);
      about(truth.celsius(), 953.443);
      about(truth.currentEfficiency(), 0.93968);
      about(truth.alumina(), 2.6);
      about(truth.excessAlF3(), 10);
      about(truth.ledgeCm(), 6);
    }
  }
}
