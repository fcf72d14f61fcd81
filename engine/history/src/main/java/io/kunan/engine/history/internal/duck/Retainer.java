package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.Retention;
import io.kunan.engine.history.Tag;
import io.kunan.engine.history.TagCatalogue;
import io.kunan.engine.history.internal.duck.Manifest.NewFile;
import io.kunan.engine.history.internal.duck.SealedFile.Kind;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TagId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Forgets what is older than its class allows. A file that holds nothing else is removed; another
 * is written anew without it, which happens once a day at most since limits are whole days.
 */
final class Retainer {
  private final SealedFiles files;
  private final Snapshots snapshots;
  private final Rewriting rewriting;
  private final TagCatalogue catalogue;

  Retainer(SealedFiles files, Snapshots snapshots, Rewriting rewriting, TagCatalogue catalogue) {
    this.files = files;
    this.snapshots = snapshots;
    this.rewriting = rewriting;
    this.catalogue = catalogue;
  }

  /** Removes and says how many points went. */
  long retain(Retention retention, Instant now) {
    long removed = 0;
    for (SealedFile file : snapshots.now().points()) {
      removed += retain(file, limits(file, retention.points(), now));
    }
    for (SealedFile file : snapshots.now().rollups()) {
      retain(file, limits(file, retention.rollups(), now));
    }
    return removed;
  }

  /** Tags of which something is too old, by the time from which they are kept. */
  private Map<Long, List<Integer>> limits(
      SealedFile file, Map<String, Duration> kept, Instant now) {
    Map<Long, List<Integer>> tags = new TreeMap<>();
    if (kept.isEmpty()) {
      return tags;
    }
    Spans spans = file.spans();
    for (int i = 0; i < spans.size(); i++) {
      String name =
          catalogue
              .find(new TagId(spans.tags[i]))
              .map(Tag::retentionClass)
              .orElse(Tag.DEFAULT_CLASS);
      Duration duration = kept.get(name);
      if (duration != null) {
        long limit = Micros.of(now.minus(duration));
        limit -= Math.floorMod(limit, Micros.PER_DAY);
        if (spans.first[i] < limit) {
          tags.computeIfAbsent(limit, time -> new ArrayList<>()).add(spans.tags[i]);
        }
      }
    }
    return tags;
  }

  private long retain(SealedFile file, Map<Long, List<Integer>> limits) {
    if (limits.isEmpty()) {
      return 0;
    }
    if (allOld(file, limits)) {
      rewriting.replace(List.of(file), List.of());
      return file.rows();
    }
    String time = file.kind() == Kind.POINTS ? "time_us" : "minute";
    String old =
        limits.entrySet().stream()
            .map(
                entry ->
                    "(%s < %d AND tag IN (%s))"
                        .formatted(
                            time,
                            file.kind() == Kind.POINTS
                                ? entry.getKey()
                                : entry.getKey() / Micros.PER_MINUTE,
                            entry.getValue().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(","))))
            .collect(Collectors.joining(" OR "));
    String sql =
        "SELECT * FROM %s WHERE NOT (%s)"
            .formatted(FileQuery.table(files.folder(), List.of(file)), old);
    NewFile rest = rewriting.write(file.kind(), file.generation(), sql, List.of(file));
    rewriting.replace(List.of(file), rest == null ? List.of() : List.of(rest));
    return file.rows() - (rest == null ? 0 : rest.file().rows());
  }

  private static boolean allOld(SealedFile file, Map<Long, List<Integer>> limits) {
    int old = 0;
    for (Map.Entry<Long, List<Integer>> entry : limits.entrySet()) {
      for (int tag : entry.getValue()) {
        if (file.spans().last[file.spans().find(tag)] >= entry.getKey()) {
          return false;
        }
        old++;
      }
    }
    return old == file.spans().size();
  }
}
