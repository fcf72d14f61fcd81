package io.kunan.app.cli.potline;

import io.kunan.app.cli.TextTable;
import io.kunan.plant.potline.LineTruth;
import io.kunan.plant.potline.LineTruth.Spread;
import java.util.List;

/**
 * Truth of the virtual plant under a controller, after the warm-up.
 *
 * @param doseRailHitsPerPotDay decisions in which the daily rate or the ceiling held the dose back
 * @param leftRange pots whose true bath temperature left 935 to 975 °C
 * @param leftRangeByAdvice those of them that would have stayed inside without what was advised
 * @param faults how the faults that were injected were named; empty unless faults are hard
 * @param seconds of wall time
 */
record SimulationAnswer(
    Spread bathTemperature,
    Spread excessAlF3,
    Spread alumina,
    double currentEfficiency,
    double kwhPerTonne,
    double meanVolts,
    double noiseOver20Percent,
    double ledgeOver10Percent,
    double superheatUnder5Percent,
    double aePerPotDay,
    double aluminiumFluorideKgPerTonne,
    double tapErrorRms,
    double metalHeightRms,
    double doseRailHitsPerPotDay,
    long unsafeWrites,
    int lostPots,
    int leftRange,
    int leftRangeByAdvice,
    List<FaultScore> faults,
    double seconds) {

  static SimulationAnswer of(
      LineTruth truth,
      double railHits,
      int leftRange,
      int leftRangeByAdvice,
      List<FaultScore> faults,
      double seconds) {
    return new SimulationAnswer(
        truth.bathTemperature(),
        truth.excessAlF3(),
        truth.alumina(),
        truth.currentEfficiency(),
        truth.kwhPerTonne(),
        truth.meanVolts(),
        truth.noiseOver20Percent(),
        truth.ledgeOver10Percent(),
        truth.superheatUnder5Percent(),
        truth.aePerPotDay(),
        truth.aluminiumFluorideKgPerTonne(),
        truth.tapErrorRms(),
        truth.metalHeightRms(),
        railHits,
        truth.unsafeWrites(),
        truth.lostPots(),
        leftRange,
        leftRangeByAdvice,
        faults,
        seconds);
  }

  TextTable spreads() {
    var table =
        new TextTable(
            "Truth of the virtual plant",
            "quantity",
            "mean",
            "rms about target",
            "within pot",
            "between pots");
    row(table, "bath temperature, °C", bathTemperature);
    row(table, "excess AlF3, %", excessAlF3);
    row(table, "alumina, %", alumina);
    return table;
  }

  private static void row(TextTable table, String name, Spread of) {
    table.row(name, of.mean(), of.rms(), of.sdWithin(), of.sdBetween());
  }

  TextTable figures() {
    return new TextTable("", "figure", "value", "unit")
        .row("current efficiency", "%.2f".formatted(100 * currentEfficiency), "%")
        .row("direct-current energy", "%.0f".formatted(kwhPerTonne), "kWh/t")
        .row("mean voltage", "%.4f".formatted(meanVolts), "V")
        .row("time with noise above 20 mV", noiseOver20Percent, "%")
        .row("time with ledge above 10 cm", ledgeOver10Percent, "%")
        .row("time with superheat below 5 °C", superheatUnder5Percent, "%")
        .row("anode effects", aePerPotDay, "per pot and day")
        .row("aluminium fluoride", aluminiumFluorideKgPerTonne, "kg/t")
        .row("tap plan less production, rms", tapErrorRms, "kg")
        .row("metal height off target, rms", metalHeightRms, "cm")
        .row("dose at a rail", doseRailHitsPerPotDay, "per pot and day")
        .row("refused set-points", unsafeWrites, "")
        .row("lost pots", lostPots, "")
        .row("pots that left 935–975 °C", leftRange, "")
        .row("– by an advice", leftRangeByAdvice, "")
        .row("wall time", seconds, "s");
  }
}
