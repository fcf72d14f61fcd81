package io.kunan.platform.alarms.internal;

import io.kunan.kernel.AssetId;
import io.kunan.platform.alarms.Alarm;
import io.kunan.platform.alarms.AlarmChanged;
import io.kunan.platform.alarms.AlarmState;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.live.StatusSource;
import io.kunan.platform.web.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Open alarms by priority, for the status bar: read once for all who ask. */
@Component
class OpenCounts implements StatusSource {
  private final AlarmReader alarms;
  private final SiteAccess sites;
  private volatile @Nullable List<Alarm> counted;

  OpenCounts(AlarmReader alarms, SiteAccess sites) {
    this.alarms = alarms;
    this.sites = sites;
  }

  @Override
  public StatusSource.Alarms alarms(Caller person) {
    int[] open = new int[3];
    for (Alarm alarm : counted()) {
      if (sites.covers(person, new AssetId(alarm.assetId()))) {
        open[alarm.rule().priority() - 1]++;
      }
    }
    return new StatusSource.Alarms(open[0], open[1], open[2]);
  }

  /** Read anew after each change, and every few seconds as shelves run out. */
  private List<Alarm> counted() {
    List<Alarm> known = counted;
    if (known == null) {
      known =
          alarms.listOpen().stream().filter(alarm -> alarm.state() != AlarmState.SHELVED).toList();
      counted = known;
    }
    return known;
  }

  @EventListener({AlarmChanged.class, RulesChanged.class})
  @Scheduled(fixedDelay = 10_000)
  void recount() {
    counted = null;
  }
}
