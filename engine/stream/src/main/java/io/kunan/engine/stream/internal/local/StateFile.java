package io.kunan.engine.stream.internal.local;

import io.kunan.engine.stream.JobKey;
import io.kunan.engine.stream.internal.operation.Planned;
import io.kunan.kernel.InputException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * What all keys remembered when the points up to a position of the input log had been worked out.
 * State and position are one file, written whole or not at all.
 *
 * @param position of the input log
 * @param groups state by the key of each job in a group
 */
public record StateFile(long position, Map<JobKey, Entry> groups) {
  private static final int MAGIC = 0x4B53_5431;

  /**
   * The state of one key.
   *
   * @param fingerprint of the job that wrote it
   * @param group what it shares with its group
   * @param state its own
   */
  @SuppressWarnings("ArrayRecordComponent") // the bytes are handed on, never compared
  public record Entry(long fingerprint, byte[] group, byte[] state) {
    /** Event time up to which the job had worked everything out. */
    long watermark() {
      return ByteBuffer.wrap(state).getLong();
    }
  }

  /**
   * Whether the past of a group can be worked out anew from here: every job had its state, had
   * worked out nothing at or after that time, and nothing before it was corrected since.
   */
  boolean isBefore(Group group, long time) {
    long untouched = Math.min(time, group.reworkedFrom(position));
    return group.instances().stream()
        .allMatch(
            instance -> {
              Entry entry = groups.get(instance.plan().key());
              return entry != null
                  && entry.fingerprint == instance.plan().fingerprint()
                  && entry.watermark() < untouched;
            });
  }

  /** What a loop remembers now. */
  static Map<JobKey, Entry> of(KeyedLoop loop) {
    Map<JobKey, Entry> entries = new HashMap<>();
    for (Group group : loop.groups()) {
      byte[] shared = StateBytes.of(group::write);
      for (Instance<?> instance : group.instances()) {
        Planned plan = instance.plan();
        entries.put(
            plan.key(), new Entry(plan.fingerprint(), shared, StateBytes.of(instance::write)));
      }
    }
    return entries;
  }

  /**
   * Gives the keys of a loop what they remembered. A job that has changed begins anew, not before
   * the others of its group.
   */
  public void restore(KeyedLoop loop) {
    loop.groups().forEach(this::restore);
  }

  void restore(Group group) {
    List<Instance<?>> fresh = new ArrayList<>();
    for (Instance<?> instance : group.instances()) {
      Entry entry = groups.get(instance.plan().key());
      if (entry == null || entry.fingerprint != instance.plan().fingerprint()) {
        fresh.add(instance);
      } else {
        StateBytes.read(entry.group, group::read);
        StateBytes.read(entry.state, instance::read);
      }
    }
    if (fresh.size() < group.instances().size()) {
      fresh.forEach(instance -> instance.startAfter(group.watermark(instance)));
    }
  }

  /**
   * Writes the file; when it returns, it is on disk.
   *
   * @throws UncheckedIOException when it could not be written; what was there before is unharmed
   */
  public void write(Path file) {
    byte[] content = StateBytes.of(this::writeAll);
    CRC32C sum = new CRC32C();
    sum.update(content);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer head = ByteBuffer.allocate(12).putInt(MAGIC).putLong(sum.getValue()).flip();
      ByteBuffer[] parts = {head, ByteBuffer.wrap(content)};
      while (parts[1].hasRemaining()) {
        channel.write(parts);
      }
      channel.force(true);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the state of the streams could not be kept in " + file, e);
    }
    forceFolder(file);
  }

  private static void forceFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (IOException _) {
        // some systems cannot open a folder; the move itself is atomic
      }
    }
  }

  /**
   * Reads a file.
   *
   * @throws InputException when it is damaged
   */
  public static StateFile read(Path file) {
    try {
      byte[] all = Files.readAllBytes(file);
      ByteBuffer head = ByteBuffer.wrap(all);
      CRC32C sum = new CRC32C();
      if (all.length >= 12) {
        sum.update(all, 12, all.length - 12);
      }
      if (all.length < 12 || head.getInt() != MAGIC || head.getLong() != sum.getValue()) {
        throw new InputException(
            file.toString(), "is damaged or no state of streams", "take an older one");
      }
      return readAll(new DataInputStream(new ByteArrayInputStream(all, 12, all.length - 12)));
    } catch (IOException e) {
      throw new UncheckedIOException("the state of the streams could not be read from " + file, e);
    }
  }

  private void writeAll(DataOutputStream out) throws IOException {
    out.writeLong(position);
    out.writeInt(groups.size());
    for (Map.Entry<JobKey, Entry> one : groups.entrySet()) {
      out.writeUTF(one.getKey().job());
      out.writeUTF(one.getKey().asset());
      Entry entry = one.getValue();
      out.writeLong(entry.fingerprint);
      out.writeInt(entry.group.length);
      out.write(entry.group);
      out.writeInt(entry.state.length);
      out.write(entry.state);
    }
  }

  private static StateFile readAll(DataInputStream in) throws IOException {
    long position = in.readLong();
    int size = in.readInt();
    Map<JobKey, Entry> entries = new HashMap<>();
    for (int i = 0; i < size; i++) {
      JobKey key = new JobKey(in.readUTF(), in.readUTF());
      long fingerprint = in.readLong();
      byte[] group = in.readNBytes(in.readInt());
      byte[] state = in.readNBytes(in.readInt());
      entries.put(key, new Entry(fingerprint, group, state));
    }
    return new StateFile(position, entries);
  }
}
