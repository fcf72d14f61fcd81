package io.kunan.platform.connect.internal.life;

import io.kunan.kernel.Sentence;

/** How a session is after one round of care, in one sentence for people. */
public sealed interface Condition {
  @Sentence
  String detail();

  /** Data can come. */
  record Up(@Sentence String detail) implements Condition {}

  /** Something is wrong that the session mends by itself: it is asked again. */
  record Down(@Sentence String detail) implements Condition {}

  /** The session is over: a new one has to be opened. */
  record Over(@Sentence String detail) implements Condition {}
}
