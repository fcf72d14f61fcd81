package io.kunan.plant.potline.internal;

import io.kunan.plant.potline.LineTruth;
import io.kunan.plant.potline.LineTruth.Spread;
import io.kunan.science.electrolysis.Faraday;
import java.util.Arrays;

/** The true figures by which a controller of the line is judged, gathered minute by minute. */
final class TruthBook {
  private static final double NOISY = 20;
  private static final double THICK_CM = 10;
  private static final double COLD = 5;
  private static final double TARGET_ALUMINA = 2.2;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double TAP_SECONDS = 12 * 60;

  private static final int MINUTES = 0;
  private static final int NOISE = 1;
  private static final int LEDGE = 2;
  private static final int SUPERHEAT = 3;
  private static final int TAPS = 4;
  private static final int TAP_SQUARES = 5;
  private static final int HEIGHT_SQUARES = 6;
  private static final int VOLTS = 7;
  private static final int MADE = 8;
  private static final int JOULES = 9;
  private static final int COULOMBS = 10;
  private static final int DOSED = 11;
  private static final int EFFECTS = 12;
  private static final int REFUSED = 13;
  private static final int TAP_MADE = 14;
  private static final int TAP_AT = 15;
  private static final int TAPPING = 16;
  private static final int SQUARES = 17;
  private static final int CELLS = SQUARES + 6;

  private final PotParameters pot;
  private final Pots pots;
  private final Ledger ledger;
  private final Incidents incidents;
  private final SetPointDesk desk;
  private final double heightTarget;
  private final double[] cells;

  TruthBook(
      Book book,
      PotParameters pot,
      Pots pots,
      Ledger ledger,
      Crew crew,
      Incidents incidents,
      SetPointDesk desk) {
    this.pot = pot;
    this.pots = pots;
    this.ledger = ledger;
    this.incidents = incidents;
    this.desk = desk;
    heightTarget = crew.tapLevel;
    cells = book.doubles("truth.cells", pots.count * CELLS);
  }

  /** Begins to count anew. */
  void start(int p) {
    int at = p * CELLS;
    double tapMade = cells[at + TAP_MADE];
    double tapAt = cells[at + TAP_AT];
    double tapping = cells[at + TAPPING];
    Arrays.fill(cells, at, at + CELLS, 0);
    cells[at + TAP_MADE] = tapMade;
    cells[at + TAP_AT] = tapAt;
    cells[at + TAPPING] = tapping;
    cells[at + VOLTS] = ledger.voltSeconds[p];
    cells[at + MADE] = ledger.made[p];
    cells[at + JOULES] = ledger.electricity[p];
    cells[at + COULOMBS] = ledger.coulombs[p];
    cells[at + DOSED] = ledger.dosed[p];
    cells[at + EFFECTS] = incidents.effects[p];
    cells[at + REFUSED] = desk.refused[p];
  }

  /** Once a minute. */
  void look(int p) {
    int at = p * CELLS;
    cells[at + MINUTES]++;
    cells[at + NOISE] += pots.noise[p] > NOISY ? 1 : 0;
    cells[at + LEDGE] += pots.ledgeCm(p) > THICK_CM ? 1 : 0;
    cells[at + SUPERHEAT] += pots.superheat(p) < COLD ? 1 : 0;
    square(at + SQUARES, pots.celsius[p] - pot.get("dose.celsius"));
    square(at + SQUARES + 2, pots.excessPercent(p) - pot.get("pot.alF3"));
    square(at + SQUARES + 4, pots.alumina(p) - TARGET_ALUMINA);
    tap(p, at);
  }

  private void square(int cell, double deviation) {
    cells[cell] += deviation;
    cells[cell + 1] += deviation * deviation;
  }

  /** A tap begins: compares its plan with what was made since the last, and the metal height. */
  private void tap(int p, int at) {
    boolean tapping = pots.tapRate[p] > 0;
    if (tapping && cells[at + TAPPING] == 0) {
      double made = ledger.made[p] - cells[at + TAP_MADE];
      double seconds = ledger.seconds[p] - cells[at + TAP_AT];
      if (cells[at + TAP_AT] > 0) {
        double error = pots.tapRate[p] * TAP_SECONDS - made / seconds * SECONDS_PER_DAY;
        double height = pots.metal[p] * pot.cmPerKgMetal - heightTarget;
        cells[at + TAPS]++;
        cells[at + TAP_SQUARES] += error * error;
        cells[at + HEIGHT_SQUARES] += height * height;
      }
      cells[at + TAP_MADE] = ledger.made[p];
      cells[at + TAP_AT] = ledger.seconds[p];
    }
    cells[at + TAPPING] = tapping ? 1 : 0;
  }

  /** The figures of the whole line since the start of the count. */
  LineTruth figures() {
    double minutes = sum(MINUTES);
    double made = sum(ledger.made, MADE);
    double seconds = minutes * 60;
    double taps = Math.max(1, sum(TAPS));
    long effects = 0;
    long refused = 0;
    int lost = 0;
    for (int p = 0; p < pots.count; p++) {
      effects += incidents.effects[p] - (long) cells[p * CELLS + EFFECTS];
      refused += desk.refused[p] - (long) cells[p * CELLS + REFUSED];
      lost += pots.clamps[p] > 0 ? 1 : 0;
    }
    return new LineTruth(
        spread(SQUARES, pot.get("dose.celsius")),
        spread(SQUARES + 2, pot.get("pot.alF3")),
        spread(SQUARES + 4, TARGET_ALUMINA),
        made / (sum(ledger.coulombs, COULOMBS) * Faraday.KG_PER_COULOMB),
        sum(ledger.electricity, JOULES) / 3.6e6 / (made / 1000),
        sum(ledger.voltSeconds, VOLTS) / seconds,
        100 * sum(NOISE) / minutes,
        100 * sum(LEDGE) / minutes,
        100 * sum(SUPERHEAT) / minutes,
        effects / (seconds / SECONDS_PER_DAY),
        sum(ledger.dosed, DOSED) / (made / 1000),
        Math.sqrt(sum(TAP_SQUARES) / taps),
        Math.sqrt(sum(HEIGHT_SQUARES) / taps),
        refused,
        lost);
  }

  private double sum(int cell) {
    double sum = 0;
    for (int p = 0; p < pots.count; p++) {
      sum += cells[p * CELLS + cell];
    }
    return sum;
  }

  private double sum(double[] book, int startCell) {
    double sum = 0;
    for (int p = 0; p < pots.count; p++) {
      sum += book[p] - cells[p * CELLS + startCell];
    }
    return sum;
  }

  private Spread spread(int cell, double target) {
    double mean = 0;
    double meanSquares = 0;
    double within = 0;
    double squares = 0;
    for (int p = 0; p < pots.count; p++) {
      int at = p * CELLS;
      double own = cells[at + cell] / cells[at + MINUTES];
      double ownSquare = cells[at + cell + 1] / cells[at + MINUTES];
      mean += own / pots.count;
      meanSquares += own * own / pots.count;
      within += (ownSquare - own * own) / pots.count;
      squares += ownSquare / pots.count;
    }
    double between = Math.max(0, meanSquares - mean * mean);
    double unbiased = pots.count > 1 ? between * pots.count / (pots.count - 1) : 0;
    return new Spread(
        target + mean, Math.sqrt(squares), Math.sqrt(Math.max(0, within)), Math.sqrt(unbiased));
  }
}
