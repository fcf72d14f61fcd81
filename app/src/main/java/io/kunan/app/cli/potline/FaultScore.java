package io.kunan.app.cli.potline;

import io.kunan.app.cli.TextTable;
import io.kunan.kernel.Micros;
import io.kunan.plant.potline.InjectedFault;
import io.kunan.scenario.potline.core.watch.Diagnosis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How well faults of one kind were named.
 *
 * @param fault its name
 * @param injected how many the plant was given
 * @param named of them
 * @param within of them, in the time allowed
 * @param limitHours the time allowed; null where the next sample has to tell
 * @param medianHours from the beginning of a fault until it was named
 * @param worstHours likewise
 * @param falsePerPotDay named where there was none
 */
record FaultScore(
    String fault,
    int injected,
    int named,
    int within,
    @Nullable Double limitHours,
    @Nullable Double medianHours,
    @Nullable Double worstHours,
    double falsePerPotDay) {

  /** A diagnosis up to this long after a fault is over still belongs to it. */
  private static final long AFTER = Micros.PER_HOUR;

  /** The next sample comes within days; a wrong one is told then. */
  private static final long NEXT_SAMPLE = 6 * Micros.PER_DAY;

  static List<FaultScore> of(
      List<InjectedFault> injected, List<Diagnosis> named, long from, long until, double potDays) {
    List<FaultScore> scores = new ArrayList<>();
    for (InjectedFault.Kind kind : InjectedFault.Kind.values()) {
      List<InjectedFault> faults =
          injected.stream()
              .filter(one -> one.kind() == kind && one.fromMicros() >= from)
              .filter(one -> one.fromMicros() + window(kind) <= until)
              .toList();
      List<Diagnosis> found =
          named.stream()
              .filter(one -> one.kind().name().equals(kind.name()) && one.micros() >= from)
              .toList();
      scores.add(score(kind, faults, found, injected, potDays));
    }
    return scores;
  }

  private static long window(InjectedFault.Kind kind) {
    return kind == InjectedFault.Kind.WRONG_SAMPLE ? NEXT_SAMPLE : 0;
  }

  private static FaultScore score(
      InjectedFault.Kind kind,
      List<InjectedFault> faults,
      List<Diagnosis> found,
      List<InjectedFault> all,
      double potDays) {
    double limit = Diagnosis.Kind.valueOf(kind.name()).limitHours();
    List<Double> hours = new ArrayList<>();
    for (InjectedFault fault : faults) {
      found.stream()
          .filter(one -> belongs(one, fault))
          .mapToDouble(one -> (double) (one.micros() - fault.fromMicros()) / Micros.PER_HOUR)
          .min()
          .ifPresent(hours::add);
    }
    Set<Diagnosis> wrong = new HashSet<>(found);
    wrong.removeIf(
        one -> all.stream().anyMatch(fault -> fault.kind() == kind && belongs(one, fault)));
    double[] sorted = hours.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new FaultScore(
        kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        faults.size(),
        sorted.length,
        (int) Arrays.stream(sorted).filter(hour -> hour <= limit + 1e-6).count(),
        Double.isInfinite(limit) ? null : limit,
        sorted.length == 0 ? null : sorted[sorted.length / 2],
        sorted.length == 0 ? null : sorted[sorted.length - 1],
        wrong.size() / potDays);
  }

  private static boolean belongs(Diagnosis one, InjectedFault fault) {
    long late = Math.max(AFTER, window(fault.kind()));
    return one.place() == fault.place()
        && one.micros() >= fault.fromMicros()
        && one.micros() <= fault.untilMicros() + late;
  }

  static TextTable table(List<FaultScore> scores) {
    var table =
        new TextTable(
            "Faults and their diagnoses",
            "fault",
            "injected",
            "named",
            "in time",
            "allowed, h",
            "median, h",
            "worst, h",
            "false per pot and day");
    for (FaultScore one : scores) {
      table.row(
          one.fault(),
          one.injected(),
          one.named(),
          one.within(),
          hours(one.limitHours(), "next sample"),
          hours(one.medianHours(), "–"),
          hours(one.worstHours(), "–"),
          "%.4f".formatted(one.falsePerPotDay()));
    }
    return table;
  }

  private static String hours(@Nullable Double hours, String otherwise) {
    return hours == null ? otherwise : "%.2f".formatted(hours);
  }
}
