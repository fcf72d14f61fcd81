package io.kunan.platform.connect;

import java.nio.file.Path;
import java.time.Instant;

/** A plant of one protocol under the full control of a test; variables are 1…n, tags likewise. */
public interface TestPlant extends AutoCloseable {
  /** A connector to this plant through a cable, for these variables and 99, which is not there. */
  Connector connect(Path home, PointReceiver receiver, int... variables) throws Exception;

  /** Sends a good value. */
  void send(int variable, double value, Instant sourceTime);

  /** Sends a value of bad status. */
  void sendBad(int variable, Instant sourceTime);

  /** Sends something that is no number. */
  void sendWrongType(int variable, Instant sourceTime);

  /** The cable to the plant. */
  CuttableCable cable();

  /** Stops the plant and starts it with the same variables, values zero. */
  void restart() throws Exception;

  @Override
  void close() throws Exception;
}
