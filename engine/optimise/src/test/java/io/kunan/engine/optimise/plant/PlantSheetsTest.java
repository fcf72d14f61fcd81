package io.kunan.engine.optimise.plant;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.SolveMonitor;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.engine.optimise.plant.PlantProblem.Resource;
import io.kunan.engine.optimise.plant.PlantProblem.Span;
import io.kunan.engine.optimise.plant.PlantSheets.Fault;
import io.kunan.engine.optimise.plant.PlantSheets.Header;
import io.kunan.engine.optimise.plant.PlantSheets.Kind;
import io.kunan.engine.optimise.plant.PlantSheets.Sheet;
import io.kunan.engine.optimise.plant.PlantSheets.Table;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlantSheetsTest {
  private static final Instant START = Instant.parse("2026-11-30T16:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static PlantSheets read(Map<Kind, Sheet> sheets) {
    return PlantSheets.read("plant", sheets, START, ZONE, Map.of());
  }

  private static Map<Kind, Sheet> templates(boolean chinese) {
    Map<Kind, Sheet> sheets = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      sheets.put(kind, new Sheet(kind.id() + ".csv", PlantSheets.template(kind, chinese)));
    }
    return sheets;
  }

  @Test
  void theTemplatesInBothLanguagesAreTheSamePlantAndCanBePlanned() throws InterruptedException {
    PlantSheets english = read(templates(false));
    assertThat(english.faults()).isEmpty();
    assertThat(read(templates(true)).problem()).isEqualTo(english.problem());
    assertThat(english.taken()).containsEntry(Kind.ORDERS, 1).containsEntry(Kind.ROUTES, 2);
    Order order = english.problem().orders().getFirst();
    assertThat(order.release()).isZero();
    assertThat(order.due()).isEqualTo(5 * 1_440 + 18 * 60);
    assertThat(order.operations().getFirst().alternatives().getFirst().minutes())
        .as("15 minutes and 4 for each of 12.5 t")
        .isEqualTo(65);
    Resource mill = english.problem().resources().getFirst();
    assertThat(english.problem().closed(mill)).containsExactly(new Span(480, 960));
    PlantSolution solution =
        PlantSolver.solve(
            english.problem(),
            new SolveOptions(Engine.RULES, null, null, 1, 1),
            SolveMonitor.none());
    assertThat(PlantCheck.violations(english.problem(), solution.plan())).isEmpty();
    assertThat(PlantFile.parse("again", PlantFile.text(english.problem())))
        .isEqualTo(english.problem());
  }

  @Test
  void aLineThatCannotBeUsedIsToldWithItsPlaceAndTheRestIsKept() {
    Map<Kind, Sheet> sheets = templates(true);
    sheets.put(
        Kind.ORDERS,
        new Sheet(
            "订单.csv",
            """
            合同号;客户名称;重量(t);交货日期;产品;规格族
            A1;某厂;12,5;2026/12/6;coil annealed;3003 1250

            A2;某厂;十吨;2026/12/6;coil annealed;3003 1250
            A3;某厂;10;6.12.;coil annealed;3003 1250
            A5;某厂;10;2999/12/6;coil annealed;3003 1250
            A6;某厂;10;2026/12/6;coil annealed;
            A4;某厂;10;2026/12/6 8:30;foil;3003 1250
            A1;某厂;10;2026/12/6;coil annealed;3003 1250
            """));
    PlantSheets read = read(sheets);
    assertThat(read.problem().orders()).extracting(Order::id).containsExactly("A1");
    assertThat(read.problem().orders().getFirst().due()).as("the end of the day").isEqualTo(8_640);
    assertThat(read.faults()).extracting(Fault::line).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(read.faults())
        .extracting(Fault::field)
        .containsExactly("重量(t)", "交货日期", "交货日期", "规格族", "产品", "合同号");
    assertThat(read.faults().getFirst().sentence())
        .isEqualTo(
            "订单.csv, line 4, 重量(t) “十吨”: allowed is a number from 0 on; write it without unit");
  }

  @Test
  void readsWhatChineseSpreadsheetsWrite() {
    String text = PlantSheets.template(Kind.ORDERS, true).substring(1).replace("customer 1", "某厂");
    for (Charset charset : List.of(UTF_8, Charset.forName("GB18030"), UTF_16)) {
      Map<Kind, Sheet> sheets = templates(true);
      sheets.put(Kind.ORDERS, Sheet.of("订单.csv", text.getBytes(charset)));
      assertThat(read(sheets).problem().orders().getFirst().customer())
          .as(charset.name())
          .isEqualTo("某厂");
    }
    assertThatThrownBy(() -> Sheet.of("订单.xlsx", new byte[] {'P', 'K', 3, 4, 20}))
        .hasMessageContaining("it is a workbook");
  }

  @Test
  void aColumnThatIsMissingIsNamedAndCanBeSaidToBeAnother() {
    Map<Kind, Sheet> sheets = templates(false);
    String head = "no,due,route,family\nA1,2026-12-06,coil annealed,3003 1250\n";
    sheets.put(Kind.ORDERS, new Sheet("orders.csv", head));
    PlantSheets read = read(sheets);
    assertThat(read.problem().orders()).isEmpty();
    assertThat(read.faults().getFirst().sentence())
        .contains("line 1, order “no, due, route, family”", "a column “order” or “订单”");
    PlantSheets said = saidOfOrders(sheets, Map.of("no", "order"));
    assertThat(said.problem().orders()).hasSize(1);
    assertThat(said.faults()).isEmpty();
  }

  private static PlantSheets saidOfOrders(Map<Kind, Sheet> sheets, Map<String, String> said) {
    return PlantSheets.read("plant", sheets, START, ZONE, Map.of(Kind.ORDERS, said));
  }

  @Test
  void eachHeaderTellsWhatItIsTakenForOrWhatItLooksLike() {
    Map<Kind, Sheet> sheets = templates(false);
    String text =
        "销售订单号,交货日期(ERP),产品,priority,备注,family\nA1,2026-12-06,coil annealed,3,x,3003 1250\n";
    sheets.put(Kind.ORDERS, new Sheet("orders.csv", text));
    Table orders = read(sheets).tables().getLast();
    assertThat(orders.lines()).isOne();
    assertThat(orders.sample().getFirst()).startsWith("A1", "2026-12-06");
    assertThat(orders.headers())
        .containsExactly(
            new Header("销售订单号", null, "order"),
            new Header("交货日期(ERP)", "due", null),
            new Header("产品", "route", null),
            new Header("priority", "weight", null),
            new Header("备注", null, null),
            new Header("family", "family", null));

    PlantSheets said = saidOfOrders(sheets, Map.of("销售订单号", "order", "priority", ""));
    assertThat(said.tables().getLast().headers().get(3))
        .as("a person said it is none")
        .isEqualTo(new Header("priority", null, null));
    assertThat(said.problem().orders().getFirst().weight()).isEqualTo(1);
  }
}
