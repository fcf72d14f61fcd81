package io.kunan.platform.connect.internal.sparkplug;

import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.Overheard;
import io.kunan.platform.connect.TagNode;
import io.kunan.platform.connect.internal.broker.BrokerLine;
import io.kunan.platform.connect.internal.broker.BrokerMessage;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sparkplug B as a host application. Its session at the broker is always a fresh one, as the
 * specification demands: what edge nodes send while their primary host is away they keep
 * themselves.
 */
public final class SparkplugProtocol implements Protocol<TagState> {
  private final ConnectionSettings.Sparkplug settings;
  private final BrokerSettings broker;
  private final HeardSources heard;
  private final PointGatherer gatherer;
  private final RebirthRequests rebirths;
  private final SparkplugIntake intake;
  private final Clock clock;

  /**
   * @param broker with the password
   */
  public SparkplugProtocol(
      String name,
      ConnectionSettings.Sparkplug settings,
      BrokerSettings broker,
      PointFlow flow,
      FlowMeter meter,
      Clock clock) {
    this.settings = settings;
    this.broker = broker;
    this.heard = new HeardSources(clock);
    this.gatherer = new PointGatherer(name, flow, meter::lost);
    this.rebirths = new RebirthRequests(clock);
    this.intake = new SparkplugIntake(heard, gatherer, rebirths, meter, clock);
    this.clock = clock;
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
    String hostId = settings.hostId();
    HostState host = hostId == null ? null : new HostState(hostId, clock);
    intake.forget();
    BrokerLine line =
        new BrokerOpening(
                broker,
                true,
                host == null ? null : host.will(),
                message -> accept(host, message),
                wake)
            .open();
    try {
      rebirths.over(
          (topic, payload) -> {
            var _ = line.publish(topic, payload, 0, false);
          });
      line.subscribe(filters(host), 1);
      if (host != null) {
        host.online(line);
      }
      return new SparkplugSession(line, host, intake);
    } catch (BrokerRefusal | InterruptedException e) {
      line.close();
      throw e;
    }
  }

  private void accept(@Nullable HostState host, BrokerMessage message) {
    if (host != null && message.topic().equals(host.topic())) {
      host.heard(message);
    }
    intake.accept(message);
  }

  private List<String> filters(@Nullable HostState host) {
    List<String> filters = new ArrayList<>();
    if (settings.groups().isEmpty()) {
      filters.add(SparkplugTopic.NAMESPACE + "/#");
    } else {
      settings
          .groups()
          .forEach(group -> filters.add(SparkplugTopic.NAMESPACE + "/" + group + "/#"));
      if (host != null) {
        filters.add(host.topic());
      }
    }
    return filters;
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
