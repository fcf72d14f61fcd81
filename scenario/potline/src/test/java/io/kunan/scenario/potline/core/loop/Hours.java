package io.kunan.scenario.potline.core.loop;

import io.kunan.kernel.Micros;
import java.util.List;

/** Hours of one pot for tests. */
public final class Hours {
  /** Feed of an hour at 500 kA and 94 %, kg. */
  public static final double ALUMINA = 298;

  private Hours() {}

  /** An hour in which nothing was measured; the pot holds the set-points. */
  public static PotReport quiet(SetPoints held) {
    return report(held, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN);
  }

  /** An hour in which the planned weight was tapped. */
  public static PotReport tapped(SetPoints held) {
    return report(held, held.tapKg(), Double.NaN, Double.NaN, 0, Double.NaN);
  }

  /** The hour of a round, with an analysis of a sample taken some hours ago, NaN for none. */
  public static PotReport round(
      SetPoints held, double celsius, double excess, long excessMicros, double metalCm) {
    return report(held, Double.NaN, celsius, excess, excessMicros, metalCm);
  }

  private static PotReport report(
      SetPoints held,
      double tapKg,
      double celsius,
      double excess,
      long excessMicros,
      double metalCm) {
    return new PotReport(
        3.86 + held.setVolts(),
        500,
        8,
        60,
        0,
        0,
        0,
        ALUMINA,
        held.doseKgPerDay(),
        0,
        0,
        tapKg,
        held.tapKg(),
        3785,
        3785,
        held.setVolts(),
        1000,
        celsius,
        0,
        excess,
        excessMicros,
        metalCm,
        Double.NaN);
  }

  /** A line of one pot at the end of an hour, counted from 1970. */
  public static LineReport line(long hour, PotReport pot) {
    return new LineReport(hour * Micros.PER_HOUR, 0.004, List.of(stamped(pot, hour)));
  }

  private static PotReport stamped(PotReport pot, long hour) {
    return new PotReport(
        pot.volts(),
        pot.kiloamperes(),
        pot.noise(),
        pot.heardMinutes(),
        pot.unheardSeconds(),
        pot.effectMinutes(),
        pot.effectVolts(),
        pot.aluminaKg(),
        pot.doseKgPerDay(),
        pot.anodeChanges(),
        pot.bathTapKg(),
        pot.tapKg(),
        pot.tapPlannedKg(),
        pot.tapBeforeKg(),
        pot.dayMetalKg(),
        pot.setVolts(),
        pot.ageDays(),
        pot.celsius(),
        hour * Micros.PER_HOUR,
        pot.excess(),
        pot.excessMicros(),
        pot.metalCm(),
        pot.bathCm());
  }
}
