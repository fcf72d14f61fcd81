package io.kunan.platform.connect.internal.life;

import java.time.Duration;

/** Pauses that double from try to try. */
final class Backoff {
  private final Duration shortest;
  private final Duration longest;
  private Duration next;

  Backoff(Duration shortest, Duration longest) {
    this.shortest = shortest;
    this.longest = longest;
    this.next = shortest;
  }

  Duration next() {
    Duration pause = next;
    Duration twice = pause.multipliedBy(2);
    next = twice.compareTo(longest) < 0 ? twice : longest;
    return pause;
  }

  void reset() {
    next = shortest;
  }
}
