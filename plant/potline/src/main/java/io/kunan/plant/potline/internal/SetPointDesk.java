package io.kunan.plant.potline.internal;

/**
 * The pot controllers' external set-points. Each is checked against the controller's own limits,
 * whoever sends it, and held for a time; not renewed, it is let go and the pot's own control
 * decides again.
 */
final class SetPointDesk {
  private static final long HOUR = 60L * CellSignals.STEPS_PER_MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final double DOSE_STEP = 20;
  private static final double DOSE_CEILING = 2.5;
  private static final double TAP_BAND = 0.10;
  private static final double TAP_STEP = 150;
  private static final double VOLTS_STEP = 0.020;
  private static final double VOLTS_MOST = 0.050;
  private static final double ROUNDING = 1e-6;

  private final Pots pots;
  private final DoseControl dose;
  private final Crew crew;
  private final BeamControl beam;
  private final double amperes;
  private final long[] heldUntil;
  private final long[] anchoredAt;
  private final double[] doseAnchor;
  private final double[] voltsAnchor;

  /** Set-points that were refused. */
  final long[] refused;

  SetPointDesk(
      Book book, PotParameters pot, Pots pots, DoseControl dose, Crew crew, BeamControl beam) {
    this.pots = pots;
    this.dose = dose;
    this.crew = crew;
    this.beam = beam;
    amperes = pot.amperes;
    heldUntil = book.longs("desk.heldUntil", pots.count);
    anchoredAt = book.longs("desk.anchoredAt", pots.count);
    doseAnchor = book.doubles("desk.doseAnchor", pots.count);
    voltsAnchor = book.doubles("desk.voltsAnchor", pots.count);
    refused = book.longs("desk.refused", pots.count);
  }

  void start(int p, long step) {
    heldUntil[p] = 0;
    anchoredAt[p] = step;
    doseAnchor[p] = pots.dosePerDay[p];
    voltsAnchor[p] = 0;
    refused[p] = 0;
  }

  /** Advised offset of the set voltage at nominal current, V. */
  double volts(int p) {
    return beam.advised[p] * amperes / 1e6;
  }

  /**
   * Takes set-points for a pot and holds them for some hours.
   *
   * @return false when one of them was refused; the others are taken
   */
  boolean take(int p, long step, double kgPerDay, double tapKg, double volts, double hours) {
    heldUntil[p] = step + Math.round(hours * HOUR);
    if (step - anchoredAt[p] >= DAY - HOUR) {
      anchoredAt[p] = step;
      doseAnchor[p] = pots.dosePerDay[p];
      voltsAnchor[p] = volts(p);
    }
    boolean allTaken = true;
    if (kgPerDay == pots.dosePerDay[p]) {
      dose.fix(p, kgPerDay);
    } else if (within(kgPerDay, 0, DOSE_CEILING * dose.base())
        && within(kgPerDay, doseAnchor[p] - DOSE_STEP, doseAnchor[p] + DOSE_STEP)) {
      dose.fix(p, kgPerDay);
    } else {
      allTaken = refuse(p);
    }
    if (within(volts, -VOLTS_MOST, VOLTS_MOST)
        && within(volts, voltsAnchor[p] - VOLTS_STEP, voltsAnchor[p] + VOLTS_STEP)) {
      beam.advised[p] = volts / amperes * 1e6;
    } else {
      allTaken = refuse(p);
    }
    return takeTap(p, tapKg) && allTaken;
  }

  private boolean takeTap(int p, double kg) {
    if (kg == crew.planned[p]) {
      crew.fixTap(p, kg);
      return true;
    }
    double made = crew.dayMetal[p];
    boolean near = within(kg, crew.lastPlan[p] - TAP_STEP, crew.lastPlan[p] + TAP_STEP);
    if (near && within(kg, (1 - TAP_BAND) * made, (1 + TAP_BAND) * made)) {
      crew.fixTap(p, kg);
      return true;
    }
    return refuse(p);
  }

  private boolean refuse(int p) {
    refused[p]++;
    return false;
  }

  private static boolean within(double value, double low, double high) {
    return value >= low - ROUNDING && value <= high + ROUNDING;
  }

  /** Once a minute: lets go of what was not renewed. */
  void look(int p, long step) {
    if (heldUntil[p] > 0 && step >= heldUntil[p]) {
      heldUntil[p] = 0;
      dose.fix(p, Double.NaN);
      crew.fixTap(p, Double.NaN);
      beam.advised[p] = 0;
    }
  }
}
