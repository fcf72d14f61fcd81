package io.kunan.platform.overview.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.platform.advice.Advice;
import io.kunan.platform.alarms.Alarm;
import io.kunan.platform.alarms.AlarmView;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetTree;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.live.LiveValue;
import io.kunan.platform.live.LiveValues;
import io.kunan.platform.overview.web.OverviewViews.AbnormalView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Equipment with standing alarms, the most urgent and longest first. */
@Component
class AbnormalRows {
  private static final int PATH = 3;

  private final Assets assets;
  private final LiveValues live;

  AbnormalRows(Assets assets, LiveValues live) {
    this.assets = assets;
    this.live = live;
  }

  List<AbnormalView> of(List<Alarm> standing, List<Advice> proposed) {
    Map<Integer, Long> advised =
        proposed.stream().collect(Collectors.groupingBy(Advice::assetId, Collectors.counting()));
    Map<Integer, List<Alarm>> byAsset =
        standing.stream()
            .collect(
                Collectors.groupingBy(
                    Alarm::assetId, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    return byAsset.values().stream()
        .map(group -> row(group, advised))
        .sorted(Comparator.comparingInt(AbnormalView::priority).thenComparing(AbnormalView::since))
        .toList();
  }

  private AbnormalView row(List<Alarm> group, Map<Integer, Long> advised) {
    Alarm first =
        group.stream()
            .min(
                Comparator.<Alarm>comparingInt(alarm -> alarm.rule().priority())
                    .thenComparing(Alarm::raisedAt))
            .orElseThrow();
    Optional<Tag> tag = assets.tags().find(new TagId(first.tagId()));
    AlarmView view = AlarmView.of(first, tag);
    // A rate, an age or a model's figure has neither the live value of the tag nor its range.
    boolean ofTag = first.rule().kind().watchesValue();
    Optional<LiveValue> now = ofTag ? live.find(first.tagId()) : Optional.empty();
    Optional<TagTraits> range = ofTag ? tag.map(Tag::traits) : Optional.empty();
    return new AbnormalView(
        first.rule().priority(),
        first.assetId(),
        path(new AssetId(first.assetId())),
        view.title(),
        view.detail(),
        now.map(LiveValue::value).orElse(first.figure()),
        view.unit(),
        range.map(TagTraits::limitLow).orElse(null),
        range.map(TagTraits::limitHigh).orElse(null),
        scale(range, true),
        scale(range, false),
        group.stream().map(Alarm::raisedAt).min(Comparator.naturalOrder()).orElseThrow(),
        Math.toIntExact(advised.getOrDefault(first.assetId(), 0L)),
        group.stream().map(Alarm::id).toList());
  }

  /** The good range with half its width on both sides, so that the bullet shows how far off. */
  private static @Nullable Double scale(Optional<TagTraits> range, boolean low) {
    if (range.isEmpty()) {
      return null;
    }
    Double from = range.get().limitLow();
    Double to = range.get().limitHigh();
    if (from == null || to == null) {
      return low ? range.get().low() : range.get().high();
    }
    double half = (to - from) / 2;
    return low ? from - half : to + half;
  }

  /** The asset and what it stands in, as far as a row has room for. */
  private Text path(AssetId id) {
    AssetTree tree = assets.tree();
    List<Text> names = new ArrayList<>();
    Optional<Asset> at = tree.find(id);
    while (at.isPresent() && names.size() < PATH) {
      names.addFirst(at.get().name());
      AssetId parent = at.get().parent();
      at = parent == null ? Optional.empty() : tree.find(parent);
    }
    return new Text(joined(names, Text::zh), joined(names, Text::en));
  }

  private static String joined(List<Text> names, Function<Text, String> language) {
    return names.stream().map(language).collect(Collectors.joining(" / "));
  }
}
