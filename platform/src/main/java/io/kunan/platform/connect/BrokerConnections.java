package io.kunan.platform.connect;

import io.kunan.platform.connect.internal.BrokerConnectors;
import io.kunan.platform.connect.internal.settings.ConnectionSettings;
import io.kunan.platform.connect.internal.settings.ConnectionSettings.Kind;
import io.kunan.platform.connect.internal.settings.SettingsColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Makes connections over MQTT brokers without server and database, so that a proof or a tool can
 * use them.
 */
public final class BrokerConnections {
  private final BrokerConnectors connectors;

  /**
   * @param buffers folder below which each connection buffers what the history does not take
   */
  public BrokerConnections(Path buffers, Clock clock) {
    this.connectors = new BrokerConnectors(buffers, clock);
  }

  /**
   * Makes a connection that reads JSON over MQTT, stopped and without tags, without a user.
   *
   * @param number identifies the connection and its buffer; one connector for each at a time
   * @param name for people and logs
   * @param address such as mqtt://host:1883
   * @param settings what is particular to MQTT, as JSON, as the API takes it
   */
  public Connector mqtt(
      int number, String name, String address, String settings, PointReceiver receiver)
      throws IOException {
    var read = SettingsColumn.read(Kind.MQTT, address, null, settings);
    return connectors.connector(number, name, (ConnectionSettings.OverBroker) read, null, receiver);
  }
}
