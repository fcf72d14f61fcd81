package io.kunan.platform.connect.internal.buffer;

import io.kunan.kernel.PointBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Store and forward: batches wait on disk, in order, until somebody acknowledges them.
 *
 * <p>Append-only segment files with a checksum for every batch. An appended batch is forced to disk
 * and survives the death of the process and of the machine; what a dying process left half written
 * is cut off when the buffer is opened again. The place up to which batches are acknowledged is
 * kept without force: after a power failure some batches may be given out twice, never left out.
 */
public final class DiskBuffer implements AutoCloseable {
  /** Points of the largest batch that can be appended. */
  public static final int LARGEST_BATCH = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(DiskBuffer.class);

  private final Path folder;
  private final long largestBytes;
  private final long segmentBytes;
  private final ReadPosition position;
  private final Deque<Segment> segments = new ArrayDeque<>();
  private long readOffset;
  private long points;

  private DiskBuffer(Path folder, long largestBytes, long segmentBytes) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.largestBytes = largestBytes;
    this.segmentBytes = segmentBytes;
    this.position = ReadPosition.open(folder.resolve("position"));
    recover();
  }

  /**
   * Opens the buffer of a folder with what an earlier process left in it.
   *
   * @param largestBytes size on disk beyond which batches are refused
   * @param segmentBytes size at which a new file is begun, and so the unit in which space is freed
   */
  public static DiskBuffer open(Path folder, long largestBytes, long segmentBytes)
      throws IOException {
    return new DiskBuffer(folder, largestBytes, segmentBytes);
  }

  /**
   * Appends a batch behind all others and forces it to disk.
   *
   * @return false when the buffer is full; nothing is written then
   */
  public synchronized boolean append(PointBatch batch) {
    if (batch.size() > LARGEST_BATCH) {
      throw new IllegalArgumentException(
          "a batch of %d points is larger than the buffer takes, %d"
              .formatted(batch.size(), LARGEST_BATCH));
    }
    if (bytes() + BatchRecord.length(batch.size()) > largestBytes) {
      return false;
    }
    try {
      if (segments.isEmpty() || segments.getLast().end() >= segmentBytes) {
        segments.addLast(Segment.open(folder, nextNumber()));
      }
      segments.getLast().append(BatchRecord.encode(batch));
    } catch (IOException e) {
      throw new UncheckedIOException("the buffer in " + folder + " cannot be written", e);
    }
    points += batch.size();
    return true;
  }

  /** The oldest batch not acknowledged, or null when there is none. */
  public synchronized @Nullable PointBatch peek() {
    try {
      while (!segments.isEmpty() && readOffset >= segments.getFirst().end()) {
        dropHead();
      }
      if (segments.isEmpty()) {
        return null;
      }
      PointBatch batch = segments.getFirst().read(readOffset);
      if (batch == null) {
        throw new IOException("a batch that was sound is damaged: the disk is failing");
      }
      return batch;
    } catch (IOException e) {
      throw new UncheckedIOException("the buffer in " + folder + " cannot be read", e);
    }
  }

  /** Takes the batch of the last {@link #peek} off the buffer. */
  public synchronized void acknowledge() {
    PointBatch batch = peek();
    if (batch == null) {
      throw new IllegalStateException("nothing to acknowledge: the buffer is empty");
    }
    try {
      points -= batch.size();
      readOffset += BatchRecord.length(batch.size());
      if (readOffset >= segments.getFirst().end() && points == 0) {
        dropHead();
      } else {
        position.write(segments.getFirst().number, readOffset);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the buffer in " + folder + " cannot be written", e);
    }
  }

  public synchronized boolean isEmpty() {
    return points == 0;
  }

  /** Points waiting. */
  public synchronized long points() {
    return points;
  }

  /** Size of the files. */
  public synchronized long bytes() {
    return segments.stream().mapToLong(Segment::end).sum();
  }

  @Override
  public synchronized void close() {
    try {
      for (Segment segment : segments) {
        segment.close();
      }
      position.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the buffer in " + folder + " cannot be closed", e);
    }
  }

  private void recover() throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(Segment::isSegment).sorted().toList();
    }
    for (Path file : files) {
      Segment segment = Segment.open(folder, Segment.numberOf(file));
      if (segment.number < position.segment()) {
        segment.delete();
        continue;
      }
      segments.addLast(segment);
      boolean first = segments.size() == 1;
      long from = first && segment.number == position.segment() ? position.offset() : 0;
      if (first) {
        readOffset = from;
      }
      long before = segment.end();
      points += segment.recover(from);
      if (segment.end() < before) {
        LOG.warn(
            "{}: cut {} bytes of an unfinished or damaged batch off segment {}",
            folder,
            before - segment.end(),
            segment.number);
      }
    }
  }

  private void dropHead() throws IOException {
    Segment head = segments.removeFirst();
    readOffset = 0;
    position.write(head.number + 1, 0);
    head.delete();
  }

  private long nextNumber() {
    return segments.isEmpty() ? Math.max(1, position.segment()) : segments.getLast().number + 1;
  }
}
