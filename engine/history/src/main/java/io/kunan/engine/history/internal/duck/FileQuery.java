package io.kunan.engine.history.internal.duck;

import io.kunan.kernel.TimeRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SQL that reads some tags from sealed files in order. It sorts only where more than one file
 * must be woven together, and asks for the generation only where files overlap for one of the tags,
 * so that last-write-wins costs nothing elsewhere.
 */
record FileQuery(String sql, boolean withGeneration) {

  /**
   * @param columns what to select, the tag first, the time second
   * @param timeColumn name of the time column
   * @param unit microseconds of one step of the time column
   */
  record Shape(String columns, String timeColumn, long unit) {
    static final Shape POINTS = new Shape("tag, time_us, value, quality", "time_us", 1);
  }

  /** Files that hold points of one of the tags inside the range. */
  static List<SealedFile> touched(List<SealedFile> files, int[] tags, TimeRange range) {
    List<SealedFile> touched = new ArrayList<>();
    for (SealedFile file : files) {
      if (range.isEmpty() || file.minTime() >= range.to() || file.maxTime() < range.from()) {
        continue;
      }
      for (int tag : tags) {
        if (file.spans().touches(tag, range)) {
          touched.add(file);
          break;
        }
      }
    }
    return touched;
  }

  /**
   * @param files those {@link #touched}, at least one
   * @param tags rising
   */
  static FileQuery of(
      Path folder, Shape shape, List<SealedFile> files, int[] tags, TimeRange range) {
    boolean overlap = overlap(files, tags);
    String where = where(shape, tags, range);
    if (files.size() == 1 || (tags.length == 1 && !overlap)) {
      List<SealedFile> inOrder = new ArrayList<>(files);
      inOrder.sort(Comparator.comparingLong(file -> firstOf(file, tags[0])));
      return new FileQuery(select(folder, shape.columns(), inOrder) + where, false);
    }
    String order = " ORDER BY tag, " + shape.timeColumn();
    if (!overlap) {
      return new FileQuery(select(folder, shape.columns(), files) + where + order, false);
    }
    String union =
        files.stream()
            .map(
                file ->
                    select(
                            folder,
                            shape.columns() + ", " + file.generation() + " AS generation",
                            List.of(file))
                        + where)
            .collect(Collectors.joining(" UNION ALL "));
    return new FileQuery("SELECT * FROM (" + union + ")" + order + ", generation", true);
  }

  /**
   * Files of one tag in layers: no two of a layer overlap, and of two that do the newer lies
   * higher, so that a merge in which the higher layer wins gives the last write.
   *
   * @param files by generation
   */
  static List<List<SealedFile>> layers(List<SealedFile> files, int tag) {
    List<List<SealedFile>> layers = new ArrayList<>();
    for (SealedFile file : files) {
      int at = layers.size();
      while (at > 0 && !overlap(Stream.concat(layers.get(at - 1).stream(), Stream.of(file)), tag)) {
        at--;
      }
      if (at == layers.size()) {
        layers.add(new ArrayList<>());
      }
      layers.get(at).add(file);
    }
    return layers;
  }

  private static long firstOf(SealedFile file, int tag) {
    int at = file.spans().find(tag);
    return at < 0 ? file.minTime() : file.spans().first[at];
  }

  private static boolean overlap(List<SealedFile> files, int[] tags) {
    List<SealedFile> suspects = files.stream().filter(SealedFile::overlaps).toList();
    if (suspects.size() < 2) {
      return false;
    }
    for (int tag : tags) {
      if (overlap(suspects.stream(), tag)) {
        return true;
      }
    }
    return false;
  }

  private static boolean overlap(Stream<SealedFile> files, int tag) {
    List<Spans> byStart =
        files
            .map(SealedFile::spans)
            .filter(spans -> spans.find(tag) >= 0)
            .sorted(Comparator.comparingLong(spans -> spans.first[spans.find(tag)]))
            .toList();
    long reached = Long.MIN_VALUE;
    for (Spans spans : byStart) {
      int at = spans.find(tag);
      if (spans.first[at] <= reached && reached != Long.MIN_VALUE) {
        return true;
      }
      reached = Math.max(reached, spans.last[at]);
    }
    return false;
  }

  static String select(Path folder, String columns, List<SealedFile> files) {
    return "SELECT %s FROM %s".formatted(columns, table(folder, files));
  }

  static String table(Path folder, List<SealedFile> files) {
    return files.stream()
        .map(file -> Database.quote(folder.resolve(file.name())))
        .collect(Collectors.joining(", ", "read_parquet([", "])"));
  }

  private static String where(Shape shape, int[] tags, TimeRange range) {
    var text = new StringBuilder(" WHERE ").append(tagsAre(tags));
    if (range.from() != Long.MIN_VALUE) {
      long from = Math.ceilDiv(range.from(), shape.unit());
      text.append(" AND ").append(shape.timeColumn()).append(" >= ").append(from);
    }
    if (range.to() != Long.MAX_VALUE) {
      long to = Math.ceilDiv(range.to(), shape.unit());
      text.append(" AND ").append(shape.timeColumn()).append(" < ").append(to);
    }
    return text.toString();
  }

  static String tagsAre(int[] tags) {
    if (tags.length == 1) {
      return "tag = " + tags[0];
    }
    int last = tags[tags.length - 1];
    String between = "tag BETWEEN %d AND %d".formatted(tags[0], last);
    if (last - tags[0] == tags.length - 1) {
      return between;
    }
    var list = new StringBuilder(between).append(" AND tag IN (");
    for (int i = 0; i < tags.length; i++) {
      list.append(i == 0 ? "" : ",").append(tags[i]);
    }
    return list.append(')').toString();
  }
}
