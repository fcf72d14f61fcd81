package io.kunan.platform.connect.internal;

import io.kunan.kernel.InputException;
import io.kunan.platform.connect.ConnectionTest;
import io.kunan.platform.connect.Connector;
import io.kunan.platform.connect.EventSink;
import io.kunan.platform.connect.OpcUaConnections;
import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.PointReceiver;
import io.kunan.platform.connect.ServerBrowser;
import io.kunan.platform.connect.internal.settings.ConnectionSettings;
import io.kunan.platform.home.HomeFolder;
import io.kunan.platform.live.Ingest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Makes connectors, tests and looks of every kind. */
@Component
class Connectors {
  private static final Logger LOG = LoggerFactory.getLogger(Connectors.class);

  private final PasswordSeal seal;
  private final PointReceiver receiver;
  private final EventSink events;
  private final OpcUaConnections opcUa;
  private final BrokerConnectors brokers;
  private final Path buffers;

  Connectors(PasswordSeal seal, Ingest ingest, EventQueue events, HomeFolder home, Clock clock)
      throws IOException {
    this.seal = seal;
    this.receiver =
        batch -> {
          ingest.live(batch);
          return true;
        };
    this.events = events;
    this.buffers = home.root().resolve("buffer").resolve("connect");
    this.opcUa = new OpcUaConnections(home.secrets().folder(), buffers, clock);
    this.brokers = new BrokerConnectors(buffers, clock);
  }

  /** A connection, stopped and without tags. */
  Connector open(ConnectionRow row) throws IOException {
    return switch (row.settings()) {
      case ConnectionSettings.OpcUa settings ->
          opcUa.connector(row.id(), row.name(), server(row, settings), receiver, events);
      case ConnectionSettings.OverBroker settings ->
          brokers.connector(row.id(), row.name(), settings, password(row), receiver);
    };
  }

  /** Connects once, beside a running connection. */
  ConnectionTest test(ConnectionRow row) {
    return switch (row.settings()) {
      case ConnectionSettings.OpcUa settings -> opcUa.test(server(row, settings));
      case ConnectionSettings.OverBroker settings ->
          brokers.test(settings.broker().withPassword(password(row)));
    };
  }

  /** Trusts the certificate that the server showed at a test. */
  void trust(ConnectionRow row, String thumbprint) throws IOException {
    switch (row.settings()) {
      case ConnectionSettings.OpcUa settings -> opcUa.trust(thumbprint);
      case ConnectionSettings.OverBroker settings ->
          throw new InputException(
              "thumbprint",
              "brokers are judged by the authority of their certificate",
              "enter the certificate of the authority in the connection");
    }
  }

  /** Opens a session to look at the address space of a server. */
  ServerBrowser browse(ConnectionRow row) {
    return switch (row.settings()) {
      case ConnectionSettings.OpcUa settings -> opcUa.browse(server(row, settings));
      case ConnectionSettings.OverBroker settings ->
          throw new IllegalArgumentException("brokers are listened to, not browsed");
    };
  }

  /** Deletes what a connection that is gone has buffered. */
  void forget(int id) {
    try {
      FileSystemUtils.deleteRecursively(buffers.resolve(String.valueOf(id)));
    } catch (IOException e) {
      LOG.warn("the buffer of connection {} could not be deleted", id, e);
    }
  }

  private OpcUaEndpoint server(ConnectionRow row, ConnectionSettings.OpcUa settings) {
    OpcUaEndpoint open = settings.server();
    return new OpcUaEndpoint(open.url(), open.security(), open.username(), password(row));
  }

  /** The password of a connection; null without one. */
  @Nullable String password(ConnectionRow row) {
    byte[] sealed = row.password();
    return sealed == null ? null : seal.open(sealed);
  }
}
