package io.kunan.engine.learn.detect;

import io.kunan.engine.learn.detect.internal.Runs;
import io.kunan.engine.learn.detect.internal.Statistic;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Table;
import java.util.List;

/**
 * Knows what normal operation of a unit looks like and tells rows that are unlike it. Trained on
 * rows of normal operation only; it needs no example of a fault. Immutable: any number of streams
 * may be watched by {@link #live()}. The same rows and settings give the same detector, bit for
 * bit.
 */
public final class Detector {
  private final DetectorSettings settings;
  private final List<String> variables;
  private final List<LeftOut> leftOut;
  private final int trainingRows;
  private final double[] means;
  private final List<Statistic> statistics;
  private final Calibration calibration;

  Detector(
      DetectorSettings settings,
      List<String> variables,
      List<LeftOut> leftOut,
      int trainingRows,
      double[] means,
      List<Statistic> statistics,
      Calibration calibration) {
    this.settings = settings;
    this.variables = List.copyOf(variables);
    this.leftOut = List.copyOf(leftOut);
    this.trainingRows = trainingRows;
    this.means = means;
    this.statistics = List.copyOf(statistics);
    this.calibration = calibration;
  }

  /**
   * Trains on one uninterrupted table of normal operation. All columns of numbers that vary are
   * watched; take out labels and counters before.
   *
   * @throws InputException with fewer than 50 rows, or without a column to watch
   */
  public static Detector fit(Table table, DetectorSettings settings) {
    return fit(List.of(table), settings);
  }

  /** Trains on several tables of normal operation with gaps between them, in time order. */
  public static Detector fit(List<Table> tables, DetectorSettings settings) {
    TrainingRows rows = TrainingRows.of(tables);
    List<Statistic.Fit> fits = settings.method().fits(rows.variables().size(), settings.seed());
    Runs runs = rows.runs();
    Calibration calibration = new BlockCalibration(runs, settings).calibrate(fits);
    List<Statistic> statistics = fits.stream().map(fit -> fit.fit(runs)).toList();
    return new Detector(
        settings,
        rows.variables(),
        rows.leftOut(),
        runs.rows(),
        rows.means(),
        statistics,
        calibration);
  }

  /**
   * A detector from {@link #toBytes()}.
   *
   * @throws InputException when the bytes are none, or of a later version
   */
  public static Detector fromBytes(byte[] bytes) {
    return DetectorCodec.read(bytes);
  }

  /** This detector as bytes to keep; equal detectors give equal bytes. */
  public byte[] toBytes() {
    return DetectorCodec.write(this);
  }

  /** Starts to watch a stream of rows. */
  public LiveDetector live() {
    return new LiveDetector(this, true);
  }

  /**
   * Scores the rows of a table as if they arrived one by one.
   *
   * @throws InputException when a variable of the training is not among the columns
   */
  public Detections score(Table table) {
    double[][] rows = TrainingRows.cells(table, variables);
    double[] scores = new double[rows.length];
    boolean[] alarms = new boolean[rows.length];
    LiveDetector live = new LiveDetector(this, false);
    for (int i = 0; i < rows.length; i++) {
      RowVerdict verdict = live.next(rows[i]);
      scores[i] = verdict.statistic();
      alarms[i] = verdict.alarm();
    }
    return new Detections(scores, limit(), alarms);
  }

  /** Which variables the statistic at a row of a table comes from, largest share first. */
  public List<Contribution> contributions(Table table, int row) {
    double[][] rows = TrainingRows.cells(table, variables);
    LiveDetector live = live();
    for (int i = 0; i <= row; i++) {
      live.next(rows[i]);
    }
    return live.contributions();
  }

  public DetectorSettings settings() {
    return settings;
  }

  /** The columns it watches, in the order live rows give their values. */
  public List<String> variables() {
    return variables;
  }

  /** The columns of the training that it does not watch. */
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  /** Rows of normal operation it learned from. */
  public int trainingRows() {
    return trainingRows;
  }

  /** Limit of the smoothed statistic, in deviations of normal operation. */
  public double limit() {
    return calibration.limit();
  }

  double[] means() {
    return means;
  }

  List<Statistic> statistics() {
    return statistics;
  }

  Calibration calibration() {
    return calibration;
  }
}
