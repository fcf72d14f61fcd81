package io.kunan.scenario.scheduling.web;

import io.kunan.engine.optimise.plant.PlantFigures;
import io.kunan.engine.optimise.plant.PlantFile.Planned;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantSheets;
import io.kunan.engine.optimise.plant.PlantSheets.Kind;
import io.kunan.engine.optimise.plant.PlantSheets.Table;
import io.kunan.scenario.scheduling.internal.OrderChange;
import io.kunan.scenario.scheduling.internal.SheetDesk.Reading;
import io.kunan.scenario.scheduling.web.SchedulingViews.SheetColumnView;
import io.kunan.scenario.scheduling.web.SchedulingViews.SheetFaultView;
import io.kunan.scenario.scheduling.web.SchedulingViews.SheetHeaderView;
import io.kunan.scenario.scheduling.web.SchedulingViews.SheetKindView;
import io.kunan.scenario.scheduling.web.SchedulingViews.SheetTableView;
import io.kunan.scenario.scheduling.web.SchedulingViews.SheetsView;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what came of reading tables into what the page of imports shows. */
final class SheetComposer {
  private static final int MOST = 500;

  private SheetComposer() {}

  static List<SheetKindView> kinds() {
    return Arrays.stream(Kind.values())
        .map(
            kind ->
                new SheetKindView(
                    kind.id(),
                    PlantSheets.columns(kind).stream()
                        .map(c -> new SheetColumnView(c.id(), c.name(), c.isNeeded()))
                        .toList()))
        .toList();
  }

  static SheetsView view(Reading reading, boolean isOpened) {
    PlantSheets read = reading.read();
    PlantProblem problem = read.problem();
    Map<OrderChange.What, Integer> counted = new EnumMap<>(OrderChange.What.class);
    reading.changes().forEach(change -> counted.merge(change.what(), 1, Integer::sum));
    return new SheetsView(
        reading.plant().startsAt(),
        read.tables().stream().map(table -> table(reading, table)).toList(),
        problem.resources().size(),
        problem.orders().size(),
        problem.operations(),
        read.faults().stream()
            .limit(MOST)
            .map(
                f ->
                    new SheetFaultView(
                        f.file(), f.line(), f.field(), f.value(), f.allowed(), f.remedy()))
            .toList(),
        read.faults().size(),
        reading.changes().stream().limit(MOST).toList(),
        counted,
        reading.before(),
        after(reading.planned()),
        isOpened);
  }

  private static @Nullable PlantFigures after(@Nullable Planned planned) {
    return planned == null ? null : PlantFigures.of(planned.problem(), planned.plan());
  }

  private static SheetTableView table(Reading reading, Table table) {
    return new SheetTableView(
        table.kind().id(),
        table.file(),
        table.lines(),
        reading.read().taken().getOrDefault(table.kind(), 0),
        reading.kept().get(table.kind()),
        table.headers().stream()
            .map(h -> new SheetHeaderView(h.name(), h.field(), h.suggestion()))
            .toList(),
        table.sample());
  }
}
