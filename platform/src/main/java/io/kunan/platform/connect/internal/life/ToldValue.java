package io.kunan.platform.connect.internal.life;

import io.kunan.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A value as a plant told it.
 *
 * @param raw a Boolean, a Number, a text, null, or {@link Unusable}
 * @param time source time in microseconds UTC
 * @param quality what the source says of it
 * @param problem why the quality is bad, null when it is not or nobody says
 */
public record ToldValue(
    @Nullable Object raw, long time, short quality, @Sentence @Nullable String problem) {
  /** The same at another time. */
  public ToldValue at(long timeMicros) {
    return new ToldValue(raw, timeMicros, quality, problem);
  }

  /** What people are shown of it; null where it is no value. */
  public @Nullable Object shown() {
    return raw instanceof Unusable ? null : raw;
  }

  /** Something that can be no value, and why. */
  public record Unusable(@Sentence String reason) {}
}
