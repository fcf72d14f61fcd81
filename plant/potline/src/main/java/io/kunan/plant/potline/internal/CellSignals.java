package io.kunan.plant.potline.internal;

import io.kunan.science.electrolysis.PseudoResistance;
import java.util.Arrays;

/**
 * What the pot controllers make of measured voltage and current, minute by minute:
 * pseudo-resistance, its slope over twelve minutes, its noise, and its mean over the last hours for
 * the beam. Minutes after a disturbance are left out.
 */
final class CellSignals {
  static final int STEPS_PER_MINUTE = 12;
  private static final int MINUTES = 12;
  private static final double NOISE_MEMORY = 0.8;
  private static final int STUCK_MINUTES = 10;
  private static final int FAR_MINUTES = 60;
  private static final double HOURS_MEMORY = 1.0 / 120;

  /** Peak-to-peak of noise is reported as this many standard deviations. */
  private static final double PEAK_TO_PEAK = 1.2;

  /** A minute further than this from the hours before, µΩ, is an anode effect or a fault. */
  static final double PLAUSIBLE = 3;

  /** A minute further than this from the hours before, µΩ, says nothing about the beam. */
  static final double USUAL = 0.4;

  private static final double CURRENT_STEP = 2;
  private static final int AFTER_STEP = 5 * STEPS_PER_MINUTE;
  private static final double USUAL_CURRENT = 0.97;
  private static final double HALF_DAY_MEMORY = 1.0 / (12 * 60);

  /** A pot this far from the hours before, µΩ, is not to be worked on. */
  private static final double UNUSUAL = 0.2;

  private final double startKiloamperes;
  private final double[] usualKiloamperes;
  private final long[] stuckMinutes;
  private final long[] farMinutes;
  private final double[] kiloamperesBefore;
  private final double[] sum;
  private final double[] squares;
  private final double[] ring;
  private final long[] newest;
  private final long[] filled;
  private final long[] blankUntil;

  /** Mean of the last minute, µΩ. */
  final double[] minute;

  /** Mean of the minute before, µΩ. */
  final double[] minuteBefore;

  /** Mean over about two hours, µΩ. */
  final double[] slow;

  /** nΩ/min; of the last time it could be told. */
  final double[] slope;

  /** mV. */
  final double[] noise;

  /** What the mean loses in a minute as metal rises faster than anodes burn, µΩ. */
  private final double drift;

  CellSignals(Book book, PotParameters pot, int count) {
    drift = pot.get("control.driftMm") * pot.get("control.resistancePerMm") / (24 * 60);
    startKiloamperes = pot.amperes / 1000;
    usualKiloamperes = book.doubles("signal.usualKiloamperes", count);
    stuckMinutes = book.longs("signal.stuckMinutes", count);
    farMinutes = book.longs("signal.farMinutes", count);
    kiloamperesBefore = book.doubles("signal.kiloamperesBefore", count);
    sum = book.doubles("signal.sum", count);
    squares = book.doubles("signal.squares", count);
    ring = book.doubles("signal.ring", count * MINUTES);
    newest = book.longs("signal.newest", count);
    filled = book.longs("signal.filled", count);
    blankUntil = book.longs("signal.blankUntil", count);
    minute = book.doubles("signal.minute", count);
    minuteBefore = book.doubles("signal.minuteBefore", count);
    slow = book.doubles("signal.slow", count);
    slope = book.doubles("signal.slope", count);
    noise = book.doubles("signal.noise", count);
  }

  void start(int p, double microOhms, double noiseMillivolts) {
    kiloamperesBefore[p] = 0;
    usualKiloamperes[p] = startKiloamperes;
    stuckMinutes[p] = 0;
    farMinutes[p] = 0;
    sum[p] = 0;
    squares[p] = 0;
    filled[p] = 0;
    blankUntil[p] = 0;
    minute[p] = microOhms;
    minuteBefore[p] = microOhms;
    slow[p] = microOhms;
    slope[p] = 0;
    noise[p] = noiseMillivolts;
    Arrays.fill(ring, p * MINUTES, (p + 1) * MINUTES, 0);
  }

