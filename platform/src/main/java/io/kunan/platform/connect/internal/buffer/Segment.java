package io.kunan.platform.connect.internal.buffer;

import io.kunan.kernel.PointBatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One append-only file of the buffer. Its sound part ends where the first damaged record begins.
 */
final class Segment implements AutoCloseable {
  private static final String SUFFIX = ".points";

  final long number;
  private final Path file;
  private final FileChannel channel;
  private long end;

  private Segment(long number, Path file, FileChannel channel) throws IOException {
    this.number = number;
    this.file = file;
    this.channel = channel;
    this.end = channel.size();
  }

  static boolean isSegment(Path file) {
    return file.getFileName().toString().matches("\\d{16}" + SUFFIX.replace(".", "\\."));
  }

  static Segment open(Path folder, long number) throws IOException {
    Path file = folder.resolve("%016d%s".formatted(number, SUFFIX));
    return new Segment(
        number,
        file,
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  static long numberOf(Path file) {
    return Long.parseLong(file.getFileName().toString().substring(0, 16));
  }

  /** First byte after the last sound record. */
  long end() {
    return end;
  }

  /** Appends a record and forces it to disk. */
  void append(ByteBuffer record) throws IOException {
    long at = end;
    while (record.hasRemaining()) {
      at += channel.write(record, at);
    }
    channel.force(false);
    end = at;
  }

  /** The batch at an offset, or null when no sound record begins there. */
  @Nullable PointBatch read(long offset) throws IOException {
    ByteBuffer header = readFully(offset, BatchRecord.HEADER);
    if (header == null) {
      return null;
    }
    int length = BatchRecord.bodyLength(header);
    ByteBuffer body = length < 0 ? null : readFully(offset + BatchRecord.HEADER, length);
    return body == null ? null : BatchRecord.decode(header, body);
  }

  /**
   * Counts the points of the sound records from an offset and cuts off what lies behind them: the
   * torn end of a record that a killed process did not finish, or damage.
   *
   * @return points found
   */
  long recover(long from) throws IOException {
    long points = 0;
    long at = from;
    PointBatch batch = read(at);
    while (batch != null) {
      points += batch.size();
      at += BatchRecord.length(batch.size());
      batch = read(at);
    }
    end = Math.min(at, channel.size());
    channel.truncate(end);
    return points;
  }

  private @Nullable ByteBuffer readFully(long offset, int length) throws IOException {
    if (offset + length > channel.size()) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, offset + bytes.position()) < 0) {
        return null;
      }
    }
    return bytes.flip();
  }

  void delete() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
