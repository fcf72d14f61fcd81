package io.kunan.benchmark.opcua;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * What a server handed to subscribed items, written by the server itself: for each moment the time
 * stamp, the number that makes the values, and which tags had an item.
 */
final class Ledger implements AutoCloseable {
  private final DataOutputStream out;

  private Ledger(DataOutputStream out) {
    this.out = out;
  }

  static Ledger create(Path file) throws IOException {
    return new Ledger(
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)));
  }

  /** The value of a tag at a moment: differs for every tag and every moment of a day. */
  static double value(int moment, int tag) {
    return moment % 1_000_000 + tag / 16_384.0;
  }

  synchronized void sent(long timeMicros, int moment, BitSet tags) throws IOException {
    if (tags.isEmpty()) {
      return;
    }
    byte[] bits = tags.toByteArray();
    out.writeLong(timeMicros);
    out.writeInt(moment);
    out.writeInt(bits.length);
    out.write(bits);
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }

  /** Takes the entries of a ledger one after another. */
  @FunctionalInterface
  interface Reader {
    void entry(long timeMicros, int moment, BitSet tags);
  }

  static void read(Path file, Reader reader) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      while (true) {
        long time;
        try {
          time = in.readLong();
        } catch (EOFException e) {
          return;
        }
        int moment = in.readInt();
        byte[] bits = in.readNBytes(in.readInt());
        reader.entry(time, moment, BitSet.valueOf(bits));
      }
    }
  }
}
