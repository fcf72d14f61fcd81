package io.kunan.engine.optimise.internal.sheets;

import io.kunan.engine.optimise.plant.PlantSheets.Column;
import io.kunan.engine.optimise.plant.PlantSheets.Kind;
import io.kunan.kernel.Text;
import java.util.List;
import java.util.stream.Collectors;

/** Tables to fill in. */
public final class SheetTemplates {
  private SheetTemplates() {}

  static List<Field> fields(Kind kind) {
    return switch (kind) {
      case MACHINES -> List.of(Field.MACHINE, Field.STAGE, Field.BATCH, Field.SETUP, Field.FAMILY);
      case SETUPS -> List.of(Field.SETUP, Field.FROM, Field.TO, Field.MINUTES);
      case CLOSED -> List.of(Field.MACHINE, Field.FROM, Field.TO);
      case ROUTES ->
          List.of(
              Field.ROUTE,
              Field.STEP,
              Field.OPERATION,
              Field.MACHINE,
              Field.MINUTES,
              Field.MINUTES_PER_TONNE,
              Field.FAMILY,
              Field.MIN_LAG,
              Field.MAX_LAG);
      case ORDERS ->
          List.of(
              Field.ORDER,
              Field.CUSTOMER,
              Field.TONNES,
              Field.RELEASE,
              Field.DUE,
              Field.WEIGHT,
              Field.ROUTE,
              Field.FAMILY);
      case ACTUALS ->
          List.of(Field.ORDER, Field.OPERATION, Field.MACHINE, Field.FROM, Field.TO, Field.SCRAP);
    };
  }

  /** Columns without which a table cannot be used. */
  static List<Field> needed(Kind kind) {
    return switch (kind) {
      case MACHINES -> List.of(Field.MACHINE);
      case SETUPS -> List.of(Field.SETUP, Field.FROM, Field.TO, Field.MINUTES);
      case CLOSED -> List.of(Field.MACHINE, Field.FROM, Field.TO);
      case ROUTES -> List.of(Field.ROUTE, Field.STEP, Field.MACHINE, Field.MINUTES);
      case ORDERS -> List.of(Field.ORDER, Field.DUE, Field.ROUTE);
      case ACTUALS -> List.of(Field.ORDER, Field.OPERATION, Field.FROM);
    };
  }

  /** The columns of a table, as people see them. */
  public static List<Column> columns(Kind kind) {
    return fields(kind).stream()
        .map(
            field ->
                new Column(
                    field.english(),
                    new Text(field.chinese(), field.english()),
                    needed(kind).contains(field)))
        .toList();
  }

  private static List<String> examples(Kind kind) {
    return switch (kind) {
      case MACHINES -> List.of("CM1,cold rolling,1,cold,3003 1250", "AF1,annealing,3,,");
      case SETUPS -> List.of("cold,3003 1250,5052 1500,40", "cold,5052 1500,3003 1250,15");
      case CLOSED -> List.of("CM1,2026-12-01 08:00,2026-12-01 16:00");
      case ROUTES ->
          List.of(
              "coil annealed,10,cold pass 1,CM1,15,4,,120,",
              "coil annealed,20,anneal,AF1,480,,air,180,");
      case ORDERS ->
          List.of("A-1001,customer 1,12.5,2026-12-01,2026-12-06 18:00,2,coil annealed,3003 1250");
      case ACTUALS ->
          List.of(
              "A-1001,cold pass 1,CM1,2026-12-01 16:10,2026-12-01 17:20,0.2",
              "A-1001,anneal,AF1,2026-12-01 20:00,,");
    };
  }

  /** A table with a header and a few lines as examples. */
  public static String of(Kind kind, boolean chinese) {
    String head =
        fields(kind).stream()
            .map(field -> chinese ? field.chinese() : field.english())
            .collect(Collectors.joining(","));
    return "\uFEFF" + head + "\r\n" + String.join("\r\n", examples(kind)) + "\r\n";
  }
}
