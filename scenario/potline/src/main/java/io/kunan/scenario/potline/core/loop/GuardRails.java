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
 * through {@link #admit} before it may be written, that of a pot and that of the line. Figures come
 * from {@code guard-rails.coefficients}.
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
   * What is known of a pot when a set-point for it is checked.
   *
   * @param baseDose by mass balance, kg/d
   * @param dayMetalKg metal of a day by line current
   * @param recent set-points that the pot itself reported lately
   * @param age of what is known
   * @param condition of the pot
   * @param known how well
   */
  public record Situation(
      double baseDose,
      double dayMetalKg,
      Recent recent,
      Age age,
      Condition condition,
      Known known) {}

  /**
   * Lowest and highest set-points that the pot itself reported, of feed over the last hour, else
   * over the last 24 hours.
   *
   * @param lowestDose kg/d
   * @param highestDose kg/d
   * @param lowestVolts offset of the set voltage, V
   * @param highestVolts offset of the set voltage, V
   * @param lowestFeed by Faraday demand
   * @param highestFeed by Faraday demand
   * @param tapBefore plan of the last tap that was made, kg
   */
  public record Recent(
      double lowestDose,
      double highestDose,
      double lowestVolts,
      double highestVolts,
      double lowestFeed,
      double highestFeed,
      double tapBefore) {}

  /**
   * Age of what is known.
   *
   * @param temperatureHours since the last bath temperature was taken
   * @param chemistryHours since the last analysed sample was taken
   * @param electricSeconds since voltage and current were measured
   * @param unheardSeconds since the pot controller gave its last sign of life
   */
  public record Age(
      double temperatureHours,
      double chemistryHours,
      double electricSeconds,
      double unheardSeconds) {}

  /**
   * Condition of a pot.
   *
   * @param noise mV
   * @param effectHours since the last anode effect
   * @param days since the pot was started
   * @param currentShare line current of the hour by the nominal one
   */
  public record Condition(double noise, double effectHours, double days, double currentShare) {}

  /**
   * Half widths of the 80 % bands of what is held.
   *
   * @param celsius bath temperature
   * @param excess AlF3, wt%
   */
  public record Known(double celsius, double excess) {}

  /**
   * What may be written.
   *
   * @param setPoints inside every rail
   * @param doseHeld true when rate or ceiling held the dose back
   * @param calm false when the pot could not be moved now, so that it is worth asking again soon
   * @param guards that were looked at; one that did not pass kept dose, volts and feed as they were
   */
  public record Admitted(SetPoints setPoints, boolean doseHeld, boolean calm, List<Guard> guards) {
    public Admitted {
      guards = List.copyOf(guards);
    }

    /** Whether every guard passed. */
    public boolean isFree() {
      return passed(guards);
    }
  }

  /**
   * Moves what is wanted inside the rails. A pot that may not be moved now keeps dose, set voltage
   * and feed as they are; one of which too little is known goes back to its base dose and set
   * voltage; when the line has been moved enough, a pot is moved so little only that it does not
   * count. The tap is bounded only, as metal has to be taken in any case.
   *
   * @param wanted by a controller
   * @param present what the pot holds now
   * @param line what has been moved in the line lately; a move that is admitted is entered there
   */
  public Admitted admit(SetPoints wanted, SetPoints present, Situation of, BlastRadius line) {
    List<Guard> guards = conditions(of);
    boolean calm = passed(guards);
    List<Guard> knowledge = knowledge(wanted, of);
    SetPoints safe = passed(knowledge) ? wanted : new SetPoints(of.baseDose(), wanted.tapKg(), 0);
    SetPoints inside = bounded(calm ? safe : present.withTap(wanted.tapKg()), present, of);
    List<Guard> ofLine = line.guards(inside, present, of.recent());
    if (calm && passed(ofLine)) {
      line.enter(inside, present, of.recent());
    } else if (calm) {
      inside = line.small(inside, present, of.recent());
    }
    guards.addAll(knowledge);
    guards.addAll(ofLine);
    boolean held = passed(guards) && inside.doseKgPerDay() != wanted.doseKgPerDay();
    return new Admitted(inside, held, calm, guards);
  }

  private static boolean passed(List<Guard> guards) {
    return guards.stream().allMatch(Guard::passed);
  }

  private SetPoints bounded(SetPoints wanted, SetPoints present, Situation of) {
    Recent recent = of.recent();
    double doseStep = get("rate.dose");
    double ceiling = get("range.doseCeiling") * of.baseDose();
    double feedStep = get("rate.feedPerHour");
    return new SetPoints(
        between(
            wanted.doseKgPerDay(),
            Math.max(0, recent.highestDose() - doseStep),
            Math.min(ceiling, recent.lowestDose() + doseStep)),
        Double.isFinite(wanted.tapKg()) ? tap(wanted.tapKg(), of) : present.tapKg(),
        volts(wanted.setVolts(), recent),
        between(
            wanted.feedShare(),
            Math.max(get("range.feedLow"), recent.highestFeed() - feedStep),
            Math.min(get("range.feedHigh"), recent.lowestFeed() + feedStep)));
  }

  private double volts(double wanted, Recent recent) {
    double most = get("range.setVolts");
    double step = get("rate.setVolts");
    return between(
        wanted,
        Math.max(-most, recent.highestVolts() - step),
        Math.min(most, recent.lowestVolts() + step));
  }

  private double tap(double wanted, Situation of) {
    double band = get("range.tapBand");
    double step = get("rate.tap");
    return between(
        wanted,
        Math.max((1 - band) * of.dayMetalKg(), of.recent().tapBefore() - step),
        Math.min((1 + band) * of.dayMetalKg(), of.recent().tapBefore() + step));
  }

  /** The nearest value from low to high; where these cross, the middle of them. */
  private static double between(double value, double low, double high) {
    return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
  }

  /** Whether the pot may be moved now. */
  private List<Guard> conditions(Situation of) {
    Condition condition = of.condition();
    List<Guard> guards = new ArrayList<>();
    guards.add(atMost("electric-fresh", of.age().electricSeconds(), "stale.electricSeconds", "s"));
    guards.add(
        atMost("controller-heard", of.age().unheardSeconds(), "fallback.heartbeatSeconds", "s"));
    guards.add(atMost("noise-calm", condition.noise(), "quiet.noise", "mV"));
    guards.add(atLeast("no-anode-effect", condition.effectHours(), "quiet.effectHours", "h"));
    guards.add(atLeast("pot-grown", condition.days(), "quiet.youngDays", "d"));
    guards.add(atLeast("current-usual", condition.currentShare(), "quiet.currentShare", "1"));
    return guards;
  }

  /** Whether what is wanted rests on enough. */
  private List<Guard> knowledge(SetPoints wanted, Situation of) {
    Age age = of.age();
    List<Guard> guards = new ArrayList<>();
    guards.add(atMost("temperature-fresh", age.temperatureHours(), "stale.temperatureHours", "h"));
    guards.add(atMost("chemistry-fresh", age.chemistryHours(), "stale.chemistryHours", "h"));
    guards.add(atMost("temperature-known", of.known().celsius(), "band.celsius", "°C"));
    guards.add(atMost("excess-known", of.known().excess(), "band.excess", "wt%"));
    boolean finite = wanted.isFinite();
    guards.add(new Guard("plan-finite", finite, finite ? 1 : 0, 1, "1"));
    return guards;
  }

  private Guard atMost(String code, double measured, String rail, String unit) {
    double limit = get(rail);
    return new Guard(code, measured <= limit, measured, limit, unit);
  }

  private Guard atLeast(String code, double measured, String rail, String unit) {
    double limit = get(rail);
    return new Guard(code, measured >= limit, measured, limit, unit);
  }
}
