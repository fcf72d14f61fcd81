package io.kunan.engine.stream;

import io.kunan.kernel.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keeps what jobs say, by key, as a store of results would. */
final class Said implements StreamOutput {
  private final Map<JobKey, List<Emission>> byKey = new TreeMap<>();

  @Override
  public synchronized void take(List<Emission> said) {
    said.forEach(one -> byKey.computeIfAbsent(one.key(), _ -> new ArrayList<>()).add(one));
  }

  @Override
  public synchronized Revision revise(Set<JobKey> keys, TimeRange range) {
    byKey.forEach(
        (key, list) -> {
          if (keys.contains(key)) {
            list.removeIf(one -> range.contains(one.time()));
          }
        });
    return new Revision() {
      @Override
      public void take(List<Emission> said) {
        Said.this.take(said);
      }

      @Override
      public void close() {
        sort();
      }
    };
  }

  private synchronized void sort() {
    byKey.values().forEach(list -> list.sort(Comparator.comparingLong(Emission::time)));
  }

  /** Everything said for times up to one, by key. */
  synchronized Map<JobKey, List<Emission>> upTo(long time) {
    Map<JobKey, List<Emission>> found = new TreeMap<>();
    byKey.forEach(
        (key, list) -> {
          List<Emission> early = list.stream().filter(one -> one.time() <= time).toList();
          if (!early.isEmpty()) {
            found.put(key, early);
          }
        });
    return found;
  }

  List<Emission> all() {
    return upTo(Long.MAX_VALUE).values().stream().flatMap(List::stream).toList();
  }

  List<Emission.Value> values() {
    return all().stream()
        .filter(Emission.Value.class::isInstance)
        .map(Emission.Value.class::cast)
        .toList();
  }

  /** Frames that have ended. */
  List<EventFrame> frames() {
    return all().stream()
        .filter(Emission.Closed.class::isInstance)
        .map(one -> ((Emission.Closed) one).frame())
        .toList();
  }
}
