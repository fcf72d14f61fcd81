package io.kunan.platform.connect;

import io.kunan.kernel.TagId;
import java.util.Map;

/** The connections of this installation, for parts of the product that set some up themselves. */
public interface PlantConnections {
  /**
   * The connection of this name at this endpoint: made when there is none, changed when it is
   * another.
   *
   * @return its number
   */
  int ensure(String name, OpcUaEndpoint endpoint);

  /**
   * Feeds tags from nodes of a connection; tags fed from the same node already stay as they are,
   * and those fed from another one are moved.
   */
  void link(int connection, Map<TagId, String> nodes);

  /** Wants a connection running. */
  void start(int connection);

  /** How a connection is. */
  ConnectorHealth health(int connection);
}
