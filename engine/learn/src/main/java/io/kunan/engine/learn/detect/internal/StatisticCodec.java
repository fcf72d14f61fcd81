package io.kunan.engine.learn.detect.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;

/** The written form of statistics: big-endian numbers, lengths before contents. */
public final class StatisticCodec {
  static final int QUADRATIC = 1;
  static final int NEIGHBOUR = 2;
  static final int CUSUM = 3;
  static final int FOREST = 4;

  /** No matrix of ours is larger; a length above it means damaged bytes, not a need for memory. */
  private static final int LONGEST = 1 << 24;

  private StatisticCodec() {}

  /**
   * Reads a statistic written by {@link Statistic#write}.
   *
   * @throws StreamCorruptedException when the bytes are none
   */
  public static Statistic read(DataInput in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case QUADRATIC -> QuadraticStatistic.read(in);
      case NEIGHBOUR -> NeighbourStatistic.read(in);
      case CUSUM -> CusumStatistic.read(in);
      case FOREST -> ForestStatistic.read(in);
      default -> throw new StreamCorruptedException("unknown kind of statistic " + kind);
    };
  }

  /** Writes a vector with its length. */
  public static void write(DataOutput out, double[] vector) throws IOException {
    out.writeInt(vector.length);
    for (double value : vector) {
      out.writeDouble(value);
    }
  }

  /** Reads a vector written by {@link #write(DataOutput, double[])}. */
  public static double[] readVector(DataInput in) throws IOException {
    double[] vector = new double[readLength(in)];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = in.readDouble();
    }
    return vector;
  }

  static void write(DataOutput out, double[][] matrix) throws IOException {
    out.writeInt(matrix.length);
    for (double[] row : matrix) {
      write(out, row);
    }
  }

  static double[][] readMatrix(DataInput in) throws IOException {
    double[][] matrix = new double[readLength(in)][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = readVector(in);
    }
    return matrix;
  }

  static void write(DataOutput out, Window window) throws IOException {
    out.writeInt(window.mean());
    out.writeInt(window.lags());
  }

  static Window readWindow(DataInput in) throws IOException {
    int mean = in.readInt();
    int lags = in.readInt();
    if (mean < 1 || lags < 1 || mean > LONGEST || lags > LONGEST) {
      throw new StreamCorruptedException("a window of %d × %d rows".formatted(mean, lags));
    }
    return new Window(mean, lags);
  }

  private static int readLength(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new StreamCorruptedException("a length of " + length);
    }
    return length;
  }
}
