package io.kunan.platform.models;

import io.kunan.kernel.Sentence;
import java.util.List;

/** Whether a version may serve, and why. */
public record GateVerdict(boolean passed, List<GateCheckResult> checks) {
  /** One check, with the figures it was decided on. */
  public record GateCheckResult(@Sentence String name, boolean passed, @Sentence String detail) {}

  public GateVerdict {
    checks = List.copyOf(checks);
  }

  /** The verdict of checks: all must pass. */
  public static GateVerdict of(List<GateCheckResult> checks) {
    return new GateVerdict(checks.stream().allMatch(GateCheckResult::passed), checks);
  }

  /** The checks that failed, in words. */
  public @Sentence String reasons() {
    return String.join(
        "; ",
        checks.stream()
            .filter(check -> !check.passed())
            .map(check -> check.name() + ": " + check.detail())
            .toList());
  }
}
