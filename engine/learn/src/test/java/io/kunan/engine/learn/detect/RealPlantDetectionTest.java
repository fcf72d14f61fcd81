package io.kunan.engine.learn.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kunan.kernel.Column;
import io.kunan.kernel.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures the documents quote, on public data, so that no change loses them unseen. */
class RealPlantDetectionTest {
  private static final Path SHARED = Path.of(System.getProperty("kunan.shared", "../shared"));
  private static final int SKAB_VALVE = 12;
  private static final int SKAB_TRAINING = 400;
  private static final int SKAB_LABEL = 9;

  @BeforeAll
  static void needsTheSharedData() {
    boolean there = Files.isDirectory(SHARED.resolve("data/skab"));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("the shared data folder %s", SHARED.toAbsolutePath()).isTrue();
    }
    assumeThat(there).as("the shared data folder %s", SHARED.toAbsolutePath()).isTrue();
  }

  /** Cells of a file, NaN where they are no numbers. */
  private static double[][] cells(String file, String separator) throws IOException {
    List<double[]> rows = new ArrayList<>();
    Path path = SHARED.resolve("data").resolve(file);
    try (InputStream raw = Files.newInputStream(path);
        InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(
              line ->
                  rows.add(
                      Arrays.stream(line.split(separator))
                          .mapToDouble(RealPlantDetectionTest::number)
                          .toArray()));
    }
    return rows.toArray(double[][]::new);
  }

  private static double number(String cell) {
    return cell.matches("[-+]?[0-9].*") && !cell.contains(":")
        ? Double.parseDouble(cell)
        : Double.NaN;
  }

  private static Table table(double[][] rows, int fromColumn, int toColumn) {
    List<Column> columns = new ArrayList<>();
    for (int c = fromColumn; c < toColumn; c++) {
      int column = c;
      columns.add(
          new Column.Numbers(
              "c" + c, Arrays.stream(rows).mapToDouble(row -> row[column]).toArray()));
    }
    return new Table(new long[0], columns);
  }

  /** One for each file, those of the valve first. */
  private static List<DetectionAccuracy> skab(DetectorSettings settings) throws IOException {
    List<String> files = new ArrayList<>();
    for (int i = 0; i < SKAB_VALVE; i++) {
      files.add("skab/valve1/%d.csv.gz".formatted(i));
    }
    for (int i = 1; i <= 9; i++) {
      files.add("skab/other/%d.csv.gz".formatted(i));
    }
    List<DetectionAccuracy> each = new ArrayList<>();
    for (String file : files) {
      double[][] all = cells(file, ";");
      double[][] rows = Arrays.copyOfRange(all, 1, all.length); // without the header
      Table training = table(Arrays.copyOf(rows, SKAB_TRAINING), 1, SKAB_LABEL);
      Detections detections = Detector.fit(training, settings).score(table(rows, 1, SKAB_LABEL));
      DetectionAccuracy accuracy = DetectionAccuracy.NONE;
      for (int i = SKAB_TRAINING; i < rows.length; i++) {
        accuracy = accuracy.count(rows[i][SKAB_LABEL] > 0, detections.alarms()[i]);
      }
      each.add(accuracy);
    }
    return each;
  }

  private static DetectionAccuracy total(List<DetectionAccuracy> files, IntPredicate chosen) {
    return IntStream.range(0, files.size())
        .filter(chosen)
        .mapToObj(files::get)
        .reduce(DetectionAccuracy.NONE, DetectionAccuracy::plus);
  }

  @Test
  void findsTheFaultsOfTheWaterBenchInEveryHalfOfTheFiles() throws IOException {
    List<DetectionAccuracy> files = skab(DetectorSettings.DEFAULT);
    List<IntPredicate> parts =
        List.of(
            file -> true,
            file -> file % 2 == 0,
            file -> file % 2 == 1,
            file -> file < SKAB_VALVE,
            file -> file >= SKAB_VALVE);
    for (IntPredicate part : parts) {
      DetectionAccuracy accuracy = total(files, part);
      assertThat(accuracy.f1()).isGreaterThanOrEqualTo(0.79);
      assertThat(accuracy.falseAlarmRate()).isLessThanOrEqualTo(30);
    }
  }

  @Test
  void findsTheFaultsOfTheWaterBenchWithFewFalseAlarms() throws IOException {
    DetectionAccuracy accuracy =
        total(skab(DetectorSettings.DEFAULT.withFalseAlarms(1)), file -> true);
    assertThat(accuracy.f1()).isGreaterThanOrEqualTo(0.77);
    assertThat(accuracy.falseAlarmRate()).isLessThanOrEqualTo(16);
  }

  @Test
  void findsTheFaultsOfTheTennesseeEastmanPlant() throws IOException {
    double[][] lines = cells("tep/d00.dat.gz", "\\s+");
    double[][] training = new double[lines[0].length][lines.length];
    for (int v = 0; v < lines.length; v++) {
      for (int i = 0; i < training.length; i++) {
        training[i][v] = lines[v][i];
      }
    }
    Detector detector = Detector.fit(table(training, 0, 52), DetectorSettings.DEFAULT);
    DetectionAccuracy normal = tep(detector, 0, 1000);
    assertThat(normal.alarmRate()).isLessThanOrEqualTo(5);
    DetectionAccuracy faults = DetectionAccuracy.NONE;
    for (int fault : new int[] {1, 2, 4, 5, 6, 7, 8, 10, 11, 12}) {
      faults = faults.plus(tep(detector, fault, 160));
    }
    assertThat(faults.recall()).isGreaterThanOrEqualTo(0.975);
    assertThat(faults.falseAlarmRate()).isLessThanOrEqualTo(5);
  }

  private static DetectionAccuracy tep(Detector detector, int fault, int normalRows)
      throws IOException {
    double[][] rows = cells("tep/d%02d_te.dat.gz".formatted(fault), "\\s+");
    boolean[] alarms = detector.score(table(rows, 0, 52)).alarms();
    DetectionAccuracy accuracy = DetectionAccuracy.NONE;
    for (int i = 0; i < alarms.length; i++) {
      accuracy = accuracy.count(i >= normalRows, alarms[i]);
    }
    return accuracy;
  }

  @Test
  void watchesSingleStreamsOfEveryKind() throws IOException {
    for (String file :
        List.of(
            "realKnownCause/machine_temperature_system_failure.csv",
            "realKnownCause/ambient_temperature_system_failure.csv",
            "artificialNoAnomaly/art_flatline.csv",
            "artificialNoAnomaly/art_noisy.csv",
            "artificialWithAnomaly/art_daily_jumpsup.csv")) {
      double[][] rows = cells("nab/" + file + suffix(file), ",");
      double[][] values = Arrays.copyOfRange(rows, 1, Math.min(rows.length, 4000));
      Table training = table(Arrays.copyOf(values, values.length / 2), 1, 2);
      if (Arrays.stream(values).limit(training.rows()).mapToDouble(row -> row[1]).distinct().count()
          < 2) {
        continue; // refused with a sentence: DetectorTest
      }
      Detections detections =
          Detector.fit(training, DetectorSettings.DEFAULT).score(table(values, 1, 2));
      assertThat(detections.statistics()).as(file).doesNotContain(Double.NaN);
    }
  }

  private static String suffix(String file) {
    return Files.exists(SHARED.resolve("data/nab/" + file)) ? "" : ".gz";
  }
}
