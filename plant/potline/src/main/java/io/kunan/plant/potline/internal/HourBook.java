package io.kunan.plant.potline.internal;

import io.kunan.plant.potline.PotHour;
import io.kunan.science.electrolysis.PseudoResistance;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/** Gathers minute by minute what a pot publishes by the hour. */
final class HourBook {
  private final Pots pots;
  private final CellSignals signals;
  private final Incidents incidents;
  private final Crew crew;
  private final Laboratory laboratory;
  private final SetPointDesk desk;
  private final double[] sums;
  private final long[] counts;
  private final long[] seen;

  private static final int VOLTS = 0;
  private static final int KILOAMPERES = 1;
  private static final int MICROOHMS = 2;
  private static final int NOISE = 3;
  private static final int EFFECT_VOLTS = 4;
  private static final int ALUMINA = 5;
  private static final int BATH_TAP = 6;
  private static final int SUMS = 7;
  private static final int MINUTES = 0;
  private static final int HEARD = 1;
  private static final int EFFECT = 2;
  private static final int UNHEARD = 3;
  private static final int COUNTS = 4;
  private static final int CELSIUS = 0;
  private static final int EXCESS = 1;
  private static final int LEVEL = 2;
  private static final int TAP = 3;
  private static final int ANODES = 4;
  private static final int SEEN = 5;

  HourBook(
      Book book,
      Pots pots,
      CellSignals signals,
      Incidents incidents,
      Crew crew,
      Laboratory laboratory,
      SetPointDesk desk) {
    this.pots = pots;
    this.signals = signals;
    this.incidents = incidents;
    this.crew = crew;
    this.laboratory = laboratory;
    this.desk = desk;
    sums = book.doubles("hour.sums", pots.count * SUMS);
    counts = book.longs("hour.counts", pots.count * COUNTS);
    seen = book.longs("hour.seen", pots.count * SEEN);
  }

  void start(int p) {
    clear(p);
    counts[p * COUNTS + UNHEARD] = 0;
    seen[p * SEEN + CELSIUS] = laboratory.celsiusAt[p];
    seen[p * SEEN + EXCESS] = laboratory.excessAt[p];
    seen[p * SEEN + LEVEL] = laboratory.levelAt[p];
    seen[p * SEEN + TAP] = crew.tappedAt[p];
    seen[p * SEEN + ANODES] = crew.anodesChanged[p];
  }

  private void clear(int p) {
    Arrays.fill(sums, p * SUMS, (p + 1) * SUMS, 0);
    long unheard = counts[p * COUNTS + UNHEARD];
    Arrays.fill(counts, p * COUNTS, (p + 1) * COUNTS, 0);
    counts[p * COUNTS + UNHEARD] = unheard;
  }

  /** Once a minute. */
  void look(int p, double kiloamperes) {
    int sum = p * SUMS;
    int count = p * COUNTS;
    counts[count + MINUTES]++;
    sums[sum + KILOAMPERES] += kiloamperes;
    sums[sum + ALUMINA] += pots.feedRate[p] * 60;
    sums[sum + BATH_TAP] += pots.bathTapRate[p] * 60;
    if (incidents.silent(p)) {
      counts[count + UNHEARD]++;
      return;
    }
    counts[count + UNHEARD] = 0;
    if (pots.measured[p] > FeedControl.EFFECT_VOLTS) {
      counts[count + EFFECT]++;
      sums[sum + EFFECT_VOLTS] += pots.measured[p];
      return;
    }
    counts[count + HEARD]++;
    double microOhms = signals.minute[p];
    sums[sum + MICROOHMS] += microOhms;
    sums[sum + VOLTS] += PseudoResistance.ZERO_CURRENT_VOLTS + microOhms * kiloamperes / 1000;
    sums[sum + NOISE] += signals.noise[p];
  }

  /** Publishes the hour and begins the next. */
  PotHour close(int p, LongUnaryOperator micros) {
    int sum = p * SUMS;
    int count = p * COUNTS;
    double heard = counts[count + HEARD];
    double minutes = counts[count + MINUTES];
    double effect = counts[count + EFFECT];
    boolean celsius = fresh(p, CELSIUS, laboratory.celsiusAt[p]);
    boolean excess = fresh(p, EXCESS, laboratory.excessAt[p]);
    boolean level = fresh(p, LEVEL, laboratory.levelAt[p]);
    boolean tap = fresh(p, TAP, crew.tappedAt[p]);
    long anodes = crew.anodesChanged[p] - seen[p * SEEN + ANODES];
    seen[p * SEEN + ANODES] = crew.anodesChanged[p];
    var hour =
        new PotHour(
            sums[sum + VOLTS] / heard,
            sums[sum + KILOAMPERES] / minutes,
            sums[sum + MICROOHMS] / heard,
            sums[sum + NOISE] / heard,
            (int) heard,
            (int) counts[count + UNHEARD] * 60,
            (int) effect,
            effect == 0 ? 0 : sums[sum + EFFECT_VOLTS] / effect,
            sums[sum + ALUMINA],
            pots.dosePerDay[p],
            (int) anodes,
            sums[sum + BATH_TAP],
            tap ? crew.weight[p] : Double.NaN,
            crew.planned[p],
            crew.lastPlan[p],
            crew.dayMetal[p],
            desk.volts(p),
            celsius ? laboratory.celsius[p] : Double.NaN,
            micros.applyAsLong(laboratory.celsiusAt[p]),
            excess ? laboratory.excess[p] : Double.NaN,
            micros.applyAsLong(laboratory.excessTaken[p]),
            level ? laboratory.metalLevel[p] : Double.NaN,
            level ? laboratory.bathLevel[p] : Double.NaN,
            micros.applyAsLong(laboratory.levelAt[p]));
    clear(p);
    return hour;
  }

  private boolean fresh(int p, int what, long at) {
    boolean news = seen[p * SEEN + what] != at;
    seen[p * SEEN + what] = at;
    return news;
  }
}
