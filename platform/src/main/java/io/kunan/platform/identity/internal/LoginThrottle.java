package io.kunan.platform.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows guessing down: after some failures a name, and after more an address, waits; each further
 * failure doubles the wait up to a quarter of an hour. What lies an hour back is forgotten.
 */
final class LoginThrottle {
  private static final int FREE_PER_NAME = 5;
  private static final int FREE_PER_ADDRESS = 30;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration MEMORY = Duration.ofHours(1);
  private static final int MOST_KEYS = 10_000;

  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_KEYS;
        }
      };

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /** How long this name at this address has to wait; zero when it may try now. */
  synchronized Duration waitFor(String username, String address) {
    Duration name = waitFor(name(username), FREE_PER_NAME);
    Duration host = waitFor(address(address), FREE_PER_ADDRESS);
    return name.compareTo(host) > 0 ? name : host;
  }

  synchronized void failed(String username, String address) {
    Instant now = clock.instant();
    for (String key : new String[] {name(username), address(address)}) {
      Failures before = failures.get(key);
      int count =
          before == null || before.last().plus(MEMORY).isBefore(now) ? 1 : before.count() + 1;
      failures.put(key, new Failures(count, now));
    }
  }

  synchronized void succeeded(String username) {
    failures.remove(name(username));
  }

  private Duration waitFor(String key, int free) {
    Failures found = failures.get(key);
    if (found == null || found.count() < free) {
      return Duration.ZERO;
    }
    int doublings = Math.min(found.count() - free, 10);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    Instant end = found.last().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static String name(String username) {
    return "name " + username.toLowerCase(Locale.ROOT);
  }

  private static String address(String address) {
    return "address " + address;
  }

  private record Failures(int count, Instant last) {}
}
