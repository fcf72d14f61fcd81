package io.kunan.platform.connect.internal.mqtt;

import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.Overheard;
import io.kunan.platform.connect.TagNode;
import io.kunan.platform.connect.internal.broker.BrokerLine;
import io.kunan.platform.connect.internal.broker.BrokerOpening;
import io.kunan.platform.connect.internal.broker.BrokerRefusal;
import io.kunan.platform.connect.internal.broker.BrokerWords;
import io.kunan.platform.connect.internal.broker.HeardSources;
import io.kunan.platform.connect.internal.broker.PointGatherer;
import io.kunan.platform.connect.internal.flow.FlowMeter;
import io.kunan.platform.connect.internal.flow.PointFlow;
import io.kunan.platform.connect.internal.life.Protocol;
import io.kunan.platform.connect.internal.life.Session;
import io.kunan.platform.connect.internal.life.TagState;
import io.kunan.platform.connect.internal.settings.BrokerSettings;
import io.kunan.platform.connect.internal.settings.ConnectionSettings;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * JSON over MQTT. The session at the broker outlives a cut: what is sent at QoS 1 meanwhile arrives
 * afterwards, and a message is acknowledged only when its values are on disk.
 */
public final class MqttProtocol implements Protocol<TagState> {
  private final BrokerSettings broker;
  private final int qos;
  private final List<String> filters;
  private final HeardSources heard;
  private final PointGatherer gatherer;
  private final JsonIntake intake;
  private final FlowMeter meter;
  private volatile boolean refused;

  /**
   * @param broker with the password
   */
  public MqttProtocol(
      String name,
      ConnectionSettings.Mqtt settings,
      BrokerSettings broker,
      PointFlow flow,
      FlowMeter meter,
      Clock clock) {
    List<JsonMapping> mappings = settings.mappings().stream().map(JsonMapping::of).toList();
    this.broker = broker;
    this.qos = settings.qos();
    this.meter = meter;
    this.filters = mappings.stream().map(each -> each.topic().filter()).distinct().toList();
    this.heard = new HeardSources(clock);
    this.gatherer = new PointGatherer(name, flow, this::refused);
    this.intake = new JsonIntake(mappings, heard, gatherer, meter, clock);
  }

  /** Points could not be kept: at QoS 1 the broker still has their messages. */
  private void refused(int points) {
    if (qos == 0) {
      meter.lost(points);
    } else {
      refused = true;
    }
  }

  /** Refuses settings that cannot be followed. */
  public static void check(ConnectionSettings.Mqtt settings) {
    settings.mappings().forEach(JsonMapping::of);
  }

  @Override
  public String address() {
    return broker.url();
  }

  @Override
  public TagState state(TagNode node, long nowMillis) {
    return new TagState(node, nowMillis);
  }

  @Override
  public void onTags(Collection<TagState> tags) {
    intake.setTags(tags);
  }

  @Override
  public Session<TagState> open(Runnable wake) throws BrokerRefusal, InterruptedException {
    refused = false;
    boolean fresh = broker.sessionHours() == 0;
    BrokerLine line = new BrokerOpening(broker, fresh, null, intake::accept, wake).open();
    try {
      line.subscribe(filters, qos);
      return new MqttSession(line, () -> refused);
    } catch (BrokerRefusal | InterruptedException e) {
      line.close();
      throw e;
    }
  }

  @Override
  public @Sentence String explain(Exception failure) {
    return BrokerWords.explain(failure);
  }

  @Override
  public Optional<Overheard> overheard() {
    return Optional.of(heard);
  }

  @Override
  public void close() {
    gatherer.close();
  }
}
