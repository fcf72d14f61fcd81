package io.kunan.platform.connect.internal.mqtt;

import io.kunan.kernel.Sentence;

/** Is told why a part of a message cannot be used. */
@FunctionalInterface
interface Refusing {
  void because(@Sentence String reason);
}
