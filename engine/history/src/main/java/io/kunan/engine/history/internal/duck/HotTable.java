package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.Remark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Points in arrival order that are not sealed yet: durable in a {@link Journal}, whose file ends
 * when they are sealed, and by tag in memory, where they are read.
 */
final class HotTable {
  private static final String SUFFIX = ".journal";

  /** Order of arrival among hot tables and sealed files. */
  final long number;

  private final Path file;
  private final Journal journal;
  private final Before before;
  private final Slabs slabs = new Slabs();
  private final HeadIndex index = new HeadIndex();
  private final Map<Integer, Head> heads = new ConcurrentHashMap<>();
  private final List<Marked> remarks = new CopyOnWriteArrayList<>();
  private volatile long rows;

  private HotTable(long number, Path file, Before before, Opening opening) throws IOException {
    this.number = number;
    this.file = file;
    this.before = before;
    journal = opening.open(this);
  }

  static HotTable create(Path folder, long number, Before before) {
    Path file = fileOf(folder, number);
    try {
      var hot = new HotTable(number, file, before, self -> Journal.create(file));
      Durable.folder(folder);
      return hot;
    } catch (IOException e) {
      throw new UncheckedIOException("history store, begin a hot table", e);
    }
  }

  /** Takes up a table that an earlier process left. */
  static HotTable reopen(Path folder, long number, Before before) {
    Path file = fileOf(folder, number);
    try {
      return new HotTable(number, file, before, self -> Journal.reopen(file, self::takeUp));
    } catch (IOException e) {
      throw new UncheckedIOException("history store, take up a hot table", e);
    }
  }

  static Path fileOf(Path folder, long number) {
    return folder.resolve("hot-%d%s".formatted(number, SUFFIX));
  }

  /** Number of a hot table's file; null for another file. */
  static @Nullable Long numberOf(Path file) {
    String name = file.getFileName().toString();
    return name.matches("hot-\\d+\\" + SUFFIX)
        ? Long.valueOf(name.substring("hot-".length(), name.length() - SUFFIX.length()))
        : null;
  }

  long rows() {
    return rows;
  }

  /** Where the points become durable. Writer only. */
  Journal journal() {
    return journal;
  }

  @Nullable Head head(int tag) {
    return heads.get(tag);
  }

  /** Heads by tag number. */
  List<Head> headsByTag() {
    return heads.values().stream().sorted(Comparator.comparingInt(head -> head.tag)).toList();
  }

  List<Marked> remarks() {
    return remarks;
  }

  /**
   * Makes a durable point visible. Writer only.
   *
   * @param remark given with it, null when it simply arrived
   */
  void add(int tag, long time, double value, short quality, long arrival, @Nullable Remark remark) {
    Head head = index.get(tag);
    if (head == null) {
      head = new Head(tag, before.latestTime(tag), before.points(tag), slabs);
      head.add(time, value, quality, arrival);
      index.put(head);
      heads.put(tag, head);
    } else {
      head.add(time, value, quality, arrival);
    }
    if (remark != null) {
      remarks.add(new Marked(tag, head.size() - 1, remark));
    }
  }

  /** Writer only, after the points are added. */
  void grown(long by) {
    long before = rows;
    rows = before + by;
  }

  /** Forgets the table and its file. Nobody reads it any more. */
  void remove() {
    close();
    delete(file);
  }

  void close() {
    try {
      journal.close();
    } catch (IOException e) {
      throw new UncheckedIOException("history store, close " + file, e);
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("history store, remove " + file, e);
    }
  }

  private void takeUp(
      int tag, long time, double value, short quality, long arrival, @Nullable Remark remark) {
    add(tag, time, value, quality, arrival, remark);
    rows = rows + 1;
  }

  /** What was known of a tag when the table began. */
  interface Before {
    /** Time of the latest point the store had, or the smallest number. */
    long latestTime(int tag);

    /** Points in the table before: about as many will come again. */
    int points(int tag);
  }

  /** How the journal of a table is opened. */
  @FunctionalInterface
  private interface Opening {
    Journal open(HotTable hot) throws IOException;
  }

  /**
   * A point that came with a remark.
   *
   * @param index in the head of its tag
   */
  record Marked(int tag, int index, Remark remark) {}
}
