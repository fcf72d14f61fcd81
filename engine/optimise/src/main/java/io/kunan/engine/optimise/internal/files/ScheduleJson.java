package io.kunan.engine.optimise.internal.files;

import io.kunan.engine.optimise.FlowShopProblem;
import io.kunan.engine.optimise.Problem;
import io.kunan.engine.optimise.Schedule;
import io.kunan.engine.optimise.ShopProblem;
import io.kunan.kernel.InputException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Schedules of shops as JSON, one operation a line. */
public final class ScheduleJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ScheduleJson() {}

  public static void write(Path file, Problem problem, Schedule plan) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"makespan\": %d, \"operations\": [\n".formatted(plan.makespan()));
      for (int j = 0; j < problem.jobs(); j++) {
        int first = first(problem, j);
        for (int v = first; v < first(problem, j + 1); v++) {
          out.write(
              "{\"job\": %d, \"operation\": %d, \"machine\": %d, \"start\": %d, \"end\": %d}%s\n"
                  .formatted(
                      j,
                      v - first,
                      plan.machine()[v],
                      plan.start()[v],
                      plan.end()[v],
                      v == problem.operations() - 1 ? "" : ","));
        }
      }
      out.write("]}\n");
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "it cannot be written: " + e.getMessage(), "name another file", e);
    }
  }

  private static int first(Problem problem, int job) {
    return switch (problem) {
      case ShopProblem shop -> shop.firstOperation(job);
      case FlowShopProblem flow -> job * flow.machines();
    };
  }

  public static Schedule read(SourceText source, Problem problem) {
    JsonNode operations = parsed(source).path("operations");
    if (!operations.isArray()) {
      throw new InputException(
          source.name(), "it has no list “operations”", "give a plan written with --out");
    }
    int size = problem.operations();
    Schedule plan = new Schedule(new int[size], new int[size], new int[size]);
    Arrays.fill(plan.machine(), -1);
    int at = 0;
    for (JsonNode operation : operations) {
      String where = "%s, operations[%d]".formatted(source.name(), at++);
      int job = number(operation, "job", where);
      int step = number(operation, "operation", where);
      int v = operation(problem, job, step, where);
      if (plan.machine()[v] >= 0) {
        throw new InputException(
            where,
            "job %d, operation %d stands twice".formatted(job, step),
            "give every operation once");
      }
      plan.machine()[v] = number(operation, "machine", where);
      plan.start()[v] = number(operation, "start", where);
      plan.end()[v] = number(operation, "end", where);
    }
    if (at < size) {
      throw new InputException(
          source.name(),
          "it has %d operations, the problem %d".formatted(at, size),
          "give every operation once");
    }
    return plan;
  }

  private static JsonNode parsed(SourceText source) {
    try {
      return JSON.readTree(source.bytes());
    } catch (JacksonException e) {
      throw new InputException(
          source.name(), "it is no JSON: " + e.getOriginalMessage(), "check the file", e);
    }
  }

  private static int operation(Problem problem, int job, int step, String where) {
    if (job < 0
        || job >= problem.jobs()
        || step < 0
        || step >= first(problem, job + 1) - first(problem, job)) {
      throw new InputException(
          where,
          "the problem has no job %d with an operation %d".formatted(job, step),
          "count jobs and operations from 0");
    }
    return first(problem, job) + step;
  }

  private static int number(JsonNode operation, String field, String where) {
    JsonNode value = operation.path(field);
    if (!value.isInt() || value.intValue() < 0) {
      throw new InputException(
          where + "." + field,
          value.isMissingNode() ? "it is missing" : value + " is no time or number",
          "give a whole number, 0 or more");
    }
    return value.intValue();
  }
}
