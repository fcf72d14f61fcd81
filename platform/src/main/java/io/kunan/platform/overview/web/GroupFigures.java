package io.kunan.platform.overview.web;

import io.kunan.kernel.Text;
import io.kunan.platform.advice.Advice;
import io.kunan.platform.alarms.Alarm;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.events.EventQuery;
import io.kunan.platform.events.Events;
import io.kunan.platform.live.LiveValues;
import io.kunan.platform.live.StatusSource;
import io.kunan.platform.overview.web.OverviewViews.GroupFigure;
import io.kunan.platform.web.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The strip of figures: what waits for people, and how far the data can be trusted. */
@Component
class GroupFigures {
  private final LiveValues live;
  private final List<StatusSource> parts;
  private final Events events;
  private final SiteAccess sites;
  private final Clock clock;

  GroupFigures(
      LiveValues live, List<StatusSource> parts, Events events, SiteAccess sites, Clock clock) {
    this.live = live;
    this.parts = List.copyOf(parts);
    this.events = events;
    this.sites = sites;
    this.clock = clock;
  }

  List<GroupFigure> of(Caller caller, List<Alarm> open, List<Advice> proposed) {
    long standing = open.stream().filter(Alarm::isStanding).count();
    long urgent =
        open.stream()
            .filter(Alarm::isStanding)
            .filter(alarm -> alarm.rule().priority() == 1)
            .count();
    int up = parts.stream().mapToInt(part -> part.sources(caller).up()).sum();
    int total = parts.stream().mapToInt(part -> part.sources(caller).total()).sum();
    int drifting = parts.stream().mapToInt(part -> part.models(caller).drifting()).sum();
    int champions = parts.stream().mapToInt(part -> part.models(caller).champions()).sum();
    return List.of(
        figure(
            "alarms",
            new Text("有效报警", "Standing alarms"),
            (double) standing,
            "",
            new Text(
                "紧急 %d · 恢复待确认 %d".formatted(urgent, open.size() - standing),
                "critical: %d · over, not acknowledged: %d"
                    .formatted(urgent, open.size() - standing)),
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
            (double) eventsOfLastDay(caller),
            "",
            new Text("换极、出铝、效应等", "anode changes, taps, effects"),
            "/events"),
        figure(
            "quality",
            new Text("良好数据", "Good data"),
            live.goodShare(caller).map(share -> share * 100).orElse(null),
            "%",
            new Text("在线标签", "live tags"),
            "/connections"),
        figure(
            "age",
            new Text("最新数据龄", "Newest value"),
            live.newestAgeSeconds(caller).orElse(null),
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

  private long eventsOfLastDay(Caller caller) {
    Instant since = clock.instant().minus(Duration.ofDays(1));
    return events.count(new EventQuery(sites.scope(caller, null), null, since, null, 0, 1));
  }

  private static GroupFigure figure(
      String code, Text label, @Nullable Double value, String unit, Text note, String link) {
    return new GroupFigure(code, label, value, unit, note, link);
  }
}