  /** Takes one measurement, five seconds after the last. */
  void add(int p, double volts, double kiloamperes) {
    double offset = PseudoResistance.microOhms(volts, kiloamperes) - slow[p];
    sum[p] += offset;
    squares[p] += offset * offset;
  }

  /** Closes the minute. */
  void closeMinute(int p, long step, double kiloamperes) {
    double mean = sum[p] / STEPS_PER_MINUTE;
    double variance = Math.max(0, squares[p] / STEPS_PER_MINUTE - mean * mean);
    sum[p] = 0;
    squares[p] = 0;
    minuteBefore[p] = minute[p];
    minute[p] = slow[p] + mean;
    noise[p] =
        NOISE_MEMORY * noise[p]
            + (1 - NOISE_MEMORY) * PEAK_TO_PEAK * Math.sqrt(variance) * kiloamperes;
    slow[p] -= drift;
    if (Math.abs(kiloamperes - kiloamperesBefore[p]) > CURRENT_STEP && kiloamperesBefore[p] > 0) {
      blank(p, step + AFTER_STEP);
    }
    kiloamperesBefore[p] = kiloamperes;
    usualKiloamperes[p] += HALF_DAY_MEMORY * (kiloamperes - usualKiloamperes[p]);
    if (step < blankUntil[p] || Math.abs(mean) > PLAUSIBLE) {
      filled[p] = 0;
      return;
    }
    follow(p, mean, kiloamperes);
    newest[p] = (newest[p] + 1) % MINUTES;
    ring[p * MINUTES + (int) newest[p]] = minute[p];
    filled[p] = Math.min(MINUTES, filled[p] + 1);
    if (slopeKnown(p)) {
      slope[p] =
          1000 * PseudoResistance.slope(ring, p * MINUTES, MINUTES, (int) newest[p], MINUTES);
    }
  }

  /** The mean follows slowly; an hour far from it is no disturbance but the pot as it is now. */
  private void follow(int p, double mean, double kiloamperes) {
    if (!isUsualCurrent(p, kiloamperes)) {
      return;
    }
    if (Math.abs(mean) < USUAL) {
      slow[p] += HOURS_MEMORY * mean;
      farMinutes[p] = 0;
      return;
    }
    farMinutes[p]++;
    if (farMinutes[p] >= FAR_MINUTES) {
      farMinutes[p] = 0;
      slow[p] = minute[p];
    }
  }

  /** Leaves out the minutes until a step: the beam moved, metal was tapped. */
  void blank(int p, long untilStep) {
    blankUntil[p] = Math.max(blankUntil[p], untilStep);
    filled[p] = 0;
  }

  /** The beam moved on purpose: the mean moves with it. */
  void shift(int p, double microOhms) {
    slow[p] += microOhms;
  }

  /** False while the line carries clearly less than over the last half day. */
  boolean isUsualCurrent(int p, double kiloamperes) {
    return kiloamperes > USUAL_CURRENT * usualKiloamperes[p];
  }

  /** Counts the minutes in which the measured voltage has not moved by a hair. */
  void watch(int p, boolean stands) {
    stuckMinutes[p] = stands ? stuckMinutes[p] + 1 : 0;
  }

  /** True when the voltage has not moved at all in the last minute. */
  boolean stands(int p) {
    return stuckMinutes[p] > 0;
  }

  /** True when the voltage has stood still for so long that its sensor must be stuck. */
  boolean isStuck(int p) {
    return stuckMinutes[p] >= STUCK_MINUTES;
  }

  /** Minutes since the sensor was found to be stuck. */
  long minutesStuck(int p) {
    return stuckMinutes[p] - STUCK_MINUTES;
  }

  /** True when the resistance is far from that of the last hours. */
  boolean isUnusual(int p) {
    return Math.abs(minute[p] - slow[p]) > UNUSUAL;
  }

  boolean slopeKnown(int p) {
    return filled[p] == MINUTES;
  }
}
