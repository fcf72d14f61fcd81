package io.kunan.engine.stream;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.PointSink;
import io.kunan.kernel.PointSource;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tags and points in memory: of two points of one tag and time the later put counts. */
final class PlantPoints implements PointSource, StreamTags {
  private record Value(double value, short quality) {}

  private final Map<String, StreamTag> tags = new HashMap<>();
  private final Map<Integer, TreeMap<Long, Value>> points = new HashMap<>();

  PlantPoints tag(String name, String unit, boolean step) {
    tags.put(name, new StreamTag(new TagId(tags.size() + 1), name, unit, step));
    return this;
  }

  int number(String name) {
    return tags.get(name).id().value();
  }

  PlantPoints put(String tag, double seconds, double value) {
    return put(tag, seconds, value, Quality.GOOD);
  }

  PlantPoints put(String tag, double seconds, double value, short quality) {
    return put(number(tag), micros(seconds), value, quality);
  }

  PlantPoints put(int tag, long time, double value, short quality) {
    points.computeIfAbsent(tag, _ -> new TreeMap<>()).put(time, new Value(value, quality));
    return this;
  }

  static long micros(double seconds) {
    return Math.round(seconds * Micros.PER_SECOND);
  }

  @Override
  public Optional<StreamTag> find(String name) {
    return Optional.ofNullable(tags.get(name));
  }

  @Override
  public void scan(List<TagId> wanted, TimeRange range, PointSink sink) {
    for (TagId tag : wanted) {
      var builder = PointBatch.builder(16);
      points
          .getOrDefault(tag.value(), new TreeMap<>())
          .subMap(range.from(), range.to())
          .forEach((time, one) -> builder.add(tag.value(), time, one.value, one.quality));
      if (!sink.accept(builder.build())) {
        return;
      }
    }
  }
}
