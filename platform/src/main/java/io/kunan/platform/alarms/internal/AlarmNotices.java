package io.kunan.platform.alarms.internal;

import io.kunan.kernel.AssetId;
import io.kunan.platform.alarms.AlarmChanged;
import io.kunan.platform.alarms.AlarmState;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.live.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the consoles of its site that an alarm changed; what it says they ask for themselves. */
@Component
class AlarmNotices {
  private final Notices notices;
  private final SiteAccess sites;

  AlarmNotices(Notices notices, SiteAccess sites) {
    this.notices = notices;
    this.sites = sites;
  }

  record AlarmNotice(long id, int assetId, int priority, AlarmState state) {}

  @EventListener
  void on(AlarmChanged change) {
    var alarm = change.alarm();
    notices.publish(
        "alarm",
        new AlarmNotice(alarm.id(), alarm.assetId(), alarm.rule().priority(), alarm.state()),
        sites.audience(new AssetId(alarm.assetId())));
  }
}
