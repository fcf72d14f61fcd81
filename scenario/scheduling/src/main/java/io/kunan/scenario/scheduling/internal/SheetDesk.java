package io.kunan.scenario.scheduling.internal;

import io.kunan.engine.optimise.plant.PlantFigures;
import io.kunan.engine.optimise.plant.PlantFile;
import io.kunan.engine.optimise.plant.PlantFile.Planned;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantSheets;
import io.kunan.engine.optimise.plant.PlantSheets.Kind;
import io.kunan.engine.optimise.plant.PlantSheets.Sheet;
import io.kunan.kernel.InputException;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.Assets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plants out of tables: those given now, and of the other kinds those that were taken last. */
@Component
public class SheetDesk {
  private final SheetStore store;
  private final PlanDesk desk;
  private final ReportDesk reports;
  private final Assets assets;
  private final Clock clock;

  SheetDesk(SheetStore store, PlanDesk desk, ReportDesk reports, Assets assets, Clock clock) {
    this.store = store;
    this.desk = desk;
    this.reports = reports;
    this.assets = assets;
    this.clock = clock;
  }

  /**
   * What a person brings.
   *
   * @param said of headers, by table, the column each is, empty for none
   * @param startsAt minute 0; that of the plan there is, or today, when null
   */
  public record Given(
      Map<Kind, Sheet> sheets, Map<Kind, Map<String, String>> said, @Nullable Instant startsAt) {}

  /**
   * What tables make, before it is taken.
   *
   * @param kept when the tables that were not given now were taken
   * @param changes of orders against the plan on the desk
   * @param before figures of the plan on the desk, null without one
   * @param planned the first plan, null while no order can be used; what has begun stays in it
   */
  public record Reading(
      PlannedPlant plant,
      PlantSheets read,
      Map<Kind, Instant> kept,
      List<OrderChange> changes,
      @Nullable PlantFigures before,
      @Nullable Planned planned) {}

  /** Reads tables and says what they would change; nothing is kept. */
  public Reading read(Asset asset, Given given) {
    Map<Kind, Sheet> sheets = new EnumMap<>(Kind.class);
    Map<Kind, Instant> kept = new EnumMap<>(Kind.class);
    store
        .sheets(asset.id())
        .forEach(
            (kind, old) -> {
              sheets.put(kind, old.sheet());
              kept.put(kind, old.at());
            });
    sheets.putAll(given.sheets());
    given.sheets().keySet().forEach(kept::remove);
    ZoneId zone = assets.tree().zone(asset.id());
    Instant begin = given.startsAt() == null ? begin(asset, zone) : given.startsAt();
    PlantSheets read =
        PlantSheets.read(asset.name().en(), sheets, begin, zone, columns(asset, given.said()));
    PlannedPlant plant = new PlannedPlant(asset.id(), begin, false, read.problem());
    Optional<Planned> before =
        desk.find(asset.id()).map(old -> desk.draft(old.asset()).sheet().planned());
    return new Reading(
        plant,
        read,
        kept,
        OrderChange.between(
            before.map(planned -> planned.problem().orders()).orElse(List.of()), read.problem()),
        before.map(SheetDesk::figures).orElse(null),
        read.problem().orders().isEmpty()
            ? null
            : desk.byRules(plant, reports.begun(asset.id(), plant)));
  }

  private static PlantFigures figures(Planned planned) {
    return PlantFigures.of(planned.problem(), planned.plan());
  }

  /** Minute 0 of the plan there is, so that what has begun stays where it was; else today's. */
  private Instant begin(Asset asset, ZoneId zone) {
    return desk.find(asset.id())
        .filter(plant -> !plant.virtual())
        .map(PlannedPlant::startsAt)
        .orElseGet(() -> clock.instant().atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant());
  }

  private Map<Kind, Map<String, String>> columns(Asset asset, Map<Kind, Map<String, String>> said) {
    Map<Kind, Map<String, String>> all = new EnumMap<>(Kind.class);
    store.columns(asset.id()).forEach((kind, known) -> all.put(kind, new HashMap<>(known)));
    said.forEach((kind, now) -> all.computeIfAbsent(kind, k -> new HashMap<>()).putAll(now));
    return all;
  }

  /** Makes the tables the plant that is planned, with a first plan by the rules. */
  @Transactional
  public Reading take(Asset asset, Given given, String by) {
    Reading reading = read(asset, given);
    PlantProblem problem = reading.plant().problem();
    Planned planned = reading.planned();
    if (planned == null) {
      throw new InputException("orders", "none can be used", "mend the tables first");
    }
    // What could not be read again is refused before it is kept.
    PlantFile.parse("plant", PlantFile.text(problem));
    desk.open(reading.plant(), planned, by);
    store.keep(asset.id(), given.sheets(), clock.instant(), by);
    store.remember(asset.id(), given.said());
    return reading;
  }
}
