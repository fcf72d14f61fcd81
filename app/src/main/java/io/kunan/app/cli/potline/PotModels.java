package io.kunan.app.cli.potline;

import io.kunan.kernel.Progress;
import io.kunan.science.electrolysis.Bath;
import io.kunan.science.electrolysis.Coefficients;
import io.kunan.science.electrolysis.Faraday;
import io.kunan.science.electrolysis.SolheimLiquidus;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The models of the potline on the later half of a virtual line's days: physics of the advisor, for
 * temperature and excess with a learned correction, beside the last value and the site's rule.
 */
final class PotModels {
  private static final int MONTH = 30;
  private static final int WEEK = 7;
  private static final double CELSIUS_BOUND = 4;
  private static final double EXCESS_BOUND = 0.6;
  private static final Duration LABORATORY = Duration.ofDays(2);
  private static final double NOMINAL_EFFICIENCY = 0.94;
  private static final double KG_PER_CM = 1794;
  private static final double USUAL_SUPERHEAT = 9;
  private static final double KWH_PER_TONNE_AT_ONE_VOLT = 2979.98;
  private static final double BASE_DOSE = 67;

  private final List<DayRow> rows;
  private final int pots;
  private final int testFrom;
  private final int days;
  private final SolheimLiquidus liquidus = new SolheimLiquidus(Coefficients.published());

  PotModels(List<DayRow> rows, int pots, int days) {
    this.rows = rows;
    this.pots = pots;
    this.days = days;
    testFrom = days / 2;
  }

  List<ModelCard> cards(Progress progress) {
    var celsius =
        new Correction(
            rows,
            row -> row.celsius() - row.outlook().celsius(),
            CELSIUS_BOUND,
            Duration.ZERO,
            testFrom,
            progress);
    var excess =
        new Correction(
            rows,
            row -> row.excess() - row.outlook().excess(),
            EXCESS_BOUND,
            LABORATORY,
            testFrom,
            progress);
    return List.of(
        corrected(
            "bath temperature",
            "measured bath temperature, °C",
            3.5,
            celsius,
            DayRow::celsius,
            row -> row.outlook().celsius(),
            DayRow::lastCelsius,
            DayRow::filteredCelsius),
        physics(
            "superheat",
            "true superheat, °C",
            "now",
            2.5,
            DayRow::superheat,
            row -> row.outlook().superheat(),
            row -> USUAL_SUPERHEAT,
            row -> row.filteredCelsius() - liquidus(row.filteredExcess())),
        corrected(
            "excess AlF3",
            "analysed excess AlF3, wt%",
            0.5,
            excess,
            DayRow::excess,
            row -> row.outlook().excess(),
            DayRow::lastExcess,
            DayRow::filteredExcess),
        physics(
            "metal level",
            "measured metal level, cm",
            "next round",
            0.7,
            DayRow::metalCm,
            row -> row.outlook().metalCm(),
            DayRow::lastMetalCm,
            DayRow::filteredMetalCm),
        physics(
            "tap weight",
            "true metal of the day, kg",
            "1 d",
            60.0,
            DayRow::metalKg,
            row -> row.outlook().dayMetalKg() * row.faradayKg() / faraday(),
            row -> NOMINAL_EFFICIENCY * row.faradayKg(),
            this::siteTap),
        efficiency(),
        energy(),
        demand());
  }

  private static double faraday() {
    return Faraday.metalPerDay(500, 1);
  }

  private double liquidus(double excess) {
    return liquidus.at(new Bath(excess, 5, 2.2, 2, 0.5, 1)).value();
  }

  /** The site's tap: metal by line current and a part of what the filtered level is off. */
  private double siteTap(DayRow row) {
    return NOMINAL_EFFICIENCY * row.faradayKg()
        + 0.15 * (row.filteredMetalCm() - 24.37) * KG_PER_CM;
  }

  private List<DayRow> test(ToDoubleFunction<DayRow> target) {
    return rows.stream()
        .filter(row -> row.day() >= testFrom && Double.isFinite(target.applyAsDouble(row)))
        .toList();
  }

  private ModelCard corrected(
      String name,
      String target,
      double bar,
      Correction correction,
      ToDoubleFunction<DayRow> actual,
      ToDoubleFunction<DayRow> physics,
      ToDoubleFunction<DayRow> last,
      ToDoubleFunction<DayRow> rule) {
    List<DayRow> scored =
        test(actual).stream().filter(row -> correction.of(row).isPresent()).toList();
    int inside = 0;
    for (DayRow row : scored) {
      Correction.Said said = correction.of(row).orElseThrow();
      double left = actual.applyAsDouble(row) - physics.applyAsDouble(row);
      inside += left >= said.low() && left <= said.high() ? 1 : 0;
    }
    return new ModelCard(
        name,
        target,
        "24 h",
        "MAE",
        error(
            scored,
            actual,
            row -> physics.applyAsDouble(row) + correction.of(row).orElseThrow().mid()),
        bar,
        error(scored, actual, last),
        error(scored, actual, rule),
        (double) inside / scored.size(),
        error(scored, actual, physics),
        scored.size());
  }

