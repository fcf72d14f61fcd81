package io.kunan.platform.connect;

import io.kunan.platform.connect.internal.opcua.OpcUaFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Makes OPC UA connections of one home: they share Kunan's certificate, the trusted servers, and
 * the folder of the buffers. Works without server and database, so that a proof or a tool can use
 * it.
 */
public final class OpcUaConnections {
  private final OpcUaFactory factory;

  /**
   * @param secrets folder for certificate and trusted servers, readable by the owner only
   * @param buffers folder below which each connection buffers what the history does not take
   */
  public OpcUaConnections(Path secrets, Path buffers, Clock clock) throws IOException {
    this.factory = new OpcUaFactory(secrets, buffers, clock);
  }

  /**
   * Makes a connection, stopped and without tags. What its buffer holds from before is delivered at
   * once.
   *
   * @param number identifies the connection and its buffer; one connector for each at a time
   * @param name for people and logs
   */
  public Connector connector(
      int number, String name, OpcUaEndpoint endpoint, PointReceiver receiver, EventSink events)
      throws IOException {
    return factory.connector(number, name, endpoint, receiver, events);
  }

  /** Connects once and says what came of it. */
  public ConnectionTest test(OpcUaEndpoint endpoint) {
    return factory.test(endpoint);
  }

  /** Trusts a server's certificate that was refused, by its thumbprint. */
  public void trust(String thumbprint) throws IOException {
    factory.trust(thumbprint);
  }

  /** Opens a session to look at the address space of a server; close it soon. */
  public ServerBrowser browse(OpcUaEndpoint endpoint) {
    return factory.browse(endpoint);
  }
}
