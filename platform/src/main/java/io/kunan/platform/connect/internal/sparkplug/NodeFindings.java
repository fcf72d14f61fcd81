package io.kunan.platform.connect.internal.sparkplug;

import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.internal.broker.HeardSources.Source;
import io.kunan.platform.connect.internal.life.ToldValue;

/** Takes what the messages of an edge node say. */
interface NodeFindings {
  /**
   * A birth described a metric.
   *
   * @param bornMicros when; its value may have been measured before
   */
  void described(Source source, ToldValue value, long bornMicros);

  /** The node has been born. */
  void born();

  /**
   * A metric has a value.
   *
   * @param historical from the buffer of the edge node, so that it says nothing of now
   */
  void value(String source, ToldValue value, boolean historical);

  /**
   * What fed this tag is gone.
   *
   * @param timeMicros when
   */
  void dead(String source, long timeMicros, @Sentence String reason);

  /** The node has to say again what it is and has. */
  void rebirthNeeded(String reason);

  /** Messages are missing. */
  void gap();

  /** Something in a message cannot be used. */
  void rejected(@Sentence String reason);
}
