package io.kunan.platform.models.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Micros;
import io.kunan.platform.assets.AssetScope;
import io.kunan.platform.events.Event;
import io.kunan.platform.events.EventQuery;
import io.kunan.platform.events.Events;
import io.kunan.platform.models.ModelMember;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * When events of one type began at each of some assets.
 *
 * @param starts microseconds UTC, by number of the asset
 */
record EventAges(Map<Integer, NavigableSet<Long>> starts) {
  private static final int PAGE = 1_000;

  /** Those that were on or began between two instants. */
  static EventAges of(
      Events events, String type, List<ModelMember> members, Instant from, Instant to) {
    List<Integer> assets = members.stream().map(member -> member.asset().value()).toList();
    Map<Integer, NavigableSet<Long>> starts = new HashMap<>();
    List<Event> page;
    int number = 0;
    do {
      page = events.list(new EventQuery(AssetScope.at(assets), type, from, to, number++, PAGE));
      for (Event event : page) {
        starts
            .computeIfAbsent(event.assetId(), asset -> new TreeSet<>())
            .add(Micros.of(event.start()));
      }
    } while (page.size() == PAGE);
    return new EventAges(starts);
  }

  /** Hours since the last one began at an asset; NaN before the first. */
  double hours(AssetId asset, long micros) {
    NavigableSet<Long> own = starts.get(asset.value());
    Long last = own == null ? null : own.floor(micros);
    return last == null ? Double.NaN : (micros - last) / (double) Micros.PER_HOUR;
  }
}
