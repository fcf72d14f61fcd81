package io.kunan.engine.learn;

import io.kunan.kernel.Column;
import io.kunan.kernel.Table;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which data a model was learned from, so that it can be learned again: where the rows came from,
 * which time they span and a fingerprint of every time, name and cell.
 *
 * @param source the query or the files
 * @param rows number of rows
 * @param from time of the first row, microseconds UTC; 0 without times
 * @param to time of the last row; 0 without times
 * @param sha256 fingerprint, hexadecimal
 */
public record DataIdentity(String source, int rows, long from, long to, String sha256) {
  /** The identity of a table read from {@code source}. */
  public static DataIdentity of(String source, Table table) {
    MessageDigest digest = digest();
    update(digest, table.times());
    for (Column column : table.columns()) {
      digest.update(text(column.name()));
      switch (column) {
        case Column.Numbers numbers -> update(digest, numbers.values());
        case Column.Words words -> words.values().forEach(word -> digest.update(text(word)));
      }
    }
    long[] times = table.times();
    return new DataIdentity(
        source,
        table.rows(),
        times.length == 0 ? 0 : times[0],
        times.length == 0 ? 0 : times[times.length - 1],
        HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] text(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
  }

  private static void update(MessageDigest digest, long[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * values.length);
    buffer.asLongBuffer().put(values);
    digest.update(buffer);
  }

  private static void update(MessageDigest digest, double[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * values.length);
    for (double value : values) {
      buffer.putLong(Double.doubleToLongBits(value));
    }
    digest.update(buffer.flip());
  }
}
