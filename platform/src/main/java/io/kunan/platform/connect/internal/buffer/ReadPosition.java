package io.kunan.platform.connect.internal.buffer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Up to where a buffer is acknowledged, in a file of 20 bytes. A torn or missing file means the
 * very beginning: batches are then given out again, which a receiver must bear.
 */
final class ReadPosition implements AutoCloseable {
  private static final int BODY = 16;

  private final FileChannel channel;
  private long segment;
  private long offset;

  private ReadPosition(FileChannel channel) throws IOException {
    this.channel = channel;
    ByteBuffer bytes = ByteBuffer.allocate(BODY + 4);
    if (channel.read(bytes, 0) == bytes.capacity() && bytes.getInt(BODY) == checksum(bytes)) {
      segment = bytes.getLong(0);
      offset = bytes.getLong(8);
    }
  }

  static ReadPosition open(Path file) throws IOException {
    return new ReadPosition(
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  long segment() {
    return segment;
  }

  long offset() {
    return offset;
  }

  void write(long newSegment, long newOffset) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(BODY + 4).putLong(newSegment).putLong(newOffset);
    bytes.putInt(BODY, checksum(bytes)).rewind();
    channel.write(bytes, 0);
    segment = newSegment;
    offset = newOffset;
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate().clear().limit(BODY));
    return (int) crc.getValue();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
