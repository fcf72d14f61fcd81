package io.kunan.platform.connect.internal.opcua;

import io.kunan.kernel.PointBatch;
import io.kunan.platform.connect.internal.flow.FlowMeter;
import io.kunan.platform.connect.internal.flow.PointFlow;
import java.time.Clock;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;

/** What subscriptions tell: values become points and go on their way. Never blocks for long. */
final class TagNotifications {
  private final ValueReader reader;
  private final PointFlow flow;
  private final FlowMeter meter;
  private final Clock clock;
  private final Runnable wake;

  /**
   * @param wake makes the thread of the connection look after its subscriptions at once
   */
  TagNotifications(
      ValueReader reader, PointFlow flow, FlowMeter meter, Clock clock, Runnable wake) {
    this.reader = reader;
    this.flow = flow;
    this.meter = meter;
    this.clock = clock;
    this.wake = wake;
  }

  /** Values came by subscription. */
  void onValues(List<TagSlot> slots, List<DataValue> values) {
    long now = clock.millis();
    meter.arrived(values.size(), now);
    PointBatch.Builder points = PointBatch.builder(values.size());
    for (int i = 0; i < values.size(); i++) {
      slots.get(i).heard(now);
      reader.read(slots.get(i), values.get(i), points);
    }
    flow.offer(points.build());
  }

  /** A value was read because its subscription is silent. */
  void onReadValue(TagSlot slot, DataValue value) {
    PointBatch.Builder point = PointBatch.builder(1);
    reader.read(slot, value, point);
    flow.offer(point.build());
  }

  /** Messages of the server are missing and could not be got again. */
  void onGap() {
    meter.lost(1);
    meter.failed("messages of the server are missing", clock.instant());
  }

  void onSubscriptionLost() {
    wake.run();
  }
}
