package io.kunan.app.cli.schedule;

import io.kunan.engine.optimise.ProblemFormat;
import io.kunan.kernel.InputException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code --format} may say. */
enum ScheduleFormat {
  JOBSHOP("jobshop", ProblemFormat.JOB_SHOP),
  FLEXIBLE_JOBSHOP("flexible-jobshop", ProblemFormat.FLEXIBLE_JOB_SHOP),
  FLOWSHOP("flowshop", ProblemFormat.FLOW_SHOP),
  REFERENCE("reference", null),
  PLAN("plan", null);

  static final String NAMES = "jobshop, flexible-jobshop, flowshop, reference, plan";

  private final String name;
  private final Optional<ProblemFormat> shop;

  ScheduleFormat(String name, @Nullable ProblemFormat shop) {
    this.name = name;
    this.shop = Optional.ofNullable(shop);
  }

  /** The form of a shop; empty for a plant. */
  Optional<ProblemFormat> shop() {
    return shop;
  }

  static ScheduleFormat named(String name) {
    for (ScheduleFormat format : values()) {
      if (format.name.equals(name)) {
        return format;
      }
    }
    throw new InputException("--format", "“%s” is none".formatted(name), "use one of " + NAMES);
  }
}
