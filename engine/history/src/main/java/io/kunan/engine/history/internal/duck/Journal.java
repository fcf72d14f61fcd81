package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.Remark;
import io.kunan.kernel.PointBatch;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Batches in the order of their arrival in a file, forced to disk before they count. A batch is
 * there whole or not at all: it is kept in frames, each with its checksum, and the last one ends
 * it. What follows the last whole batch was never acknowledged and is cut off at opening.
 *
 * <p>A plain file and not a channel: a channel closes for everybody when one writing thread is
 * interrupted.
 */
final class Journal implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Journal.class.getName());
  private static final byte[] MARK = {'k', 'u', 'n', 'a', 'n', 'h', 'o', 1};
  private static final int FRAME_POINTS = 65_536;
  private static final int POINT_BYTES = Integer.BYTES + 2 * Long.BYTES + Short.BYTES;
  private static final int HEAD_BYTES = 2 * Integer.BYTES;
  private static final int CONTINUES = 1;
  private static final int REMARKED = 2;

  private final Path path;
  private final RandomAccessFile file;
  private ByteBuffer frame = buffer(1 << 16);
  private long end;
  private boolean damaged;

  private Journal(Path path) throws IOException {
    this.path = path;
    file = new RandomAccessFile(path.toFile(), "rw");
  }

  /** A new journal, empty and forced to disk. */
  static Journal create(Path path) throws IOException {
    var journal = new Journal(path);
    try {
      journal.begin();
      return journal;
    } catch (IOException e) {
      journal.close();
      throw journal.named(e);
    }
  }

  /**
   * Opens a journal and tells of each whole batch in it.
   *
   * @throws IOException when the file is not a journal of this version
   */
  static Journal reopen(Path path, Reader reader) throws IOException {
    var journal = new Journal(path);
    try {
      journal.read(reader);
      return journal;
    } catch (IOException e) {
      journal.close();
      throw journal.named(e);
    }
  }

  /**
   * Keeps batches. When this returns they outlive the process; when it throws none of them counts.
   *
   * @param arrival of all of them, microseconds UTC
   */
  void write(List<Entry> entries, long arrival) throws IOException {
    long from = end;
    try {
      file.seek(end);
      for (Entry entry : entries) {
        writeBatch(entry, arrival);
      }
      file.getFD().sync();
    } catch (IOException e) {
      end = from;
      cutOff(e);
      throw named(e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void begin() throws IOException {
    if (file.length() > 0) {
      file.setLength(0);
    }
    file.seek(0);
    file.write(MARK);
    file.getFD().sync();
    end = MARK.length;
  }

  private void writeBatch(Entry entry, long arrival) throws IOException {
    int size = entry.batch().size();
    for (int from = 0; from < size; from += FRAME_POINTS) {
      int to = Math.min(size, from + FRAME_POINTS);
      encode(entry, from, to, arrival);
      file.write(frame.array(), 0, frame.limit());
      end += frame.limit();
    }
  }

  private void encode(Entry entry, int from, int to, long arrival) {
    byte[] who = text(entry.remark() == null ? "" : entry.remark().who());
    byte[] why = text(entry.remark() == null ? "" : entry.remark().why());
    int room = HEAD_BYTES + Long.BYTES + 4 * Integer.BYTES + who.length + why.length;
    room += (to - from) * POINT_BYTES;
    frame = frame.capacity() < room ? buffer(room) : frame.clear();
    frame.position(HEAD_BYTES);
    boolean continues = to < entry.batch().size();
    int flags = (continues ? CONTINUES : 0) | (entry.remark() == null ? 0 : REMARKED);
    frame.putLong(arrival).putInt(to - from).putInt(flags);
    frame.putInt(who.length).put(who).putInt(why.length).put(why);
    putPoints(entry.batch(), from, to);
    frame.flip();
    frame.putInt(0, frame.limit() - HEAD_BYTES).putInt(Integer.BYTES, checksum());
  }

  private void putPoints(PointBatch batch, int from, int to) {
    for (int i = from; i < to; i++) {
      frame.putInt(batch.tag(i));
    }
    for (int i = from; i < to; i++) {
      frame.putLong(batch.time(i));
    }
    for (int i = from; i < to; i++) {
      frame.putDouble(batch.value(i));
    }
    for (int i = from; i < to; i++) {
      frame.putShort(batch.quality(i));
    }
  }

  /** A file shorter than its mark was being made when the process ended: nothing was in it. */
  private void read(Reader reader) throws IOException {
    long length = file.length();
    if (length < MARK.length) {
      begin();
      return;
    }
    byte[] mark = new byte[MARK.length];
    file.readFully(mark);
    if (!Arrays.equals(mark, MARK)) {
      throw new IOException("not a journal of points that this version can read");
    }
    end = MARK.length;
    var frames = new ArrayList<Frame>();
    long at = end;
    for (Frame next = next(length - at); next != null; next = next(length - at)) {
      at += next.bytes;
      frames.add(next);
      if (!next.continues) {
        frames.forEach(read -> read.tell(reader));
        frames.clear();
        end = at;
      }
    }
    if (end < length) {
      cutOff(length);
    }
  }

  /** A tail that is only short is what a kill leaves; a whole frame that is wrong is kept aside. */
  private void cutOff(long length) throws IOException {
    if (damaged) {
      Path aside = Path.of("%s.damaged-%d".formatted(path, end));
      file.seek(end);
      byte[] tail = new byte[Math.toIntExact(length - end)];
      file.readFully(tail);
      Files.write(aside, tail);
      LOG.log(
          System.Logger.Level.WARNING,
          "{0}: {1} bytes after byte {2} do not agree with their checksum; they are kept in {3}",
          path,
          tail.length,
          end,
          aside);
    }
    file.setLength(end);
    file.getFD().sync();
  }

  /** The next frame, or null where no whole one is. */
  private @Nullable Frame next(long left) throws IOException {
    if (left < HEAD_BYTES) {
      return null;
    }
    ByteBuffer head = buffer(HEAD_BYTES);
    file.readFully(head.array());
    int bytes = head.getInt();
    if (bytes < 0 || bytes > left - HEAD_BYTES) {
      return null;
    }
    frame = buffer(HEAD_BYTES + bytes);
    try {
      file.readFully(frame.array(), HEAD_BYTES, bytes);
    } catch (EOFException e) {
      return null;
    }
    damaged = checksum() != head.getInt();
    return damaged ? null : Frame.of(frame.position(HEAD_BYTES));
  }

  private int checksum() {
    var crc = new CRC32C();
    crc.update(frame.array(), HEAD_BYTES, frame.limit() - HEAD_BYTES);
    return (int) crc.getValue();
  }

  /** Best effort: what cannot be cut off is written over, and is no whole batch at opening. */
  private void cutOff(IOException cause) {
    try {
      file.setLength(end);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private IOException named(IOException cause) {
    var named = new FileSystemException(path.toString(), null, cause.getMessage());
    named.initCause(cause);
    return named;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * A batch to keep.
   *
   * @param remark given with it, null when it simply arrived
   */
  record Entry(PointBatch batch, @Nullable Remark remark) {}

  /** Told of points in the order in which they arrived. */
  @FunctionalInterface
  interface Reader {
    void point(
        int tag, long time, double value, short quality, long arrival, @Nullable Remark remark);
  }

  /** Points of one frame, still packed. */
  private record Frame(
      int bytes,
      long arrival,
      boolean continues,
      @Nullable Remark remark,
      int points,
      ByteBuffer columns) {
    static Frame of(ByteBuffer frame) {
      long arrival = frame.getLong();
      int points = frame.getInt();
      int flags = frame.getInt();
      String who = text(frame);
      String why = text(frame);
      Remark remark = (flags & REMARKED) == 0 ? null : new Remark(who, why);
      return new Frame(frame.limit(), arrival, (flags & CONTINUES) != 0, remark, points, frame);
    }

    void tell(Reader reader) {
      int tags = columns.position();
      int times = tags + points * Integer.BYTES;
      int values = times + points * Long.BYTES;
      int qualities = values + points * Double.BYTES;
      for (int i = 0; i < points; i++) {
        reader.point(
            columns.getInt(tags + i * Integer.BYTES),
            columns.getLong(times + i * Long.BYTES),
            columns.getDouble(values + i * Double.BYTES),
            columns.getShort(qualities + i * Short.BYTES),
            arrival,
            remark);
      }
    }

    private static String text(ByteBuffer frame) {
      byte[] bytes = new byte[frame.getInt()];
      frame.get(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
