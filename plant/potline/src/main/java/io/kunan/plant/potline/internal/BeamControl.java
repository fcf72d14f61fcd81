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
  private static final double SECONDS_PER_MINUTE = 60;

  private final double mmPerKg;
  private final double perMm;
  private final double protectNoise;
  private final double protectMinutes;
  private final double protectMm;
  private final double protectStep;
  private final double protectMost;
  private final double protectMemory;
  private final double coldCelsius;
  private final double warmCelsius;
  private final double warmStep;

  /** Set point of the resistance as it was set at the start and by hand, µΩ. */
  final double[] setPoint;

  /** What an advisor wants on top, µΩ. */
  final double[] advised;

  /** What noise has made the controller put on top, µΩ. */
  private final double[] guarded;

  /** What people have put on top for a cold pot, µΩ. */
  private final double[] warmed;

  private final long[] noisyMinutes;

  /** Position of the beam, mm above its lower end. */
  final double[] position;

  private final double[] beforeTap;

  BeamControl(Book book, PotParameters pot, Pots pots, CellSignals signals) {
    this.pots = pots;
    this.signals = signals;
    perMm = pot.get("control.resistancePerMm");
    mmPerKg = 10 * pot.cmPerKgMetal;
    setPoint = book.doubles("beam.setPoint", pots.count);
    advised = book.doubles("beam.advised", pots.count);
    guarded = book.doubles("beam.guarded", pots.count);
    warmed = book.doubles("beam.warmed", pots.count);
    noisyMinutes = book.longs("beam.noisyMinutes", pots.count);
    coldCelsius = pot.get("protect.coldCelsius");
    warmCelsius = pot.get("protect.warmCelsius");
    warmStep = pot.get("protect.warmVolts") / pot.amperes * 1e6;
    protectNoise = pot.get("protect.noise");
    protectMinutes = pot.get("protect.minutes");
    protectMm = pot.get("protect.raiseMm");
    protectStep = pot.get("protect.volts") / pot.amperes * 1e6;
    protectMost = pot.get("protect.most") / pot.amperes * 1e6;
    protectMemory = Math.exp(-1 / (60 * pot.get("protect.hours")));
    position = book.doubles("beam.position", pots.count);
    beforeTap = book.doubles("beam.beforeTap", pots.count);
  }

  void start(int p, double microOhms, double part) {
    setPoint[p] = microOhms;
    advised[p] = 0;
    guarded[p] = 0;
    warmed[p] = 0;
    noisyMinutes[p] = 0;
    position[p] = LOWER_END + part * (UPPER_END - LOWER_END);
  }

  /** What the resistance is held at, µΩ. */
  double wanted(int p) {
    return setPoint[p] + advised[p] + guarded[p] + warmed[p];
  }

  /**
   * Once a minute: lasting noise raises the anodes and the set point, which comes down again within
   * a day. Lowering volts too far is paid back here.
   */
  void protect(int p) {
    guarded[p] *= protectMemory;
    noisyMinutes[p] = signals.noise[p] > protectNoise ? noisyMinutes[p] + 1 : 0;
    if (noisyMinutes[p] >= protectMinutes && pots.effectVolts[p] == 0) {
      noisyMinutes[p] = 0;
      guarded[p] = Math.min(protectMost, guarded[p] + protectStep);
      move(p, protectMm);
      signals.shift(p, protectMm * perMm);
    }
  }

  /** At the round: people give a pot that has become cold more volts until it is warm again. */
  void treat(int p, double celsius) {
    if (celsius < coldCelsius) {
      warmed[p] = Math.min(protectMost, warmed[p] + warmStep);
    } else if (celsius > warmCelsius) {
      warmed[p] = Math.max(0, warmed[p] - warmStep);
    }
  }

  /** Moves towards the set point, at most a millimetre. */
  void regulate(int p, long step) {
    if (signals.isStuck(p)) {
      return;
    }
    double wanted = GAIN * (wanted(p) - signals.slow[p]) / perMm;
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

  /**
   * Once a minute while metal flows out: back to the resistance before, or by the weight tapped
   * where the voltage stands still.
   */
  void followTap(int p) {
    if (signals.stands(p)) {
      move(p, -pots.tapRate[p] * SECONDS_PER_MINUTE * mmPerKg);
      return;
    }
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
