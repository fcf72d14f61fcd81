package io.kunan.engine.stream.internal.local;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** State as bytes in memory. */
final class StateBytes {
  /** Writes a state. */
  interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  /** Reads a state. */
  interface Reading {
    void from(DataInputStream in) throws IOException;
  }

  private StateBytes() {}

  static byte[] of(Writing writing) {
    var bytes = new ByteArrayOutputStream();
    try {
      writing.to(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static void read(byte[] bytes, Reading reading) {
    try {
      reading.from(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
