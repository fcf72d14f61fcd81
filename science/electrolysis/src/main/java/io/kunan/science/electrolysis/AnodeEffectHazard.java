package io.kunan.science.electrolysis;

/**
 * Chance of an anode effect by alumina, starved feeder zones and cold anodes: an engineering prior,
 * to be fitted so that a line shows its own 0.005–0.05 effects per pot and day.
 */
public final class AnodeEffectHazard {
  private static final Limits MARGIN = new Limits(-1, 6);
  private static final Limits COUNT = new Limits(0, 6);

  private final double perDay;
  private final double alumina;
  private final double starved;
  private final double cold;

  public AnodeEffectHazard(Coefficients file) {
    perDay = file.get("hazard.perDay");
    alumina = file.get("hazard.alumina");
    starved = file.get("hazard.starved");
    cold = file.get("hazard.coldAnodes");
  }

  /**
   * Anode effects per pot and day.
   *
   * @param aluminaAboveOnset dissolved alumina less that of the onset, wt%, −1 to 6
   * @param starvedZones feeder zones without feed, 0–6
   * @param coldAnodes lately changed anodes that carry little current, 0–6
   */
  public Checked perDay(double aluminaAboveOnset, double starvedZones, double coldAnodes) {
    double margin = MARGIN.clamp(aluminaAboveOnset);
    return new Checked(
        perDay
            * Math.exp(
                alumina * (0.3 - margin)
                    + starved * COUNT.clamp(starvedZones)
                    + cold * COUNT.clamp(coldAnodes)),
        MARGIN.hold(aluminaAboveOnset) && COUNT.hold(starvedZones) && COUNT.hold(coldAnodes));
  }
}
