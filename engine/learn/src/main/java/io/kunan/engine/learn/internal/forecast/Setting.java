package io.kunan.engine.learn.internal.forecast;

import io.kunan.engine.learn.ForecastTask;
import io.kunan.engine.learn.internal.features.Feature;
import io.kunan.engine.learn.internal.features.FeatureCatalogue;
import io.kunan.engine.learn.internal.features.FeatureRows;
import io.kunan.engine.learn.internal.features.Frame;
import io.kunan.engine.learn.internal.features.Panel;
import io.kunan.engine.learn.internal.features.Signal;
import io.kunan.engine.learn.internal.features.Signals;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Table;
import java.util.Arrays;
import java.util.List;

/**
 * A task on a table, made ready: everything that is decided by looking at rows is decided by the
 * rows known.
 *
 * @param known how many times were known: the test begins after them
 * @param signals what the columns offer, the target first
 * @param history all rows with all features proposed
 * @param idleLevel above it the target counts as running
 */
public record Setting(
    ForecastTask task, int known, List<Signal> signals, History history, double idleLevel) {
  /** How long errors count for the bands. */
  private static final long TWO_WEEKS = 14 * Micros.PER_DAY;

  private static final int LEAST_ERRORS = 200;

  /**
   * @param knownRows rows of the table that may be looked at for a decision; at least one
   */
  public static Setting of(Table table, ForecastTask task, int knownRows) {
    List<Signal> signals = Signals.of(table, task, knownRows);
    long step = Frame.usualStep(Arrays.stream(table.times()).limit(knownRows).distinct().toArray());
    Panel panel = Panel.of(table, signals, task, step);
    int known = knownRows == table.rows() ? panel.times() : panel.place(panel.rowOf(knownRows));
    List<Feature> features = FeatureCatalogue.of(signals, task, panel, known);
    return new Setting(
        task,
        known,
        signals,
        new History(panel, FeatureRows.of(panel, features)),
        FeatureCatalogue.idleLevel(panel, known));
  }

  /** How long errors count: two weeks, or more where two weeks hold few rows. */
  public long bandMemory() {
    return Math.max(TWO_WEEKS, LEAST_ERRORS * history.frame().step());
  }
}
