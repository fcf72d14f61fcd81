package io.kunan.scenario.scheduling.internal;

import io.kunan.engine.optimise.plant.PlantEdit;
import io.kunan.engine.optimise.plant.PlantFile.Planned;
import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantProblem.Frozen;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Outcome;
import io.kunan.kernel.Sentence;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.web.Refusal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Drags single bars of a draft. */
@Component
public class BarMoves {
  private static final Pattern MINUTE = Pattern.compile("minute (\\d+)");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  private final PlanDesk desk;
  private final Assets assets;

  BarMoves(PlanDesk desk, Assets assets) {
    this.desk = desk;
    this.assets = assets;
  }

  /** A bar that is dragged, by names. */
  public record Move(String order, int operation, String resource, int minute) {}

  /**
   * Drags one bar of a draft.
   *
   * @throws Refusal 409 with the reason when it cannot be there
   */
  public Draft.Sheet move(PlannedPlant plant, Move move, long revision) {
    Draft draft = desk.draft(plant.asset());
    Planned planned = draft.sheet().planned();
    int order = order(planned.problem(), move.order());
    Placed bar = bar(planned, order, move.operation());
    int now = desk.now(plant);
    if (bar.start() < now) {
      throw Refusal.conflict("It has begun", "move what starts later");
    }
    if (move.minute() < now) {
      throw Refusal.conflict("That is past", "choose a time after now");
    }
    return switch (PlantEdit.move(
        underway(planned, now),
        planned.plan(),
        order,
        move.operation(),
        move.resource(),
        move.minute())) {
      case Outcome.Done<PlantPlan>(PlantPlan changed) ->
          draft.put(new Planned(planned.problem(), changed), revision);
      case Outcome.Refused<PlantPlan> no ->
          throw Refusal.conflict(inPlantTime(plant, no.reason()), no.remedy());
    };
  }

  /** A sentence in which minutes of the plan are times of the plant. */
  private @Sentence String inPlantTime(PlannedPlant plant, @Sentence String sentence) {
    ZoneId zone = assets.tree().zone(plant.asset());
    return MINUTE
        .matcher(sentence)
        .replaceAll(
            found ->
                TIME.format(
                    plant
                        .startsAt()
                        .plus(Duration.ofMinutes(Long.parseLong(found.group(1))))
                        .atZone(zone)));
  }

  /** The plant with everything frozen that has begun. */
  public static PlantProblem underway(Planned planned, int now) {
    List<Frozen> frozen = new ArrayList<>(planned.problem().frozen());
    for (Placed placed : planned.plan().operations()) {
      if (placed.start() < now) {
        frozen.add(
            new Frozen(placed.order(), placed.operation(), placed.resource(), placed.start()));
      }
    }
    return planned.problem().withFrozen(frozen);
  }

  /** The number of an order. */
  public static int order(PlantProblem problem, String id) {
    List<Order> orders = problem.orders();
    for (int o = 0; o < orders.size(); o++) {
      if (orders.get(o).id().equals(id)) {
        return o;
      }
    }
    throw Refusal.notFound("Order " + id);
  }

  private static Placed bar(Planned planned, int order, int operation) {
    List<Operation> route = planned.problem().orders().get(order).operations();
    if (operation < 0 || operation >= route.size()) {
      throw new InputException(
          "operation", "it is " + operation, "give 0 to " + (route.size() - 1));
    }
    return planned.plan().operations().stream()
        .filter(p -> p.order() == order && p.operation() == operation)
        .findFirst()
        .orElseThrow();
  }
}
