package io.kunan.engine.learn.detect;

import io.kunan.engine.learn.detect.internal.Statistic;
import io.kunan.engine.learn.detect.internal.StatisticCodec;
import io.kunan.kernel.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The written form of a detector: a mark, a version, settings, columns, statistics, scale. */
final class DetectorCodec {
  private static final int MARK = 0x4B4E4454; // "KNDT"
  private static final int VERSION = 1;

  private DetectorCodec() {}

  static byte[] write(Detector detector) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MARK);
      out.writeInt(VERSION);
      write(out, detector.settings());
      out.writeInt(detector.variables().size());
      for (String variable : detector.variables()) {
        out.writeUTF(variable);
      }
      out.writeInt(detector.leftOut().size());
      for (LeftOut column : detector.leftOut()) {
        out.writeUTF(column.column());
        out.writeUTF(column.reason());
      }
      out.writeInt(detector.trainingRows());
      StatisticCodec.write(out, detector.means());
      out.writeInt(detector.statistics().size());
      for (Statistic statistic : detector.statistics()) {
        statistic.write(out);
      }
      detector.calibration().write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Detector read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MARK) {
        throw new StreamCorruptedException("they do not begin as one");
      }
      int version = in.readInt();
      if (version != VERSION) {
        throw new StreamCorruptedException("they are of version " + version);
      }
      DetectorSettings settings = readSettings(in);
      List<String> variables = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        variables.add(in.readUTF());
      }
      List<LeftOut> leftOut = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        leftOut.add(new LeftOut(in.readUTF(), in.readUTF()));
      }
      int trainingRows = in.readInt();
      double[] means = StatisticCodec.readVector(in);
      List<Statistic> statistics = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        statistics.add(StatisticCodec.read(in));
      }
      return new Detector(
          settings, variables, leftOut, trainingRows, means, statistics, Calibration.read(in));
    } catch (IOException e) {
      throw new InputException(
          "saved detector",
          "these bytes cannot be read as one (%s)".formatted(e.getMessage()),
          "use the bytes as they were saved by this version, or train again",
          e);
    }
  }

  private static void write(DataOutputStream out, DetectorSettings settings) throws IOException {
    out.writeUTF(settings.method().label());
    out.writeDouble(settings.falseAlarms());
    out.writeDouble(settings.smoothing());
    out.writeInt(settings.persistence().hits());
    out.writeInt(settings.persistence().of());
    out.writeLong(settings.seed());
  }

  private static DetectorSettings readSettings(DataInputStream in) throws IOException {
    return new DetectorSettings(
        DetectionMethod.labelled(in.readUTF()),
        in.readDouble(),
        in.readDouble(),
        new PersistenceRule(in.readInt(), in.readInt()),
        in.readLong());
  }
}
