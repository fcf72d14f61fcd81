package io.kunan.platform.connect.internal.opcua;

import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.SessionActivityListener;
import org.eclipse.milo.opcua.sdk.client.UaSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open client and whether its session is active; ends quietly whatever state it is in. */
final class OpcUaLine implements AutoCloseable, SessionActivityListener {
  private static final Logger LOG = LoggerFactory.getLogger(OpcUaLine.class);

  private final OpcUaClient client;
  private final Runnable onChange;
  private volatile boolean active = true;
  private volatile long activations = 1;

  /**
   * @param client connected, session active
   * @param onChange called when the session is lost or back
   */
  OpcUaLine(OpcUaClient client, Runnable onChange) {
    this.client = client;
    this.onChange = onChange;
    client.addSessionActivityListener(this);
  }

  OpcUaClient client() {
    return client;
  }

  boolean isActive() {
    return active;
  }

  /** Sessions made or revived by this client, the first included. */
  long activations() {
    return activations;
  }

  @Override
  public synchronized void onSessionActive(UaSession session) {
    if (!active) {
      active = true;
      activations = activations + 1;
    }
    onChange.run();
  }

  @Override
  public synchronized void onSessionInactive(UaSession session) {
    active = false;
    onChange.run();
  }

  /** Ends the session; one that is lost already is left to its own, nobody waits for it. */
  @Override
  public void close() {
    client.removeSessionActivityListener(this);
    try {
      var ended = client.disconnectAsync();
      if (active) {
        ended.get(3, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.debug("the session did not end in order", e);
    }
  }
}
