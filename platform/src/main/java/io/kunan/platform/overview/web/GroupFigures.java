package io.kunan.platform.overview.web;

import io.kunan.kernel.Text;
import io.kunan.platform.advice.Advice;
import io.kunan.platform.alarms.Alarm;
import io.kunan.platform.events.EventQuery;
import io.kunan.platform.events.Events;
import io.kunan.platform.live.LiveValues;
import io.kunan.platform.live.StatusSource;
import io.kunan.platform.overview.web.OverviewViews.GroupFigure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The strip of figures: what waits for people, and how far the data can be trusted. */
@Component
class GroupFigures {
  private final LiveValues live;
  private final List<StatusSource> parts;
  private final Events events;
  private final Clock clock;

  GroupFigures(LiveValues live, List<StatusSource> parts, Events events, Clock clock) {
    this.live = live;
    this.parts = List.copyOf(parts);
    this.events = events;
    this.clock = clock;
  }

  List<GroupFigure> of(List<Alarm> open, List<Advice> proposed) {
    long urgent = open.stream().filter(alarm -> alarm.rule().priority() == 1).count();
    long lastDay =
        events.count(
            new EventQuery(List.of(), null, clock.instant().minus(Duration.ofDays(1)), null, 0, 1));
    int up = parts.stream().mapToInt(part -> part.sources().up()).sum();
    int total = parts.stream().mapToInt(part -> part.sources().total()).sum();
    int drifting = parts.stream().mapToInt(part -> part.models().drifting()).sum();
    int champions = parts.stream().mapToInt(part -> part.models().champions()).sum();
    return List.of(
        figure(
            "alarms",
            new Text("有效报警", "Open alarms"),
            (double) open.size(),
            "",
            new Text("紧急 %d".formatted(urgent), "critical: %d".formatted(urgent)),
            "/alarms"),
        figure(
            "advice",
            new Text("待处理建议", "Advice waiting"),
            (double) proposed.size(),
            "",
            new Text("由人决定", "people decide"),
            "/advice"),
        figure(
            "events",
            new Text("近 24 h 事件", "Events in 24 h"),
            (double) lastDay,
            "",
            new Text("换极、出铝、效应等", "anode changes, taps, effects"),
            "/events"),
        figure(
            "quality",
            new Text("良好数据", "Good data"),
            live.goodShare().map(share -> share * 100).orElse(null),
            "%",
            new Text("在线标签", "live tags"),
            "/connections"),
        figure(
            "age",
            new Text("最新数据龄", "Newest value"),
            live.newestAgeSeconds().orElse(null),
            "s",
            new Text("数据源 %d / %d".formatted(up, total), "sources %d / %d".formatted(up, total)),
            "/connections"),
        figure(
            "models",
            new Text("服务中的模型", "Models serving"),
            (double) champions,
            "",
            new Text("漂移 %d".formatted(drifting), "drifting: %d".formatted(drifting)),
            "/models"));
  }

  private static GroupFigure figure(
      String code, Text label, @Nullable Double value, String unit, Text note, String link) {
    return new GroupFigure(code, label, value, unit, note, link);
  }
}
