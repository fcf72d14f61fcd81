package io.kunan.platform.live.internal;

import io.kunan.engine.history.History;
import io.kunan.engine.history.Point;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TagId;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.live.LiveValue;
import io.kunan.platform.live.LiveValues;
import io.kunan.platform.web.Caller;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Last values come from the history, which holds them in memory; what this adds is which tags got
 * one in this run, for streams, and their quality, for the status bar.
 */
@Component
class LastValues implements LiveValues {
  private static final byte GOOD = 1;
  private static final byte NOT_GOOD = 2;

  private final History history;
  private final LiveCompression compression;
  private final SiteAccess sites;
  private final Clock clock;
  private long[] changes = new long[1 << 13];
  private byte[] seen = new byte[1 << 13];
  private long counter;
  private long newest = Long.MIN_VALUE;
  private int seenTags;
  private int goodTags;

  LastValues(History history, LiveCompression compression, SiteAccess sites, Clock clock) {
    this.history = history;
    this.compression = compression;
    this.sites = sites;
    this.clock = clock;
  }

  /** Notes a live batch. */
  synchronized void take(PointBatch batch) {
    counter++;
    for (int i = 0; i < batch.size(); i++) {
      int tag = batch.tag(i);
      makeRoom(tag);
      changes[tag] = counter;
      newest = Math.max(newest, batch.time(i));
      note(tag, Quality.isGood(batch.quality(i)));
    }
  }

  private void note(int tag, boolean good) {
    if (seen[tag] == 0) {
      seenTags++;
    } else if (seen[tag] == GOOD) {
      goodTags--;
    }
    if (good) {
      goodTags++;
    }
    seen[tag] = good ? GOOD : NOT_GOOD;
  }

  private void makeRoom(int tag) {
    if (tag >= changes.length) {
      int room = Math.max(tag + 1, changes.length * 2);
      changes = Arrays.copyOf(changes, room);
      seen = Arrays.copyOf(seen, room);
    }
  }

  @Override
  public List<LiveValue> list(Collection<Integer> tags) {
    long now = Micros.of(clock.instant());
    return history.last(tags.stream().map(TagId::new).toList()).stream()
        .map(point -> value(compression.newest(point), now))
        .toList();
  }

  @Override
  public Optional<LiveValue> find(int tag) {
    return list(List.of(tag)).stream().findFirst();
  }

  private static LiveValue value(Point point, long now) {
    return new LiveValue(
        point.tag().value(),
        point.time() / 1_000.0,
        point.isUsable() ? point.value() : Double.NaN,
        point.quality() & 0xFFFF,
        Math.max(0, now - point.time()) / (double) Micros.PER_SECOND);
  }

  @Override
  public synchronized long change(int tag) {
    return tag > 0 && tag < changes.length ? changes[tag] : 0;
  }

  @Override
  public Optional<Double> newestAgeSeconds(Caller person) {
    return person.seesAllSites()
        ? newestOfAll()
        : list(seenBy(person)).stream().map(LiveValue::ageSeconds).min(Double::compare);
  }

  private synchronized Optional<Double> newestOfAll() {
    return newest == Long.MIN_VALUE
        ? Optional.empty()
        : Optional.of(
            Math.max(0, Micros.of(clock.instant()) - newest) / (double) Micros.PER_SECOND);
  }

  @Override
  public Optional<Double> goodShare(Caller person) {
    return person.seesAllSites() ? goodOfAll() : goodOf(seenBy(person));
  }

  private synchronized Optional<Double> goodOfAll() {
    return seenTags == 0 ? Optional.empty() : Optional.of(goodTags / (double) seenTags);
  }

  private synchronized Optional<Double> goodOf(List<Integer> tags) {
    long good = tags.stream().filter(tag -> seen[tag] == GOOD).count();
    return tags.isEmpty() ? Optional.empty() : Optional.of(good / (double) tags.size());
  }

  /** The tags of a confined person that got a value in this run. */
  private List<Integer> seenBy(Caller person) {
    return sites.tags(person).stream()
        .map(tag -> tag.id().value())
        .filter(tag -> change(tag) > 0)
        .toList();
  }
}
