package io.kunan.platform.connect.internal.life;

import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.Overheard;
import io.kunan.platform.connect.TagNode;
import java.util.Collection;
import java.util.Optional;

/**
 * What a connection does in the words of its protocol; the rest of its life is the same for all.
 */
public interface Protocol<S extends TagState> {
  /** Where the other side is, for people. */
  String address();

  /** What is to be remembered of a tag, before anything is known of it. */
  S state(TagNode node, long nowMillis);

  /**
   * Opens a session; data may come from then on.
   *
   * @param wake makes the thread of the connection look after the session at once
   */
  Session<S> open(Runnable wake) throws Exception;

  /** A failure in words that say what to do about it. */
  @Sentence
  String explain(Exception failure);

  /** Other tags are wanted from now on. */
  default void onTags(Collection<S> tags) {}

  /** What was heard without having been asked for; empty for protocols that are browsed. */
  default Optional<Overheard> overheard() {
    return Optional.empty();
  }

  /** Nothing will be opened any more. */
  default void close() {}
}
