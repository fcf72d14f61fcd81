package io.kunan.platform.connect.internal;

import io.kunan.platform.live.StatusSource;
import io.kunan.platform.web.Caller;
import org.springframework.stereotype.Component;

/** Tells the status bar how many connections are up. */
@Component
class ConnectionStatus implements StatusSource {
  private final ConnectionTags connections;

  ConnectionStatus(ConnectionTags connections) {
    this.connections = connections;
  }

  @Override
  public Sources sources(Caller person) {
    return connections.sources(person);
  }
}
