package io.kunan.platform.connect.internal.broker;

import io.kunan.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** A broker could not be reached or refused something; the message says what to do about it. */
public final class BrokerRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  BrokerRefusal(@Sentence String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
