package io.kunan.app.cli.potline;

import io.kunan.app.cli.TextTable;
import io.kunan.app.cli.potline.PairedFigure.Pair;
import java.util.List;
import java.util.Objects;

/**
 * The advisor beside the reference on the virtual plant, paired seed by seed.
 *
 * @param seeds that were run
 * @param penaltyScale of the plant
 * @param figures with what is asked of each
 * @param riskMatched whether time with noise, thick ledge and low superheat, and anode effects, are
 *     none above the reference, so that the energies may be compared
 * @param unsafeWrites of both
 * @param lostPots of both
 * @param holds whether everything that is asked for is met
 */
record AcceptanceAnswer(
    List<Long> seeds,
    double penaltyScale,
    List<PairedFigure> figures,
    boolean riskMatched,
    long unsafeWrites,
    int lostPots,
    boolean holds) {

  static AcceptanceAnswer of(List<Pair> pairs, double penaltyScale) {
    List<PairedFigure> figures = figures(pairs);
    boolean matched =
        figures.stream()
            .filter(one -> RISKS.contains(one.figure()))
            .allMatch(one -> one.difference() <= 0);
    long unsafe =
        pairs.stream()
            .mapToLong(pair -> pair.reference().unsafeWrites() + pair.advisor().unsafeWrites())
            .sum();
    int lost =
        pairs.stream()
            .mapToInt(pair -> pair.reference().lostPots() + pair.advisor().lostPots())
            .sum();
    boolean holds =
        figures.stream().map(PairedFigure::met).filter(Objects::nonNull).allMatch(met -> met);
    return new AcceptanceAnswer(
        pairs.stream().map(Pair::seed).toList(),
        penaltyScale,
        figures,
        matched,
        unsafe,
        lost,
        holds && matched && unsafe == 0 && lost == 0);
  }

  private static final String NOISE = "noise above 20 mV";
  private static final String LEDGE = "ledge above 10 cm";
  private static final String SUPERHEAT = "superheat below 5 °C";
  private static final String EFFECTS = "anode effects";
  private static final List<String> RISKS = List.of(NOISE, LEDGE, SUPERHEAT, EFFECTS);

  private static List<PairedFigure> figures(List<Pair> pairs) {
    return List.of(
        PairedFigure.relative(
            "bath temperature, rms about 956", "°C", -12.0, pairs, a -> a.bathTemperature().rms()),
        PairedFigure.relative(
            "– between pots", "°C", -30.0, pairs, a -> a.bathTemperature().sdBetween()),
        PairedFigure.relative(
            "– within pot", "°C", null, pairs, a -> a.bathTemperature().sdWithin()),
        PairedFigure.relative(
            "excess AlF3, rms about 10", "%", -8.0, pairs, a -> a.excessAlF3().rms()),
        PairedFigure.relative("– between pots", "%", -30.0, pairs, a -> a.excessAlF3().sdBetween()),
        PairedFigure.relative("– within pot", "%", 5.0, pairs, a -> a.excessAlF3().sdWithin()),
        PairedFigure.absolute("energy", "kWh/t", 5.0, pairs, SimulationAnswer::kwhPerTonne),
        PairedFigure.absolute(
            "loss of current efficiency",
            "points",
            0.02,
            pairs,
            a -> 100 * (1 - a.currentEfficiency())),
        PairedFigure.absolute("mean voltage", "mV", null, pairs, a -> 1000 * a.meanVolts()),
        PairedFigure.absolute(
            NOISE, "% of time", null, pairs, SimulationAnswer::noiseOver20Percent),
        PairedFigure.absolute(
            LEDGE, "% of time", null, pairs, SimulationAnswer::ledgeOver10Percent),
        PairedFigure.absolute(
            SUPERHEAT, "% of time", null, pairs, SimulationAnswer::superheatUnder5Percent),
        PairedFigure.absolute(
            EFFECTS, "per pot and day", 0.005, pairs, SimulationAnswer::aePerPotDay),
        PairedFigure.relative(
            "AlF3", "kg/t", 2.0, pairs, SimulationAnswer::aluminiumFluorideKgPerTonne),
        PairedFigure.relative(
            "tap plan less production, rms", "kg", -30.0, pairs, SimulationAnswer::tapErrorRms),
        PairedFigure.relative(
            "metal height, rms", "cm", 10.0, pairs, SimulationAnswer::metalHeightRms),
        PairedFigure.absolute(
            "dose at a rail",
            "per pot and day",
            0.15,
            pairs,
            SimulationAnswer::doseRailHitsPerPotDay));
  }

  TextTable table() {
    var table =
        new TextTable(
            "Virtual plant: advisor beside reference, %d seeds, penalties × %s"
                .formatted(seeds.size(), penaltyScale),
            "figure",
            "unit",
            "reference",
            "advisor",
            "difference",
            "± 95 %",
            "asked at most",
            "met");
    for (PairedFigure one : figures) {
      table.row(
          one.figure(),
          one.unit(),
          "%.4g".formatted(one.reference()),
          "%.4g".formatted(one.advisor()),
          "%+.3f %s".formatted(one.difference(), one.differenceUnit()),
          "%.3f".formatted(one.halfWidth()),
          one.most() == null ? "" : "%+.3g".formatted(one.most()),
          one.met() == null ? "" : one.met() ? "yes" : "no");
    }
    return table
        .row("risk matched", "", "", "", "", "", "none above", riskMatched ? "yes" : "no")
        .row(
            "refused set-points", "", "", unsafeWrites, "", "", 0, unsafeWrites == 0 ? "yes" : "no")
        .row("lost pots", "", "", lostPots, "", "", 0, lostPots == 0 ? "yes" : "no");
  }
}
