package io.kunan.platform.live.internal;

import io.kunan.engine.history.Compression;
import io.kunan.engine.history.Compression.Gate;
import io.kunan.engine.history.Compressor;
import io.kunan.engine.history.Point;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.TagId;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.assets.TagsChanged;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Which live points go on to history: all of most tags, and of tags with a compression those it
 * keeps. What is held back was promised to its source as stored, so it is not lost when a write
 * fails: it comes again with the next one.
 */
@Component
class LiveCompression {
  private final Assets assets;
  private final Map<Integer, Compression> rules = new HashMap<>();
  private final Compressor compressor =
      new Compressor(tag -> Objects.requireNonNull(rules.get(tag)));
  private final PointBatch.Builder owed = PointBatch.builder(16);

  /** The newest point of each tag with a compression: history may get it later, or never. */
  private final Map<Integer, Point> newest = new ConcurrentHashMap<>();

  LiveCompression(Assets assets) {
    this.assets = assets;
    assets.tags().list().forEach(this::define);
  }

  /** What history is to store now. Whoever fails to store it gives it {@link #back}. */
  synchronized PointBatch take(PointBatch batch) {
    if (rules.isEmpty() && owed.size() == 0) {
      return batch;
    }
    PointBatch.Builder out = PointBatch.builder(batch.size());
    PointBatch.Builder compressed = PointBatch.builder(16);
    add(owed.build(), out);
    for (int i = 0; i < batch.size(); i++) {
      boolean judged = rules.containsKey(batch.tag(i));
      PointBatch.Builder to = judged ? compressed : out;
      to.add(batch.tag(i), batch.time(i), batch.value(i), batch.quality(i));
      if (judged) {
        see(batch, i);
      }
    }
    add(compressor.take(compressed.build()), out);
    return out.build();
  }

  private void see(PointBatch batch, int i) {
    var point = new Point(new TagId(batch.tag(i)), batch.time(i), batch.value(i), batch.quality(i));
    newest.merge(batch.tag(i), point, (old, now) -> now.time() >= old.time() ? now : old);
  }

  /** The later of what history has last and of what is held back. */
  Point newest(Point stored) {
    Point seen = newest.get(stored.tag().value());
    return seen == null || seen.time() < stored.time() ? stored : seen;
  }

  /** The points of tags that fell silent, and what is owed. */
  synchronized PointBatch takeOverdue(long now) {
    add(compressor.flushOverdue(now), owed);
    return owed.build();
  }

  /** All that is held back, and what is owed. */
  synchronized PointBatch takeAll() {
    add(compressor.flush(), owed);
    return owed.build();
  }

  /** Points that could not be stored; the next batch brings them again. */
  synchronized void back(PointBatch batch) {
    add(batch, owed);
  }

  /** A point held back under the old rule is not judged by the new one. */
  @EventListener
  synchronized void on(TagsChanged change) {
    Stream.of(change.created(), change.changed(), change.deleted())
        .flatMap(Set::stream)
        .forEach(this::renew);
  }

  private void renew(TagId id) {
    Tag tag = assets.tags().find(id).orElse(null);
    Compression before = rules.get(id.value());
    if (!Objects.equals(before, tag == null ? null : rule(tag.traits()))) {
      add(compressor.forget(id.value()), owed);
      rules.remove(id.value());
      newest.remove(id.value());
      if (tag != null) {
        define(tag);
      }
    }
  }

  private void define(Tag tag) {
    Compression rule = rule(tag.traits());
    if (rule != null) {
      rules.put(tag.id().value(), rule);
    }
  }

  private static @Nullable Compression rule(TagTraits traits) {
    TagTraits.Compression set = traits.compression();
    return set == null
        ? null
        : new Compression(
            Gate.of(set.exceptionDeviation(), set.longest()),
            Gate.of(set.doorDeviation(), set.longest()),
            traits.step());
  }

  private static void add(PointBatch batch, PointBatch.Builder to) {
    for (int i = 0; i < batch.size(); i++) {
      to.add(batch.tag(i), batch.time(i), batch.value(i), batch.quality(i));
    }
  }
}
