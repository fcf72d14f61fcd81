package io.kunan.plant.potline.internal;

/**
 * The anode beam: holds the resistance at its set point once a feed cycle, follows the metal down
 * while it is tapped, and is raised again when it has come to its lower end.
 */
final class BeamControl {
  private static final double GAIN = 1.0;
  private static final double LARGEST_MM = 1.0;
  private static final double SMALLEST_MM = 0.15;
  private static final double FOLLOW_MM = 2.5;
  private static final double UPPER_END = 330;
  private static final double LOWER_END = 40;
  private static final int BLANK = 3 * CellSignals.STEPS_PER_MINUTE;

  private final Pots pots;
  private final CellSignals signals;
  private final double perMm;

  /** Set point of the resistance, µΩ. */
  final double[] setPoint;

  /** Position of the beam, mm above its lower end. */
  final double[] position;

  private final double[] beforeTap;

  BeamControl(Book book, PotParameters pot, Pots pots, CellSignals signals) {
    this.pots = pots;
    this.signals = signals;
    perMm = pot.get("control.resistancePerMm");
    setPoint = book.doubles("beam.setPoint", pots.count);
    position = book.doubles("beam.position", pots.count);
    beforeTap = book.doubles("beam.beforeTap", pots.count);
  }

  void start(int p, double microOhms, double part) {
    setPoint[p] = microOhms;
    position[p] = LOWER_END + part * (UPPER_END - LOWER_END);
  }

  /** Moves towards the set point, at most a millimetre. */
  void regulate(int p, long step) {
    double wanted = GAIN * (setPoint[p] - signals.slow[p]) / perMm;
    double mm = Math.min(LARGEST_MM, Math.max(-LARGEST_MM, wanted));
    if (Math.abs(mm) >= SMALLEST_MM) {
      move(p, mm);
      signals.shift(p, mm * perMm);
      signals.blank(p, step + BLANK);
    }
  }

  void beginTap(int p) {
    beforeTap[p] = signals.slow[p];
  }

  /** Once a minute while metal flows out: back to the resistance before. */
  void followTap(int p) {
    double gap = beforeTap[p] - signals.minute[p];
    if (Math.abs(gap) > CellSignals.PLAUSIBLE) {
      return;
    }
    double mm = gap / perMm;
    move(p, Math.min(FOLLOW_MM, Math.max(-FOLLOW_MM, mm)));
  }

  private void move(int p, double mm) {
    pots.distance[p] += mm / 10;
    position[p] += mm;
    if (position[p] < LOWER_END) {
      position[p] = UPPER_END;
    }
  }
}
