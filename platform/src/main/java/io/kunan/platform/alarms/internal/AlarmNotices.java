package io.kunan.platform.alarms.internal;

import io.kunan.platform.alarms.AlarmChanged;
import io.kunan.platform.alarms.AlarmState;
import io.kunan.platform.live.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells consoles that an alarm changed; what it says they ask for themselves, within their sites.
 */
@Component
class AlarmNotices {
  private final Notices notices;

  AlarmNotices(Notices notices) {
    this.notices = notices;
  }

  record AlarmNotice(long id, int assetId, int priority, AlarmState state) {}

  @EventListener
  void on(AlarmChanged change) {
    var alarm = change.alarm();
    notices.publish(
        "alarm",
        new AlarmNotice(alarm.id(), alarm.assetId(), alarm.rule().priority(), alarm.state()));
  }
}
