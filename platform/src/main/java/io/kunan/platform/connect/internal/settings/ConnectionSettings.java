package io.kunan.platform.connect.internal.settings;

import io.kunan.platform.connect.OpcUaEndpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a connection is to be, by its kind. The password is sealed elsewhere: it is null here. */
public sealed interface ConnectionSettings {
  Kind kind();

  /** Address of the server or broker as people write it. */
  String endpoint();

  @Nullable String username();

  /** What protects the messages, in the words of the protocol. */
  String security();

  /** Kinds of connections. */
  enum Kind {
    OPC_UA,
    MQTT,
    SPARKPLUG
  }

  /** A session with an OPC UA server. */
  record OpcUa(OpcUaEndpoint server) implements ConnectionSettings {
    @Override
    public Kind kind() {
      return Kind.OPC_UA;
    }

    @Override
    public String endpoint() {
      return server.url();
    }

    @Override
    public @Nullable String username() {
      return server.username();
    }

    @Override
    public String security() {
      return server.security().label();
    }
  }

  /** What goes through an MQTT broker. */
  sealed interface OverBroker extends ConnectionSettings {
    BrokerSettings broker();

    @Override
    default String endpoint() {
      return broker().url();
    }

    @Override
    default @Nullable String username() {
      return broker().username();
    }

    @Override
    default String security() {
      return broker().isTls() ? "TLS" : "None";
    }
  }

  /**
   * JSON payloads over MQTT.
   *
   * @param qos 0 or 1: with which the topics are subscribed
   * @param mappings which messages become which tags; at least one
   */
  record Mqtt(BrokerSettings broker, int qos, List<JsonMappingSettings> mappings)
      implements OverBroker {
    public Mqtt {
      mappings = List.copyOf(mappings);
    }

    @Override
    public Kind kind() {
      return Kind.MQTT;
    }
  }

  /**
   * Sparkplug B.
   *
   * @param hostId name under which edge nodes know this host application as their primary host;
   *     null is none
   * @param groups groups to listen to; all when empty
   */
  record Sparkplug(BrokerSettings broker, @Nullable String hostId, List<String> groups)
      implements OverBroker {
    public Sparkplug {
      groups = List.copyOf(groups);
    }

    @Override
    public Kind kind() {
      return Kind.SPARKPLUG;
    }
  }
}
