package io.kunan.engine.learn.internal.features;

import io.kunan.engine.learn.ForecastTask;
import io.kunan.kernel.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The frames of a table: one for each group of a pooled table, all on the same times, else one.
 * What a feature looks at lies within one frame, so nothing of another group is ever taken for a
 * group's own past; time parts all groups together.
 *
 * <p>A row of a panel is a group at a time: rows run through all groups of the first time, then of
 * the second.
 */
public final class Panel {
  private final List<String> groups;
  private final List<Frame> frames;
  private final int[] rowOfTableRow;

  private Panel(List<String> groups, List<Frame> frames, int[] rowOfTableRow) {
    this.groups = groups;
    this.frames = frames;
    this.rowOfTableRow = rowOfTableRow;
  }

  /**
   * The panel of a table.
   *
   * @param step usual time from one time to the next, microseconds
   * @throws io.kunan.kernel.InputException when a column or the groups are not as the task says
   */
  public static Panel of(Table table, List<Signal> signals, ForecastTask task, long step) {
    String column = task.group();
    if (column == null) {
      Frame frame = Frame.of(table, signals, task.zone(), step, task.horizon());
      return new Panel(List.of(""), List.of(frame), IntStream.range(0, table.rows()).toArray());
    }
    Groups groups = Groups.of(table, column);
    double[][][] values =
        signals.stream().map(signal -> spread(groups, table, signal)).toArray(double[][][]::new);
    List<Frame> frames = new ArrayList<>();
    for (int group = 0; group < groups.names().size(); group++) {
      int own = group;
      double[][] cells = Arrays.stream(values).map(signal -> signal[own]).toArray(double[][]::new);
      frames.add(Frame.of(groups.times(), cells, signals, task.zone(), step, task.horizon()));
    }
    int[] rows =
        IntStream.range(0, table.rows())
            .map(row -> groups.places()[row] * frames.size() + groups.groups()[row])
            .toArray();
    return new Panel(groups.names(), List.copyOf(frames), rows);
  }

  /** Names of the groups; one empty name where nothing is pooled. */
  public List<String> groups() {
    return groups;
  }

  /** The frame of the first group, for what all groups share. */
  public Frame first() {
    return frames.getFirst();
  }

  public List<Frame> frames() {
    return frames;
  }

  /** How many times the panel has. */
  public int times() {
    return first().rows();
  }

  /** How many rows the panel has: groups × times. */
  public int rows() {
    return times() * frames.size();
  }

  /** The panel's row of a row of the table. */
  public int rowOf(int tableRow) {
    return rowOfTableRow[tableRow];
  }

  /** Place of a row's group. */
  public int group(int row) {
    return row % frames.size();
  }

  /** Place of a row's time, which is its place in its frame. */
  public int place(int row) {
    return row / frames.size();
  }

  public Frame frame(int row) {
    return frames.get(group(row));
  }

  /** The target of the forecast made at a row. */
  public double target(int origin) {
    return frame(origin).value(0, place(origin) + first().horizon());
  }

  /** The time for which the forecast made at a row is meant. */
  public long targetTime(int origin) {
    return frame(origin).targetTime(place(origin));
  }

  private static double[][] spread(Groups groups, Table table, Signal signal) {
    double[][] own = groups.spread(Signals.values(table, signal));
    return signal.pooled() ? pooled(own) : own;
  }

  /** For every group the mean over those that have a value at the time. */
  private static double[][] pooled(double[][] own) {
    double[] mean = new double[own[0].length];
    for (int place = 0; place < mean.length; place++) {
      int at = place;
      mean[place] =
          Arrays.stream(own)
              .mapToDouble(group -> group[at])
              .filter(value -> !Double.isNaN(value))
              .average()
              .orElse(Double.NaN);
    }
    double[][] pooled = new double[own.length][];
    Arrays.fill(pooled, mean);
    return pooled;
  }
}
