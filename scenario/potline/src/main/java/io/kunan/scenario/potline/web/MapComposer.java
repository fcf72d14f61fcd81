package io.kunan.scenario.potline.web;

import io.kunan.kernel.Text;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.live.LiveValue;
import io.kunan.platform.live.LiveValues;
import io.kunan.scenario.potline.PotlineEvents;
import io.kunan.scenario.potline.internal.PotlineMaps;
import io.kunan.scenario.potline.internal.PotlineMaps.PotOnMap;
import io.kunan.scenario.potline.web.PotlineViews.HallRow;
import io.kunan.scenario.potline.web.PotlineViews.LineFigure;
import io.kunan.scenario.potline.web.PotlineViews.LineHead;
import io.kunan.scenario.potline.web.PotlineViews.PotMapView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes the map of a line: its sentence, figures and rows of pots. */
@Component
class MapComposer {
  private static final int ROW = 50;
  private static final Text NOW = new Text("现在", "now");

  private final PotlineMaps maps;
  private final Assets assets;
  private final LiveValues live;

  MapComposer(PotlineMaps maps, Assets assets, LiveValues live) {
    this.maps = maps;
    this.assets = assets;
    this.live = live;
  }

  PotMapView compose(Asset line) {
    List<PotOnMap> pots = maps.pots(line);
    return new PotMapView(
        new LineHead(line.id().value(), line.code(), line.name()),
        sentence(pots),
        figures(line, pots),
        rows(pots),
        counts(pots));
  }

  private static Text sentence(List<PotOnMap> pots) {
    long abnormal = pots.stream().filter(pot -> pot.priority() != null).count();
    long advised = pots.stream().filter(pot -> pot.adviceId() != null).count();
    if (abnormal == 0 && advised == 0) {
      return new Text("全部槽正常", "all pots are normal");
    }
    return new Text(
        "%d 台槽异常；%d 条建议待处理".formatted(abnormal, advised),
        "abnormal pots: %d; advice waiting: %d".formatted(abnormal, advised));
  }

  private List<LineFigure> figures(Asset line, List<PotOnMap> pots) {
    List<Integer> ids = pots.stream().map(PotOnMap::assetId).toList();
    double target = pots.isEmpty() ? Double.NaN : pots.getFirst().temperatureTarget();
    return List.of(
        ofLine(line, "I", "系列电流", "Line current", "kA"),
        figure("volts", "平均电压", "Mean voltage", mean(pots, PotOnMap::volts), "V", NOW),
        ofLine(line, "P", "系列功率", "Line power", "MW"),
        figure(
            "temperature",
            "平均槽温",
            "Mean bath temperature",
            mean(pots, PotOnMap::temperature),
            "°C",
            new Text("目标 %.0f".formatted(target), "target %.0f".formatted(target))),
        figure("noise", "平均噪声", "Mean noise", mean(pots, PotOnMap::noise), "mV", NOW),
        figure(
            "effects",
            "效应系数",
            "Anode effects",
            maps.perAssetAndDay(ids, PotlineEvents.ANODE_EFFECT),
            "/槽·d",
            new Text("近 24 h", "last 24 h")));
  }

  private LineFigure ofLine(Asset line, String quantity, String zh, String en, String unit) {
    Double value =
        assets
            .tags()
            .find(line.id(), quantity)
            .flatMap(tag -> live.find(tag.id().value()))
            .map(LiveValue::value)
            .orElse(null);
    return figure(quantity, zh, en, value, unit, NOW);
  }

  private static LineFigure figure(
      String code, String zh, String en, @Nullable Double value, String unit, Text note) {
    return new LineFigure(code, new Text(zh, en), value, unit, note);
  }

  private static @Nullable Double mean(
      List<PotOnMap> pots, Function<PotOnMap, @Nullable Double> figure) {
    var known = pots.stream().map(figure).filter(Objects::nonNull).toList();
    return known.isEmpty()
        ? null
        : known.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** Rows of fifty, broken where a hall ends. */
  private List<HallRow> rows(List<PotOnMap> pots) {
    Map<String, List<PotOnMap>> halls = new TreeMap<>();
    for (PotOnMap pot : pots) {
      String hall =
          assets
              .tree()
              .get(new io.kunan.kernel.AssetId(pot.assetId()))
              .attributes()
              .getOrDefault("hall", "");
      halls.computeIfAbsent(hall, _ -> new ArrayList<>()).add(pot);
    }
    List<HallRow> rows = new ArrayList<>();
    halls.forEach(
        (hall, inHall) -> {
          for (int at = 0; at < inHall.size(); at += ROW) {
            List<PotOnMap> row = inHall.subList(at, Math.min(at + ROW, inHall.size()));
            rows.add(new HallRow(hall, row.getFirst().number(), List.copyOf(row)));
          }
        });
    return rows;
  }

  private static Map<String, Integer> counts(List<PotOnMap> pots) {
    Map<String, Integer> counts = new HashMap<>();
    for (PotOnMap pot : pots) {
      counts.merge(pot.state(), 1, Integer::sum);
      if (pot.priority() != null) {
        counts.merge("p" + pot.priority(), 1, Integer::sum);
      }
      if (pot.adviceId() != null) {
        counts.merge("advice", 1, Integer::sum);
      }
      pot.todayWork().forEach(work -> counts.merge(work, 1, Integer::sum));
    }
    return counts;
  }
}
