package io.kunan.platform.connect.internal;

import io.kunan.platform.live.StatusSource;
import org.springframework.stereotype.Component;

/** Tells the status bar how many connections are up. */
@Component
class ConnectionStatus implements StatusSource {
  private final ConnectionSupervisor supervisor;

  ConnectionStatus(ConnectionSupervisor supervisor) {
    this.supervisor = supervisor;
  }

  @Override
  public Sources sources() {
    return supervisor.sources();
  }
}
