package io.kunan.engine.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kunan.kernel.Column;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Table;
import io.kunan.kernel.TagId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of three real plants and benches, as their owners wrote them. */
class RealFilesTest {
  private static final Path DATA = Path.of(System.getProperty("kunan.shared", "../shared"), "data");

  @BeforeEach
  void dataIsThere() {
    boolean there = Files.isDirectory(DATA);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("folder %s with real data", DATA).isTrue();
    }
    assumeThat(there).as("folder %s with real data", DATA).isTrue();
  }

  @Test
  void readsTheSteelPlantWhoseDaysEndWithMidnightOfTheSameDate() {
    Path file = DATA.resolve("steel-energy-uci/steel_2018_m01_m09.csv.gz");
    FileTable read = Written.read(file, FileFormat.DETECT.withTime("date", null));
    Table table = read.table();
    assertThat(read.report().timeFormat()).isEqualTo("d/M/yyyy H:mm");
    assertThat(read.report().rows()).isEqualTo(26_208);
    assertThat(read.report().rejected()).isZero();
    assertThat(read.report().repaired()).isEqualTo(273);
    assertThat(Micros.toInstant(table.times()[0])).isEqualTo("2018-01-01T00:15:00Z");
    assertThat(Micros.toInstant(table.times()[26_207])).isEqualTo("2018-10-01T00:00:00Z");
    for (int i = 1; i < table.rows(); i++) {
      assertThat(table.times()[i] - table.times()[i - 1]).isEqualTo(15 * Micros.PER_MINUTE);
    }
    assertThat(table.columns()).hasSize(10);
    assertThat(Written.numbers(table, "Usage_kWh")).startsWith(3.17, 4.0, 3.24);
    assertThat(Written.words(table, "Load_Type"))
        .containsOnly("Light_Load", "Medium_Load", "Maximum_Load");
  }

  @Test
  void importsTheSteelPlantAsPoints() {
    Path file = DATA.resolve("steel-energy-uci/steel_2018_m01_m09.csv.gz");
    FileFormat format = FileFormat.DETECT.withTime("date", "dd/MM/yyyy H:mm");
    List<PointColumn> columns =
        List.of(
            PointColumn.numbers("Usage_kWh", new TagId(1), "kWh", "MWh"),
            PointColumn.numbers("NSM", new TagId(2)));
    double[] total = new double[1];
    ImportReport report =
        new PointFile(file, format, columns)
            .read(
                batch -> {
                  for (int i = 0; i < batch.size(); i++) {
                    total[0] += batch.tag(i) == 1 ? batch.value(i) : 0;
                  }
                  return true;
                },
                Progress.NONE);
    assertThat(report.points()).isEqualTo(2 * 26_208);
    assertThat(report.repaired()).isEqualTo(273);
    Table table = Written.read(file, format).table();
    double kilowattHours =
        Written.numbers(table, "Usage_kWh").stream().mapToDouble(Double::doubleValue).sum();
    assertThat(total[0] * 1_000)
        .isCloseTo(kilowattHours, org.assertj.core.data.Offset.offset(1e-3));
  }

  @Test
  void readsTheWaterBenchSeparatedBySemicolons() {
    Path file = DATA.resolve("skab/valve1/1.csv.gz");
    FilePreview preview = FilePreview.of(file, FileFormat.DETECT);
    assertThat(preview.format().separator()).isEqualTo(';');
    assertThat(preview.columns().getFirst().kind()).isEqualTo(ColumnPreview.Kind.TIME);
    assertThat(preview.rows()).hasSize(FilePreview.ROWS);
    FileTable read = Written.read(file, FileFormat.DETECT.withTime("datetime", null));
    assertThat(read.table().rows()).isEqualTo(1_145);
    assertThat(read.table().columns()).hasSize(10).allMatch(Column.Numbers.class::isInstance);
    assertThat(read.report().rejected()).isZero();
  }

  @Test
  void readsTheTennesseeEastmanRunsWithoutHeader() {
    Table normal = Written.table(DATA.resolve("tep/d00.dat.gz"));
    assertThat(normal.rows()).isEqualTo(52);
    assertThat(normal.columns()).hasSize(500);
    Table fault = Written.table(DATA.resolve("tep/d01_te.dat.gz"));
    assertThat(fault.rows()).isEqualTo(960);
    assertThat(fault.columns()).hasSize(52).allMatch(Column.Numbers.class::isInstance);
    assertThat(fault.hasTimes()).isFalse();
  }
}
