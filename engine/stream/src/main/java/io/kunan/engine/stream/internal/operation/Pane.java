package io.kunan.engine.stream.internal.operation;

import io.kunan.engine.stream.job.WindowFigure;
import io.kunan.engine.stream.operator.OperatorState;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Quality;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What a signal did in one piece of time; two that follow each other can be joined. */
final class Pane implements OperatorState {
  private static final double SECONDS_PER_HOUR = 3_600;

  private double area;
  private long known;
  private double least = Double.NaN;
  private double greatest = Double.NaN;
  private double first = Double.NaN;
  private double last = Double.NaN;
  private long count;
  private short quality = Quality.GOOD;

  /** A usable point inside. */
  void point(double value, short itsQuality) {
    least = Double.isNaN(least) ? value : Math.min(least, value);
    greatest = Double.isNaN(greatest) ? value : Math.max(greatest, value);
    first = count == 0 ? value : first;
    last = value;
    count++;
    quality = Quality.worst(quality, itsQuality);
  }

  /** An unusable point inside: what is told of the rest is uncertain. */
  void gap() {
    quality = Quality.worst(quality, Quality.UNCERTAIN);
  }

  /** The signal was known for a while, with this mean. */
  void stretch(long micros, double mean) {
    area += mean * (micros / (double) Micros.PER_SECOND);
    known += micros;
  }

  void join(Pane next) {
    area += next.area;
    known += next.known;
    least = Double.isNaN(least) ? next.least : next.least < least ? next.least : least;
    greatest =
        Double.isNaN(greatest)
            ? next.greatest
            : next.greatest > greatest ? next.greatest : greatest;
    first = count == 0 ? next.first : first;
    last = next.count == 0 ? last : next.last;
    count += next.count;
    quality = Quality.worst(quality, next.quality);
  }

  boolean isEmpty() {
    return count == 0 && quality == Quality.GOOD;
  }

  short quality() {
    return count == 0 ? Quality.BAD : quality;
  }

  double figure(WindowFigure figure) {
    double seconds = known / (double) Micros.PER_SECOND;
    return switch (figure) {
      case MEAN -> known == 0 ? last : area / seconds;
      case MIN -> least;
      case MAX -> greatest;
      case FIRST -> first;
      case LAST -> last;
      case INTEGRAL -> area / SECONDS_PER_HOUR;
      case COUNT -> count;
      case KNOWN_SECONDS -> seconds;
    };
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeDouble(area);
    out.writeLong(known);
    out.writeDouble(least);
    out.writeDouble(greatest);
    out.writeDouble(first);
    out.writeDouble(last);
    out.writeLong(count);
    out.writeShort(quality);
  }

  @Override
  public void read(DataInput in) throws IOException {
    area = in.readDouble();
    known = in.readLong();
    least = in.readDouble();
    greatest = in.readDouble();
    first = in.readDouble();
    last = in.readDouble();
    count = in.readLong();
    quality = in.readShort();
  }
}
