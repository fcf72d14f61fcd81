package io.kunan.engine.learn.detect;

import static io.kunan.engine.learn.detect.SyntheticPlant.NAMES;
import static io.kunan.engine.learn.detect.SyntheticPlant.rows;
import static io.kunan.engine.learn.detect.SyntheticPlant.shifted;
import static io.kunan.engine.learn.detect.SyntheticPlant.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kunan.kernel.Column;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetectorTest {
  private static final double[][] NORMAL = rows(600, 1);
  private static final double[][] FEW = rows(250, 1);

  private static final Detector DETECTOR = Detector.fit(table(NORMAL), DetectorSettings.DEFAULT);

  private static double alarmRate(Detections detections, int from) {
    int alarms = 0;
    for (int i = from; i < detections.rows(); i++) {
      alarms += detections.alarms()[i] ? 1 : 0;
    }
    return 100.0 * alarms / (detections.rows() - from);
  }

  @Test
  void isQuietOnNormalRowsItHasNotSeen() {
    assertThat(alarmRate(DETECTOR.score(table(rows(3000, 2))), 0)).isLessThan(5);
  }

  @Test
  void findsABrokenRelationThatEachSignalAloneHides() {
    double[][] fault = rows(400, 3);
    for (int i = 200; i < 400; i++) {
      fault[i][1] = 100 - fault[i][1]; // steam falls where it should rise
    }
    assertThat(alarmRate(DETECTOR.score(table(fault)), 210)).isGreaterThan(60);
    assertThat(alarmRate(DETECTOR.score(table(rows(400, 3))), 210)).isLessThan(10);
  }

  @Test
  void namesTheSignalThatMoved() {
    Table fault = table(shifted(rows(300, 4), 200, 5, 0.01));
    Detections detections = DETECTOR.score(fault);
    assertThat(detections.alarms()[230]).isTrue();
    List<Contribution> contributions = DETECTOR.contributions(fault, 230);
    assertThat(contributions.getFirst().variable()).isEqualTo("vibration");
    assertThat(contributions.getFirst().share()).isGreaterThan(0.7);
    assertThat(contributions.stream().mapToDouble(Contribution::share).sum())
        .isCloseTo(1, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource
  void everyMethodFindsALargeFaultAndExplainsIt(DetectionMethod method) {
    Detector one = Detector.fit(table(FEW), DetectorSettings.DEFAULT.withMethod(method));
    Table fault = table(shifted(rows(160, 5), 100, 0, 150));
    Detections detections = one.score(fault);
    assertThat(alarmRate(detections, 115)).isGreaterThan(80);
    List<Contribution> contributions = one.contributions(fault, 120);
    assertThat(contributions).extracting(Contribution::variable).containsAll(NAMES);
    assertThat(contributions).allSatisfy(c -> assertThat(c.share()).isBetween(0.0, 1.0 + 1e-9));
    assertThat(contributions.stream().limit(2).map(Contribution::variable)).contains("feed");
  }

  @ParameterizedTest
  @EnumSource
  void savedAndReadAgainItGivesTheSameBits(DetectionMethod method) {
    Detector one = Detector.fit(table(FEW), DetectorSettings.DEFAULT.withMethod(method));
    byte[] bytes = one.toBytes();
    Detector again = Detector.fromBytes(bytes);
    Table other = table(rows(120, 6));
    assertThat(again.score(other).statistics()).containsExactly(one.score(other).statistics());
    assertThat(again.toBytes()).isEqualTo(bytes);
    assertThat(again.settings()).isEqualTo(one.settings());
    assertThat(again.trainingRows()).isEqualTo(250);
  }

  @ParameterizedTest
  @EnumSource
  void trainedTwiceItIsTheSameBitForBit(DetectionMethod method) {
    DetectorSettings settings = DetectorSettings.DEFAULT.withMethod(method);
    assertThat(Detector.fit(table(FEW), settings).toBytes())
        .isEqualTo(Detector.fit(table(rows(250, 1)), settings).toBytes());
  }

  @Test
  void scoresRowByRowAsInABatch() {
    double[][] rows = shifted(rows(200, 7), 100, 3, 100);
    rows[50][2] = Double.NaN;
    Detections batch = DETECTOR.score(table(rows));
    LiveDetector live = DETECTOR.live();
    for (int i = 0; i < rows.length; i++) {
      RowVerdict verdict = live.next(rows[i]);
      assertThat(verdict.statistic()).isEqualTo(batch.statistics()[i]);
      assertThat(verdict.alarm()).isEqualTo(batch.alarms()[i]);
    }
  }

  @Test
  void columnsMayComeInAnotherOrder() {
    double[][] rows = rows(100, 8);
    List<Column> turned = new ArrayList<>(table(rows).columns());
    Collections.reverse(turned);
    assertThat(DETECTOR.score(new Table(new long[0], turned)).statistics())
        .containsExactly(DETECTOR.score(table(rows)).statistics());
  }

  @Test
  void missingCellsAndRowsDoNotAlarm() {
    double[][] training = rows(600, 1);
    double[][] rows = rows(1000, 9);
    for (int i = 0; i < rows.length; i++) {
      rows[i][i % 6] = i % 3 == 0 ? Double.NaN : rows[i][i % 6];
      training[i % 600][(i + 3) % 6] =
          i % 7 == 0 ? Double.POSITIVE_INFINITY : training[i % 600][(i + 3) % 6];
    }
    for (int i = 500; i < 700; i++) {
      Arrays.fill(rows[i], Double.NaN);
    }
    Detector one = Detector.fit(table(training), DetectorSettings.DEFAULT);
    Detections detections = one.score(table(rows));
    assertThat(detections.statistics()).doesNotContain(Double.NaN);
    assertThat(alarmRate(detections, 0)).isLessThan(10);
    assertThat(detections.statistics()[699]).isEqualTo(detections.statistics()[499]);
    assertThat(alarmRate(one.score(table(shifted(rows, 800, 5, 0.02))), 820)).isGreaterThan(90);
  }

  @Test
  void leavesOutWhatCannotBeWatchedAndSaysWhy() {
    List<Column> columns = new ArrayList<>(table(NORMAL).columns());
    columns.add(new Column.Numbers("setpoint", constant(600, 7)));
    columns.add(new Column.Numbers("broken", constant(600, Double.NaN)));
    columns.add(new Column.Words("shift", Collections.nCopies(600, "A")));
    Detector one = Detector.fit(new Table(new long[0], columns), DetectorSettings.DEFAULT);
    assertThat(one.variables()).isEqualTo(NAMES);
    assertThat(one.leftOut())
        .containsExactly(
            new LeftOut("setpoint", "constant in the training rows"),
            new LeftOut("broken", "more than half of the cells are missing"),
            new LeftOut("shift", "words"));
    assertThat(one.limit()).isEqualTo(DETECTOR.limit());
    assertThat(Detector.fromBytes(one.toBytes()).leftOut()).isEqualTo(one.leftOut());
  }

  @Test
  void copiesOfASignalDoNotUpsetIt() {
    List<Column> columns = new ArrayList<>(table(NORMAL).columns());
    double[] feed = ((Column.Numbers) columns.getFirst()).values();
    columns.add(new Column.Numbers("feed in kg", Arrays.stream(feed).map(t -> 1000 * t).toArray()));
    Detector one = Detector.fit(new Table(new long[0], columns), DetectorSettings.DEFAULT);
    Table same = new Table(new long[0], columns);
    assertThat(alarmRate(one.score(same), 0)).isLessThan(5);
  }

  @Test
  void watchesASingleSignal() {
    Table normal = table(rows(600, 10), List.of("feed"));
    Detector one = Detector.fit(normal, DetectorSettings.DEFAULT);
    Table fault = table(shifted(rows(300, 11), 200, 0, 200), List.of("feed"));
    assertThat(alarmRate(one.score(fault), 0)).isGreaterThan(2);
    assertThat(one.score(fault).alarms()[206]).isTrue();
  }

  @Test
  void moreAcceptedFalseAlarmsLowerTheLimit() {
    double before = Double.POSITIVE_INFINITY;
    for (double percent : new double[] {0.1, 0.5, 1, 2, 5, 10, 20, 50}) {
      DetectorSettings settings = DetectorSettings.DEFAULT.withFalseAlarms(percent);
      double limit = Detector.fit(table(NORMAL), settings).limit();
      assertThat(limit).isLessThan(before);
      before = limit;
    }
  }

  @Test
  void severalTablesAreLearnedWithoutWindowsOverTheirGaps() {
    Table first = table(Arrays.copyOfRange(NORMAL, 0, 300));
    Table second = table(shifted(Arrays.copyOfRange(NORMAL, 300, 600), 0, 2, 0.1));
    Detector one = Detector.fit(List.of(first, second), DetectorSettings.DEFAULT);
    assertThat(one.trainingRows()).isEqualTo(600);
    assertThat(alarmRate(one.score(second), 0)).isLessThan(5);
  }

  @Test
  void refusesFewerThanFiftyRows() {
    assertThatThrownBy(() -> Detector.fit(table(rows(49, 1)), DetectorSettings.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("49 rows")
        .hasMessageContaining("at least 50");
    assertThat(Detector.fit(table(rows(50, 1)), DetectorSettings.DEFAULT).limit()).isPositive();
  }

  @Test
  void refusesATableWithoutAnythingThatVaries() {
    Table flat = new Table(new long[0], List.of(new Column.Numbers("setpoint", constant(100, 3))));
    assertThatThrownBy(() -> Detector.fit(flat, DetectorSettings.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("setpoint (constant in the training rows)");
  }

  @Test
  void refusesRowsWithoutATrainedColumn() {
    Table less = table(rows(60, 1), NAMES.subList(0, 5));
    assertThatThrownBy(() -> DETECTOR.score(less))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("vibration");
  }

  @Test
  void refusesDamagedBytes() {
    byte[] bytes = DETECTOR.toBytes();
    assertThatThrownBy(() -> Detector.fromBytes(Arrays.copyOf(bytes, bytes.length / 2)))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> Detector.fromBytes(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("saved detector");
    bytes[7] = 99;
    assertThatThrownBy(() -> Detector.fromBytes(bytes)).hasMessageContaining("version 99");
  }

  @Test
  void refusesSettingsWithoutMeaning() {
    assertThatThrownBy(() -> DetectorSettings.DEFAULT.withFalseAlarms(0))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> DetectorSettings.DEFAULT.withSmoothing(Double.NaN))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> DetectionMethod.labelled("magic"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("canonical-variates");
  }

  private static double[] constant(int rows, double value) {
    double[] values = new double[rows];
    Arrays.fill(values, value);
    return values;
  }
}
