package io.kunan.engine.optimise.internal.files;

import io.kunan.engine.optimise.plant.PlantFigures;
import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.kernel.InputException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plants and plans as JSON; what is written can be read again. */
public final class PlantWriter {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              old ->
                  old.withValueInclusion(
                      com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
          .build();

  private PlantWriter() {}

  public static void write(Path file, PlantProblem problem) {
    write(file, tree(problem));
  }

  public static String text(PlantProblem problem) {
    return JSON.writeValueAsString(tree(problem));
  }

  public static String planText(PlantProblem problem, PlantPlan plan) {
    return JSON.writeValueAsString(planTree(problem, plan));
  }

  public static void writePlan(Path file, PlantProblem problem, PlantPlan plan) {
    write(file, planTree(problem, plan));
  }

  private static ObjectNode planTree(PlantProblem problem, PlantPlan plan) {
    ObjectNode tree = JSON.createObjectNode();
    tree.set("plant", tree(problem));
    tree.put("objective", PlantFigures.of(problem, plan).objective());
    ArrayNode operations = tree.putArray("operations");
    for (PlantPlan.Placed placed : plan.operations()) {
      operations
          .addObject()
          .put("order", problem.orders().get(placed.order()).id())
          .put("operation", placed.operation())
          .put("resource", placed.resource())
          .put("setup", placed.setup())
          .put("start", placed.start())
          .put("end", placed.end());
    }
    return tree;
  }

  /** Calendars and frozen operations are written shorter than their records. */
  private static ObjectNode tree(PlantProblem problem) {
    ObjectNode tree = JSON.valueToTree(problem);
    ArrayNode calendars = tree.putArray("calendars");
    for (PlantProblem.Calendar calendar : problem.calendars()) {
      ArrayNode closed = calendars.addObject().put("id", calendar.id()).putArray("closed");
      calendar.closed().forEach(span -> closed.addArray().add(span.from()).add(span.to()));
    }
    ArrayNode frozen = tree.putArray("frozen");
    for (PlantProblem.Frozen item : problem.frozen()) {
      frozen
          .addObject()
          .put("order", problem.orders().get(item.order()).id())
          .put("operation", item.operation())
          .put("resource", item.resource())
          .put("start", item.start());
    }
    return tree;
  }

  private static void write(Path file, JsonNode tree) {
    try {
      JSON.writeValue(file, tree);
    } catch (JacksonException e) {
      throw new InputException(
          file.toString(), "it cannot be written: " + e.getMessage(), "name another file", e);
    }
  }
}
