package io.kunan.platform.connect.internal.life;

import java.util.Collection;

/** One open session with a server or broker. Used by the thread of the connection only. */
public interface Session<S extends TagState> extends AutoCloseable {
  /**
   * One round of care, about once a second and whenever something has changed: brings what is
   * subscribed to what is wanted and looks after silent tags.
   */
  Condition tend(Collection<S> tags) throws InterruptedException;

  /** Ends the session in order where that is still possible; never for long. */
  @Override
  void close();
}
