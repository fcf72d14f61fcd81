package io.kunan.scenario.potline.core.loop;

import io.kunan.kernel.InputException;
import io.kunan.scenario.potline.core.Guard;
import io.kunan.science.electrolysis.Coefficients;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The guard rails as data, checked in this one place: every set-point of every controller goes
 * through {@link #admit} before it may be written. Figures come from {@code
 * guard-rails.coefficients}.
 */
public final class GuardRails {
  private static final String FILE = "guard-rails.coefficients";

  private final Coefficients rails;

  public GuardRails(Coefficients rails) {
    this.rails = rails;
  }

  /** The rails that come with the product. */
  public static GuardRails standard() {
    InputStream stream = GuardRails.class.getResourceAsStream(FILE);
    if (stream == null) {
      throw new InputException(FILE, "is not in the program", "build the program again");
    }
    return new GuardRails(
        Coefficients.read(
            FILE,
            new InputStreamReader(stream, StandardCharsets.UTF_8),
            Coefficients.Purpose.MODEL));
  }

  /** The figure of a rail. */
  public double get(String symbol) {
    return rails.get(symbol);
  }

  /**
   * What is known of a pot when a set-point for it is checked. Lowest and highest are those that
   * the pot itself reported over the last 24 hours.
   *
   * @param baseDose by mass balance, kg/d
   * @param lowestDose kg/d
   * @param highestDose kg/d
   * @param lowestVolts offset of the set voltage, V
   * @param highestVolts offset of the set voltage, V
   * @param dayMetalKg metal of a day by line current
   * @param tapBefore plan of the last tap that was made, kg
   * @param temperatureHours since the last bath temperature was taken
   * @param chemistryHours since the last analysed sample was taken
   * @param noise mV
   * @param effectHours since the last anode effect
   * @param heard whether the pot controller answered
   */
  public record Situation(
      double baseDose,
      double lowestDose,
      double highestDose,
      double lowestVolts,
      double highestVolts,
      double dayMetalKg,
      double tapBefore,
      double temperatureHours,
      double chemistryHours,
      double noise,
      double effectHours,
      boolean heard) {}

  /**
   * What may be written.
   *
   * @param setPoints inside every rail
   * @param doseHeld true when rate or ceiling held the dose back
   * @param guards that were looked at; one that did not pass kept dose and volts as they were
   */
  public record Admitted(SetPoints setPoints, boolean doseHeld, List<Guard> guards) {
    public Admitted {
      guards = List.copyOf(guards);
    }

    /** Whether every guard passed. */
    public boolean isFree() {
      return guards.stream().allMatch(Guard::passed);
    }
  }

  /**
   * Moves what is wanted inside the rails. When a guard does not pass, dose and set voltage stay
   * what they are; the tap is bounded only, as metal has to be taken in any case.
   *
   * @param wanted by a controller
   * @param present what the pot holds now
   */
  public Admitted admit(SetPoints wanted, SetPoints present, Situation of) {
    List<Guard> guards = guards(of);
    boolean free = guards.stream().allMatch(Guard::passed);
    double dose = free ? wanted.doseKgPerDay() : present.doseKgPerDay();
    double volts = free ? wanted.setVolts() : present.setVolts();
    double doseStep = get("rate.dose");
    double ceiling = get("range.doseCeiling") * of.baseDose();
    double low = Math.max(0, of.highestDose() - doseStep);
    double high = Math.min(ceiling, of.lowestDose() + doseStep);
    double admitted = between(dose, low, high);
    return new Admitted(
        new SetPoints(admitted, tap(wanted.tapKg(), of), volts(volts, of)),
        free && admitted != dose,
        guards);
  }

  private double volts(double wanted, Situation of) {
    double most = get("range.setVolts");
    double step = get("rate.setVolts");
    return between(
        wanted, Math.max(-most, of.highestVolts() - step), Math.min(most, of.lowestVolts() + step));
  }

  private double tap(double wanted, Situation of) {
    double band = get("range.tapBand");
    double step = get("rate.tap");
    return between(
        wanted,
        Math.max((1 - band) * of.dayMetalKg(), of.tapBefore() - step),
        Math.min((1 + band) * of.dayMetalKg(), of.tapBefore() + step));
  }

  /** The nearest value from low to high; where these cross, the middle of them. */
  private static double between(double value, double low, double high) {
    return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
  }

  private List<Guard> guards(Situation of) {
    List<Guard> guards = new ArrayList<>();
    guards.add(
        atMost("temperature-fresh", of.temperatureHours(), get("stale.temperatureHours"), "h"));
    guards.add(atMost("chemistry-fresh", of.chemistryHours(), get("stale.chemistryHours"), "h"));
    guards.add(atMost("noise-calm", of.noise(), get("quiet.noise"), "mV"));
    double quiet = get("quiet.effectHours");
    guards.add(
        new Guard("no-anode-effect", of.effectHours() >= quiet, of.effectHours(), quiet, "h"));
    guards.add(new Guard("controller-heard", of.heard(), of.heard() ? 1 : 0, 1, "1"));
    return guards;
  }

  private static Guard atMost(String code, double measured, double limit, String unit) {
    return new Guard(code, measured <= limit, measured, limit, unit);
  }
}
