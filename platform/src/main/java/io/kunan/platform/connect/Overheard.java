package io.kunan.platform.connect;

import io.kunan.kernel.Sentence;
import java.time.Instant;
import java.util.List;

/**
 * What a connection hears without having asked for it, as every broker sends it: the sources that
 * may become tags, and the messages that could not be used. Both since the connection was made, and
 * bounded.
 */
public interface Overheard {
  /** The sources heard so far, whether they feed a tag or not, by path. */
  List<ServerNode> sources();

  /** The last messages that could not be used, newest first. */
  List<RejectedMessage> rejected();

  /** Messages, or values in them, that could not be used. */
  long rejectedCount();

  /**
   * A message that could not be used.
   *
   * @param topic as the broker told it
   * @param reason what is wrong, what is allowed
   * @param excerpt how its payload begins
   */
  record RejectedMessage(Instant time, String topic, @Sentence String reason, String excerpt) {}
}
