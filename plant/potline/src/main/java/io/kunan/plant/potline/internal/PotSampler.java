package io.kunan.plant.potline.internal;

import static io.kunan.kernel.Quality.BAD;
import static io.kunan.kernel.Quality.BAD_NO_COMMUNICATION;
import static io.kunan.kernel.Quality.GOOD;
import static io.kunan.kernel.Quality.UNCERTAIN_ENGINEERING_RANGE;
import static io.kunan.kernel.Quality.UNCERTAIN_LAST_USABLE;

import io.kunan.science.electrolysis.PseudoResistance;

/**
 * What the tags of a pot show at a second: the value as an instrument or a person gives it, and how
 * far it can be trusted. The order is that of {@link io.kunan.plant.potline.PotlineTags}.
 */
final class PotSampler {
  private static final int V = 0;
  private static final int R = 1;
  private static final int SLOPE = 2;
  private static final int NOISE = 3;
  private static final int FEED = 4;
  private static final int MODE = 5;
  private static final int TB = 6;
  private static final int SH = 7;
  private static final int XS = 8;
  private static final int DOSE = 9;
  private static final int HB = 10;
  private static final int HM = 11;
  private static final int TAP = 12;
  private static final int BEAM = 13;
  private static final int VSET = 14;
  private static final int AE = 15;

  private static final int STEP = (int) PotStep.SECONDS;
  private static final long HOUR = 3600 / STEP;
  private static final long SHIFT = 8 * HOUR;
  private static final long DAY = 24 * HOUR;
  private static final double BETWEEN_VOLTS = 0.002;
  private static final double EFFECT_VOLTS = 8;

  private final PotModel model;
  private final long seed;
  private final boolean disturbed;
  private final double nominalKa;

  PotSampler(PotModel model, long seed, boolean disturbed, double nominalKa) {
    this.model = model;
    this.seed = seed;
    this.disturbed = disturbed;
    this.nominalKa = nominalKa;
  }

  /** Measured voltage {@code second} (1–5) seconds after the step before the last. */
  double volts(int p, long step, int second) {
    double last = model.pots.measured[p];
    if (second == STEP) {
      return last;
    }
    double before = model.pots.measuredBefore[p];
    double between = before + (last - before) * second / STEP;
    return disturbed
        ? between + BETWEEN_VOLTS * RandomStream.normalOf(seed, p, step * STEP + second)
        : between;
  }

  double value(int tag, int p, long step, int second, double amperes) {
    if (silentTag(tag) && model.incidents.silent(p)) {
      return Double.NaN;
    }
    return switch (tag) {
      case V -> volts(p, step, second);
      case R -> PseudoResistance.microOhms(volts(p, step, second), amperes / 1000);
      case SLOPE -> model.signals.slope[p];
      case NOISE -> model.signals.noise[p];
      case FEED -> model.pots.feedRate[p] * 3600;
      case MODE -> model.feed.mode[p];
      case TB -> Math.rint(model.laboratory.celsius[p]);
      case SH -> tenth(model.laboratory.superheat[p]);
      case XS -> tenth(model.laboratory.excess[p]);
      case DOSE -> tenth(model.pots.dosePerDay[p]);
      case HB -> half(model.laboratory.bathLevel[p]);
      case HM -> half(model.laboratory.metalLevel[p]);
      case TAP -> model.crew.weight[p];
      case BEAM -> tenth(model.beam.position[p]);
      case VSET ->
          Math.rint(
                  1000
                      * (PseudoResistance.ZERO_CURRENT_VOLTS
                          + model.beam.wanted(p) * nominalKa / 1000))
              / 1000;
      default -> inEffect(p) ? 1 : 0;
    };
  }

  /** True while the controller reports an anode effect. */
  boolean inEffect(int p) {
    return model.feed.mode[p] == FeedControl.ANODE_EFFECT;
  }

  short quality(int tag, int p, long step) {
    if (silentTag(tag) && model.incidents.silent(p)) {
      return BAD_NO_COMMUNICATION;
    }
    return switch (tag) {
      case R -> model.pots.measured[p] > EFFECT_VOLTS ? UNCERTAIN_ENGINEERING_RANGE : GOOD;
      case SLOPE -> model.signals.slopeKnown(p) ? GOOD : UNCERTAIN_LAST_USABLE;
      case TB -> held(step - model.laboratory.celsiusAt[p], DAY);
      case SH -> held(step - model.laboratory.superheatAt[p], DAY);
      case XS -> held(step - model.laboratory.excessAt[p], 3 * DAY);
      case HB, HM -> held(step - model.laboratory.levelAt[p], DAY);
      case TAP -> held(step - model.crew.tappedAt[p], DAY);
      default -> GOOD;
    };
  }

  /** True for what the pot controller itself sends. */
  private static boolean silentTag(int tag) {
    return switch (tag) {
      case V, R, SLOPE, NOISE, FEED, MODE, BEAM, AE -> true;
      default -> false;
    };
  }

  /**
   * A figure taken by hand is held until the next: good until that is a shift late, then the last
   * usable one for a day, then bad.
   *
   * @param period steps between two rounds
   */
  private static short held(long steps, long period) {
    if (steps <= period + SHIFT) {
      return GOOD;
    }
    return steps <= period + SHIFT + DAY ? UNCERTAIN_LAST_USABLE : BAD;
  }

  private static double tenth(double value) {
    return Math.rint(value * 10) / 10;
  }

  private static double half(double value) {
    return Math.rint(value * 2) / 2;
  }
}
