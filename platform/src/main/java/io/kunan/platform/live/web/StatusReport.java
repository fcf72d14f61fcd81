package io.kunan.platform.live.web;

import io.kunan.platform.live.LiveStatus;
import io.kunan.platform.live.LiveValues;
import io.kunan.platform.live.StatusSource;
import io.kunan.platform.web.Caller;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Adds up what the parts of the platform say of themselves. */
@Component
class StatusReport {
  private final LiveValues values;
  private final List<StatusSource> parts;
  private final Clock clock;

  StatusReport(LiveValues values, List<StatusSource> parts, Clock clock) {
    this.values = values;
    this.parts = List.copyOf(parts);
    this.clock = clock;
  }

  LiveStatus now(Caller person) {
    int up = 0;
    int total = 0;
    int champions = 0;
    int drifting = 0;
    int[] alarms = new int[3];
    boolean virtual = false;
    for (StatusSource part : parts) {
      StatusSource.Sources sources = part.sources(person);
      up += sources.up();
      total += sources.total();
      StatusSource.Models models = part.models(person);
      champions += models.champions();
      drifting += models.drifting();
      StatusSource.Alarms open = part.alarms(person);
      alarms[0] += open.p1();
      alarms[1] += open.p2();
      alarms[2] += open.p3();
      virtual |= part.virtualPlant(person);
    }
    return new LiveStatus(
        values.newestAgeSeconds(person).orElse(null),
        new StatusSource.Sources(up, total),
        values.goodShare(person).orElse(null),
        new StatusSource.Models(champions, drifting),
        virtual,
        clock.instant(),
        new StatusSource.Alarms(alarms[0], alarms[1], alarms[2]));
  }
}
