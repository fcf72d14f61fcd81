package io.kunan.platform.connect;

import java.util.List;
import java.util.Optional;

/**
 * One connection to a plant that keeps itself alive: once started it connects, subscribes, and
 * comes back after every failure until it is stopped. Nobody has to restart it.
 */
public interface Connector extends AutoCloseable {
  /** Wants the connection running; returns at once. Does nothing when it is. */
  void start();

  /** Ends the session and delivers or stores on disk what has been received. */
  void stop();

  /** Subscribes exactly these tags from now on, also while running. */
  void setTags(List<TagNode> tags);

  /** How the data are, now. */
  ConnectorHealth health();

  /** How each tag is, now. */
  List<TagHealth> tagHealth();

  /** What it hears without having asked; empty for protocols whose servers are browsed. */
  Optional<Overheard> overheard();

  /** Stops and lets go of threads and files. */
  @Override
  void close();
}
