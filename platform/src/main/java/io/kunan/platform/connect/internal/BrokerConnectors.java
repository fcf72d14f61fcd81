package io.kunan.platform.connect.internal;

import io.kunan.platform.connect.ConnectionTest;
import io.kunan.platform.connect.Connector;
import io.kunan.platform.connect.PointReceiver;
import io.kunan.platform.connect.internal.broker.BrokerLine;
import io.kunan.platform.connect.internal.broker.BrokerOpening;
import io.kunan.platform.connect.internal.broker.BrokerRefusal;
import io.kunan.platform.connect.internal.broker.BrokerTls;
import io.kunan.platform.connect.internal.broker.BrokerWords;
import io.kunan.platform.connect.internal.flow.FlowMeter;
import io.kunan.platform.connect.internal.flow.PointFlow;
import io.kunan.platform.connect.internal.life.ConnectorLife;
import io.kunan.platform.connect.internal.life.Protocol;
import io.kunan.platform.connect.internal.life.TagState;
import io.kunan.platform.connect.internal.mqtt.MqttProtocol;
import io.kunan.platform.connect.internal.settings.BrokerSettings;
import io.kunan.platform.connect.internal.settings.ClientIds;
import io.kunan.platform.connect.internal.settings.ConnectionSettings;
import io.kunan.platform.connect.internal.sparkplug.SparkplugProtocol;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Makes connections over brokers. Works without server and database. */
public final class BrokerConnectors {
  private final Path buffers;
  private final Clock clock;

  /**
   * @param buffers folder below which each connection buffers what the history does not take
   */
  public BrokerConnectors(Path buffers, Clock clock) {
    this.buffers = buffers;
    this.clock = clock;
  }

  /**
   * Makes a connection, stopped and without tags. What its buffer holds from before is delivered at
   * once.
   */
  public Connector connector(
      int number,
      String name,
      ConnectionSettings.OverBroker settings,
      @Nullable String password,
      PointReceiver receiver)
      throws IOException {
    check(settings);
    FlowMeter meter = new FlowMeter();
    PointFlow flow = PointFlow.open(name, receiver, buffers.resolve("" + number), meter, clock);
    BrokerSettings broker = settings.broker().withPassword(password);
    Protocol<TagState> protocol =
        switch (settings) {
          case ConnectionSettings.Mqtt mqtt ->
              new MqttProtocol(name, mqtt, broker, flow, meter, clock);
          case ConnectionSettings.Sparkplug sparkplug ->
              new SparkplugProtocol(name, sparkplug, broker, flow, meter, clock);
        };
    return new ConnectorLife<>(name, protocol, flow, meter, clock);
  }

  /** Refuses settings that cannot be followed. */
  public static void check(ConnectionSettings.OverBroker settings) {
    String pem = settings.broker().caCertificates();
    if (pem != null) {
      BrokerTls.check(pem);
    }
    if (settings instanceof ConnectionSettings.Mqtt mqtt) {
      MqttProtocol.check(mqtt);
    }
  }

  /** Connects once under a name of its own and says what came of it. */
  public ConnectionTest test(BrokerSettings broker) {
    BrokerSettings beside = broker.withClientId(ClientIds.fresh());
    try (BrokerLine line = new BrokerOpening(beside, true, null, message -> {}, () -> {}).open()) {
      String version = broker.version() == 5 ? "MQTT 5" : "MQTT 3.1.1";
      return new ConnectionTest(
          line.ending() == null,
          "connected by %s%s".formatted(version, broker.isTls() ? " over TLS" : ""),
          null,
          null);
    } catch (BrokerRefusal | RuntimeException e) {
      return new ConnectionTest(false, BrokerWords.explain(e), null, null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ConnectionTest(false, "interrupted", null, null);
    }
  }
}
