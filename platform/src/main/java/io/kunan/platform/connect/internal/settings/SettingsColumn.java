package io.kunan.platform.connect.internal.settings;

import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.OpcUaEndpoint.Security;
import io.kunan.platform.connect.internal.settings.ConnectionSettings.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is particular to a kind, as JSON in the database. */
public final class SettingsColumn {
  private static final JsonMapper JSON = JsonMapper.shared();

  private SettingsColumn() {}

  private record OpcUaOptions(Security security) {}

  public static String write(ConnectionSettings settings) {
    return JSON.writeValueAsString(
        switch (settings) {
          case ConnectionSettings.OpcUa opcUa -> new OpcUaOptions(opcUa.server().security());
          case ConnectionSettings.Mqtt mqtt -> MqttOptions.of(mqtt);
          case ConnectionSettings.Sparkplug sparkplug -> SparkplugOptions.of(sparkplug);
        });
  }

  public static ConnectionSettings read(
      Kind kind, String endpoint, @Nullable String username, String json) {
    return switch (kind) {
      case OPC_UA ->
          new ConnectionSettings.OpcUa(
              new OpcUaEndpoint(
                  endpoint, JSON.readValue(json, OpcUaOptions.class).security(), username, null));
      case MQTT -> JSON.readValue(json, MqttOptions.class).settings(endpoint, username);
      case SPARKPLUG -> JSON.readValue(json, SparkplugOptions.class).settings(endpoint, username);
    };
  }
}
