package io.kunan.platform.connect.internal.opcua;

import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.EventSink;
import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.TagNode;
import io.kunan.platform.connect.internal.flow.FlowMeter;
import io.kunan.platform.connect.internal.flow.PointFlow;
import io.kunan.platform.connect.internal.life.Protocol;
import io.kunan.platform.connect.internal.life.Session;
import java.io.IOException;
import java.time.Clock;
import org.eclipse.milo.opcua.stack.core.UaException;

/** OPC UA: monitored items of subscriptions, and the events of the server. */
final class OpcUaProtocol implements Protocol<TagSlot> {
  private final int number;
  private final OpcUaEndpoint endpoint;
  private final LineOpener opener;
  private final PointFlow flow;
  private final FlowMeter meter;
  private final EventSink events;
  private final Clock clock;

  OpcUaProtocol(
      int number,
      OpcUaEndpoint endpoint,
      LineOpener opener,
      PointFlow flow,
      FlowMeter meter,
      EventSink events,
      Clock clock) {
    this.number = number;
    this.endpoint = endpoint;
    this.opener = opener;
    this.flow = flow;
    this.meter = meter;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String address() {
    return endpoint.url();
  }

  @Override
  public TagSlot state(TagNode node, long nowMillis) {
    return new TagSlot(node, nowMillis);
  }

  @Override
  public Session<TagSlot> open(Runnable wake)
      throws UaException, IOException, InterruptedException {
    OpcUaLine line = opener.open(endpoint, wake);
    try {
      return session(line, wake);
    } catch (RuntimeException e) {
      line.close();
      throw e;
    }
  }

  private OpcUaSession session(OpcUaLine line, Runnable wake) {
    TagNotifications notifications =
        new TagNotifications(new ValueReader(clock, meter), flow, meter, clock, wake);
    return new OpcUaSession(
        line,
        new TagSubscriptions(line.client(), notifications, clock),
        notifications,
        new EventSubscription(number, line.client(), events),
        new OutageWatch(opener, endpoint, line.client(), clock),
        meter,
        clock);
  }

  @Override
  public @Sentence String explain(Exception failure) {
    return Refusals.explain(failure);
  }
}