  private ModelCard physics(
      String name,
      String target,
      String horizon,
      double bar,
      ToDoubleFunction<DayRow> actual,
      ToDoubleFunction<DayRow> physics,
      ToDoubleFunction<DayRow> last,
      ToDoubleFunction<DayRow> rule) {
    List<DayRow> scored = test(actual);
    double own = error(scored, actual, physics);
    return new ModelCard(
        name,
        target,
        horizon,
        "MAE",
        own,
        bar,
        error(scored, actual, last),
        error(scored, actual, rule),
        coverage(actual, physics),
        own,
        scored.size());
  }

  /** Band from the errors of the earlier half, share of the later half inside. */
  private double coverage(ToDoubleFunction<DayRow> actual, ToDoubleFunction<DayRow> physics) {
    double[] before =
        rows.stream()
            .filter(row -> row.day() >= testFrom / 2 && row.day() < testFrom)
            .mapToDouble(row -> actual.applyAsDouble(row) - physics.applyAsDouble(row))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    double low = before[before.length / 10];
    double high = before[before.length - 1 - before.length / 10];
    List<DayRow> scored = test(actual);
    long inside =
        scored.stream()
            .mapToDouble(row -> actual.applyAsDouble(row) - physics.applyAsDouble(row))
            .filter(off -> off >= low && off <= high)
            .count();
    return (double) inside / scored.size();
  }

  private static double error(
      List<DayRow> scored, ToDoubleFunction<DayRow> actual, ToDoubleFunction<DayRow> said) {
    return scored.stream()
        .mapToDouble(row -> Math.abs(actual.applyAsDouble(row) - said.applyAsDouble(row)))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  /** Current efficiency of a pot over the last month of days, % points. */
  private ModelCard efficiency() {
    double own = 0;
    double nominal = 0;
    double balance = 0;
    int inside = 0;
    for (int p = 0; p < pots; p++) {
      int pot = p;
      List<DayRow> month =
          rows.stream()
              .filter(row -> row.pot() == pot && row.day() < days && row.day() >= days - MONTH)
              .toList();
      double possible = month.stream().mapToDouble(DayRow::faradayKg).sum();
      double truth = month.stream().mapToDouble(DayRow::metalKg).sum() / possible;
      DayRow end = month.getLast();
      double tapped = month.stream().mapToDouble(DayRow::tappedKg).sum();
      double risen = (end.filteredMetalCm() - month.getFirst().filteredMetalCm()) * KG_PER_CM;
      own += 100 * Math.abs(end.outlook().efficiency() - truth) / pots;
      nominal += 100 * Math.abs(NOMINAL_EFFICIENCY - truth) / pots;
      balance += 100 * Math.abs((tapped + risen) / possible - truth) / pots;
      double half = 1.2816 * end.outlook().efficiencyDeviation();
      inside += Math.abs(end.outlook().efficiency() - truth) <= half ? 1 : 0;
    }
    return new ModelCard(
        "current efficiency",
        "true current efficiency of a pot",
        "30 d",
        "MAE, % points",
        own,
        0.6,
        nominal,
        balance,
        (double) inside / pots,
        own,
        pots);
  }

  /** Direct-current energy of a pot and day, %. */
  private ModelCard energy() {
    List<DayRow> scored = test(DayRow::energy);
    ToDoubleFunction<DayRow> said =
        row -> KWH_PER_TONNE_AT_ONE_VOLT * row.volts() / row.outlook().efficiency();
    ToDoubleFunction<DayRow> rule =
        row -> KWH_PER_TONNE_AT_ONE_VOLT * row.volts() / NOMINAL_EFFICIENCY;
    double own = percent(scored, said);
    return new ModelCard(
        "energy",
        "true direct-current energy of a pot, kWh/t",
        "1 d",
        "MAPE, %",
        own,
        1.0,
        percent(scored, DayRow::energyBefore),
        percent(scored, rule),
        coverage(DayRow::energy, said),
        own,
        scored.size());
  }

  private static double percent(List<DayRow> scored, ToDoubleFunction<DayRow> said) {
    return scored.stream()
        .mapToDouble(row -> 100 * Math.abs(said.applyAsDouble(row) / row.energy() - 1))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  /** AlF3 that the section takes in the coming week, %. */
  private ModelCard demand() {
    double own = 0;
    double last = 0;
    double rule = 0;
    int weeks = 0;
    for (int day = testFrom; day + WEEK < days; day++) {
      double given = 0;
      for (int ahead = 0; ahead < WEEK; ahead++) {
        given += section(day + ahead, DayRow::dose) / WEEK;
      }
      own += 100 * Math.abs(section(day, row -> row.outlook().alF3PerDay()) / given - 1);
      last += 100 * Math.abs(section(day - 1, DayRow::dose) / given - 1);
      rule += 100 * Math.abs(BASE_DOSE / given - 1);
      weeks++;
    }
    return new ModelCard(
        "AlF3 demand of the section",
        "mean dose given in the coming week, kg/d a pot",
        "7 d",
        "MAPE, %",
        own / weeks,
        2.0,
        last / weeks,
        rule / weeks,
        null,
        own / weeks,
        weeks);
  }

  private double section(int day, ToDoubleFunction<DayRow> of) {
    return rows.stream()
        .filter(row -> row.day() == day)
        .mapToDouble(of)
        .average()
        .orElse(Double.NaN);
  }
}
