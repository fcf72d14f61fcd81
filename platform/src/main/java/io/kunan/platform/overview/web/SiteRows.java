package io.kunan.platform.overview.web;

import io.kunan.kernel.Quality;
import io.kunan.platform.alarms.Alarm;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetKind;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.live.LiveValue;
import io.kunan.platform.live.LiveValues;
import io.kunan.platform.live.StatusSource;
import io.kunan.platform.overview.SiteFigures;
import io.kunan.platform.overview.web.OverviewViews.SiteView;
import io.kunan.platform.web.Caller;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The plants of the group: alarms, age and quality of their data. */
@Component
class SiteRows {
  private final Assets assets;
  private final SiteAccess sites;
  private final LiveValues live;
  private final List<SiteFigures> scenarios;

  SiteRows(Assets assets, SiteAccess sites, LiveValues live, List<SiteFigures> scenarios) {
    this.assets = assets;
    this.sites = sites;
    this.live = live;
    this.scenarios = List.copyOf(scenarios);
  }

  List<SiteView> of(Caller caller, List<Alarm> open) {
    return assets.tree().list().stream()
        .filter(asset -> asset.kind() == AssetKind.PLANT && sites.covers(caller, asset.id()))
        .map(plant -> row(plant, open))
        .toList();
  }

  private SiteView row(Asset plant, List<Alarm> open) {
    Set<Integer> below =
        assets.tree().subtree(plant.id()).stream()
            .map(id -> id.value())
            .collect(Collectors.toSet());
    int[] counts = new int[3];
    open.stream()
        .filter(alarm -> below.contains(alarm.assetId()))
        .forEach(alarm -> counts[alarm.rule().priority() - 1]++);
    List<LiveValue> values =
        live.list(
            assets.tags().inSubtree(plant.id()).stream().map(tag -> tag.id().value()).toList());
    long good = values.stream().filter(value -> Quality.isGood((short) value.quality())).count();
    return new SiteView(
        plant.id().value(),
        plant.name(),
        figures(plant),
        new StatusSource.Alarms(counts[0], counts[1], counts[2]),
        values.isEmpty()
            ? null
            : values.stream().mapToDouble(LiveValue::ageSeconds).min().orElseThrow(),
        values.isEmpty() ? null : good / (double) values.size(),
        "ADVISE",
        course(plant));
  }

  private Map<String, Double> figures(Asset plant) {
    Map<String, Double> all = new TreeMap<>();
    scenarios.forEach(scenario -> all.putAll(scenario.figures(plant.id())));
    return all;
  }

  private List<Double> course(Asset plant) {
    return scenarios.stream()
        .map(scenario -> scenario.course(plant.id()))
        .filter(course -> !course.isEmpty())
        .findFirst()
        .orElse(List.of());
  }
}
