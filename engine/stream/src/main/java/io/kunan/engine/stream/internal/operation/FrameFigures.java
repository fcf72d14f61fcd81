package io.kunan.engine.stream.internal.operation;

import io.kunan.engine.stream.internal.expression.Node;
import io.kunan.engine.stream.internal.expression.Readings;
import io.kunan.engine.stream.job.Attribute;
import io.kunan.engine.stream.operator.OperatorState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a frame while it goes on. */
final class FrameFigures implements OperatorState {
  /** What a figure is made of. */
  record Wanted(String name, Attribute.Figure figure, Node of) {}

  /** What a figure is made from, as it stands. */
  private static final class Tally {
    private long count;
    private double sum;
    private double least = Double.NaN;
    private double greatest = Double.NaN;
    private double first = Double.NaN;
    private double last = Double.NaN;

    void take(double value) {
      first = count == 0 ? value : first;
      least = count == 0 ? value : Math.min(least, value);
      greatest = count == 0 ? value : Math.max(greatest, value);
      last = value;
      sum += value;
      count++;
    }

    double figure(Attribute.Figure figure) {
      return switch (figure) {
        case MEAN -> sum / count;
        case MIN -> least;
        case MAX -> greatest;
        case FIRST -> first;
        case LAST -> last;
        case CHANGE -> last - first;
      };
    }
  }

  private final List<Wanted> wanted;
  private final Tally[] tallies;

  FrameFigures(List<Wanted> wanted) {
    this.wanted = wanted;
    this.tallies = new Tally[wanted.size()];
    begin();
  }

  /** Starts a new frame. */
  void begin() {
    for (int i = 0; i < tallies.length; i++) {
      tallies[i] = new Tally();
    }
  }

  void take(Readings readings) {
    for (int i = 0; i < tallies.length; i++) {
      double value = wanted.get(i).of().of(readings);
      if (Double.isFinite(value)) {
        tallies[i].take(value);
      }
    }
  }

  /** The figures for which there was a usable point. */
  Map<String, Double> figures() {
    Map<String, Double> figures = new TreeMap<>();
    for (int i = 0; i < tallies.length; i++) {
      if (tallies[i].count > 0) {
        figures.put(wanted.get(i).name(), tallies[i].figure(wanted.get(i).figure()));
      }
    }
    return figures;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (Tally tally : tallies) {
      out.writeLong(tally.count);
      out.writeDouble(tally.sum);
      out.writeDouble(tally.least);
      out.writeDouble(tally.greatest);
      out.writeDouble(tally.first);
      out.writeDouble(tally.last);
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    for (Tally tally : tallies) {
      tally.count = in.readLong();
      tally.sum = in.readDouble();
      tally.least = in.readDouble();
      tally.greatest = in.readDouble();
      tally.first = in.readDouble();
      tally.last = in.readDouble();
    }
  }
}
