package io.kunan.plant.potline.internal;

import io.kunan.kernel.InputException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every array that makes up the state of the line, by name, so that the whole state can be written
 * and read back without one being forgotten.
 */
final class Book {
  private final Map<String, double[]> doubles = new LinkedHashMap<>();
  private final Map<String, long[]> longs = new LinkedHashMap<>();

  double[] doubles(String name, int length) {
    double[] fresh = new double[length];
    if (doubles.put(name, fresh) != null) {
      throw new IllegalArgumentException("two arrays are called " + name);
    }
    return fresh;
  }

  long[] longs(String name, int length) {
    long[] fresh = new long[length];
    if (longs.put(name, fresh) != null) {
      throw new IllegalArgumentException("two arrays are called " + name);
    }
    return fresh;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(doubles.size());
    for (var entry : doubles.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().length);
      for (double value : entry.getValue()) {
        out.writeDouble(value);
      }
    }
    out.writeInt(longs.size());
    for (var entry : longs.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().length);
      for (long value : entry.getValue()) {
        out.writeLong(value);
      }
    }
  }

  void read(DataInputStream in) throws IOException {
    expect(in.readInt(), doubles.size(), "number of states");
    for (int i = doubles.size(); i > 0; i--) {
      String name = in.readUTF();
      double[] target = known(name, doubles.get(name));
      expect(in.readInt(), target.length, name);
      for (int k = 0; k < target.length; k++) {
        target[k] = in.readDouble();
      }
    }
    expect(in.readInt(), longs.size(), "number of counters");
    for (int i = longs.size(); i > 0; i--) {
      String name = in.readUTF();
      long[] target = known(name, longs.get(name));
      expect(in.readInt(), target.length, name);
      for (int k = 0; k < target.length; k++) {
        target[k] = in.readLong();
      }
    }
  }

  private static <T> T known(String name, @Nullable T array) {
    if (array == null) {
      throw mismatch(name, "is not a state of this version");
    }
    return array;
  }

  private static void expect(int found, int wanted, String what) {
    if (found != wanted) {
      throw mismatch(what, "is %d, not %d".formatted(found, wanted));
    }
  }

  private static InputException mismatch(String what, String found) {
    return new InputException(
        "potline state file", what + " " + found, "delete the file; the line then starts afresh");
  }
}
