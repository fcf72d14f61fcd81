package io.kunan.platform.connect.internal.buffer;

import io.kunan.kernel.PointBatch;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The form of a batch in a segment file: length of the body, CRC-32C of the body, then the body:
 * number of points and the columns tag, time, value, quality. Big-endian.
 */
final class BatchRecord {
  static final int HEADER = 8;
  private static final int POINT = Integer.BYTES + Long.BYTES + Double.BYTES + Short.BYTES;

  /** Beyond this a length can only come from a damaged file. */
  private static final int LARGEST_BODY = Integer.BYTES + POINT * DiskBuffer.LARGEST_BATCH;

  private BatchRecord() {}

  static int length(int points) {
    return HEADER + Integer.BYTES + POINT * points;
  }

  static ByteBuffer encode(PointBatch batch) {
    int points = batch.size();
    ByteBuffer record = ByteBuffer.allocate(length(points));
    record.position(HEADER).putInt(points);
    for (int i = 0; i < points; i++) {
      record.putInt(batch.tag(i));
    }
    for (int i = 0; i < points; i++) {
      record.putLong(batch.time(i));
    }
    for (int i = 0; i < points; i++) {
      record.putDouble(batch.value(i));
    }
    for (int i = 0; i < points; i++) {
      record.putShort(batch.quality(i));
    }
    record.putInt(0, record.capacity() - HEADER);
    record.putInt(4, checksum(record.duplicate().flip().position(HEADER)));
    return record.flip();
  }

  /** Length of the body that a header announces, or -1 when no sound header can say so. */
  static int bodyLength(ByteBuffer header) {
    int length = header.getInt(0);
    return length < Integer.BYTES || length > LARGEST_BODY ? -1 : length;
  }

  /** The batch of a body, or null when the body is damaged. */
  static @Nullable PointBatch decode(ByteBuffer header, ByteBuffer body) {
    if (checksum(body.duplicate()) != header.getInt(4)) {
      return null;
    }
    int points = body.getInt();
    if (points < 0 || length(points) - HEADER != body.limit()) {
      return null;
    }
    int[] tags = new int[points];
    long[] times = new long[points];
    double[] values = new double[points];
    short[] qualities = new short[points];
    body.asIntBuffer().get(tags);
    body.position(body.position() + Integer.BYTES * points);
    body.asLongBuffer().get(times);
    body.position(body.position() + Long.BYTES * points);
    body.asDoubleBuffer().get(values);
    body.position(body.position() + Double.BYTES * points);
    body.asShortBuffer().get(qualities);
    return PointBatch.of(tags, times, values, qualities);
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
