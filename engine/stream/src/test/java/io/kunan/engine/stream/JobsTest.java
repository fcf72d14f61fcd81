package io.kunan.engine.stream;

import static io.kunan.engine.stream.PlantPoints.micros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kunan.engine.stream.job.JobFile;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TimeRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobsTest {
  private final PlantPoints plant =
      new PlantPoints()
          .tag("V", "V", false)
          .tag("I", "kA", false)
          .tag("T", "°C", false)
          .tag("MODE", "", true);

  private Said run(String... jobs) {
    Said said = new Said();
    JobSet set = set(jobs);
    assertThat(set.problems()).isEmpty();
    Replay.Report report =
        Replay.run(set, plant, new TimeRange(0, micros(100_000)), said::take, Progress.NONE);
    assertThat(report.whole()).isTrue();
    assertThat(report.jobs()).allSatisfy(job -> assertThat(job.failure()).isNull());
    return said;
  }

  private JobSet set(String... jobs) {
    SoftSensors sensors =
        model -> model.equals("sum") ? Optional.of(row -> row[0] + row[1]) : Optional.empty();
    return JobSet.of(List.of(jobs).stream().map(JobFile::readJob).toList(), plant, sensors);
  }

  @Test
  void aCalculatedTagHasTheTimeOfTheNewestAndTheQualityOfTheWorstInput() {
    plant.put("V", 10, 4.15).put("I", 12, 500, Quality.UNCERTAIN).put("V", 15, 4.65);
    plant.put("I", 20, Double.NaN, Quality.BAD_SENSOR_FAILURE);
    Said said =
        run(
            """
            {"kind":"calculation","id":"r","inputs":{"v":"V","i":"I"},
             "expression":"to((v - 1.65) / i, 'µΩ')","output":{"tag":"R","unit":"µΩ"}}
            """);
    assertThat(said.values()).hasSize(3);
    Emission.Value first = said.values().getFirst();
    assertThat(first.time()).isEqualTo(micros(12));
    assertThat(first.value()).isCloseTo(5.0, within(1e-9));
    assertThat(first.quality()).isEqualTo(Quality.UNCERTAIN);
    assertThat(said.values().get(1).value()).isCloseTo(6.0, within(1e-9));
    assertThat(said.values().get(2).value()).isNaN();
    assertThat(said.values().get(2).quality()).isEqualTo(Quality.BAD_SENSOR_FAILURE);
  }

  @Test
  void aWrongUnitIsRefusedWithTheRemedyAndTheOtherJobsRun() {
    JobSet set =
        set(
            """
            {"kind":"calculation","id":"factor","inputs":{"v":"V","i":"I"},
             "expression":"v / i","output":{"tag":"R","unit":"µΩ"}}
            """,
            """
            {"kind":"calculation","id":"mixed","inputs":{"v":"V","i":"I"},
             "expression":"v + i","output":{"tag":"S"}}
            """,
            """
            {"kind":"rule","id":"good","inputs":{"v":"V"},"value":"v","above":5}
            """);
    assertThat(set.jobs()).extracting(job -> job.head().id()).containsExactly("good");
    assertThat(set.problems()).hasSize(2);
    assertThat(set.problems().getFirst().reason())
        .contains("job factor, expression", "µΩ", "write to(…, 'µΩ')");
    assertThat(set.problems().get(1).reason()).contains("V and kA do not mix", "to(x, 'A')");
  }

  @Test
  void aRuleCountsOnlyTimeThatPointsConfirm() {
    // broken from 10 s on; silence from 20 s to 200 s; a delay of 60 s
    plant.put("T", 0, 950).put("T", 10, 980).put("T", 20, 981);
    plant.put("T", 30, Double.NaN, Quality.BAD);
    plant.put("T", 200, 982).put("T", 230, 983).put("T", 260, 990).put("T", 300, 972);
    plant.put("T", 310, 969).put("T", 320, 971);
    Said said =
        run(
            """
            {"kind":"rule","id":"hot","inputs":{"t":"T"},"value":"t","above":975,
             "hysteresis":5,"delay":"60s"}
            """);
    Emission.Opened opened = (Emission.Opened) said.all().getFirst();
    // 10 s before the gap, 60 s after it: confirmed for 70 s at 260 s, not at 200 s
    assertThat(opened.time()).isEqualTo(micros(260));
    assertThat(opened.frame().start()).isEqualTo(micros(10));
    assertThat(said.frames())
        .containsExactly(
            new EventFrame("", "hot", micros(10), micros(310), Map.of("peak", 990.0), null));
  }

  @Test
  void aBadValueDoesNotClearAnAlarm() {
    plant.put("T", 0, 980).put("T", 10, Double.NaN, Quality.BAD).put("T", 20, 981);
    Said said =
        run("{\"kind\":\"rule\",\"id\":\"hot\",\"inputs\":{\"t\":\"T\"},\"when\":\"t > 975\"}");
    assertThat(said.all()).hasSize(1);
    assertThat(said.frames()).isEmpty();
  }

  @Test
  void windowsWeighByTime() {
    // on a line from 0 to 100 in 100 s, then held; windows of one minute
    plant.put("V", 0, 0).put("V", 100, 100);
    plant.put("MODE", 0, 1).put("MODE", 30, 3).put("MODE", 90, 0);
    Said said =
        run(
            """
            {"kind":"window","id":"line","inputs":{"v":"V"},"expression":"v",
             "window":{"kind":"tumbling","length":"1m"},
             "outputs":{"mean":{"tag":"M","unit":"V"},"known-seconds":{"tag":"K","unit":"s"}}}
            """,
            """
            {"kind":"window","id":"step","inputs":{"m":"MODE"},"expression":"m",
             "window":{"kind":"tumbling","length":"1m"},
             "outputs":{"mean":{"tag":"S"},"integral":{"tag":"E"}}}
            """,
            """
            {"kind":"window","id":"slide","inputs":{"m":"MODE"},"expression":"m",
             "window":{"kind":"sliding","length":"2m","every":"1m"},
             "outputs":{"max":{"tag":"X"},"count":{"tag":"N"}}}
            """,
            """
            {"kind":"window","id":"session","inputs":{"m":"MODE"},"expression":"m",
             "window":{"kind":"session","silence":"40s"},"outputs":{"count":{"tag":"C"}}}
            """);
    assertThat(figures(said, "M"))
        .containsExactly(Map.entry(60L, 0.0), Map.entry(120L, 5_200 / 60.0));
    // the second window knows 60…100 s from the line (mean 80) and 100…120 s held at 100
    assertThat(figures(said, "K")).containsExactly(Map.entry(60L, 60.0), Map.entry(120L, 60.0));
    assertThat(figures(said, "S")).containsExactly(Map.entry(60L, 2.0), Map.entry(120L, 1.5));
    assertThat(figures(said, "E"))
        .containsExactly(Map.entry(60L, 120 / 3_600.0), Map.entry(120L, 90 / 3_600.0));
    assertThat(figures(said, "X"))
        .containsExactly(Map.entry(60L, 3.0), Map.entry(120L, 3.0), Map.entry(180L, 0.0));
    assertThat(figures(said, "C")).containsExactly(Map.entry(70L, 2.0), Map.entry(130L, 1.0));
  }

  private static List<Map.Entry<Long, Double>> figures(Said said, String tag) {
    return said.values().stream()
        .filter(value -> value.tag().equals(tag))
        .map(value -> Map.entry(value.time() / 1_000_000, value.value()))
        .toList();
  }

  @Test
  void aStateMachineGivesABatchWithItsPhases() {
    plant.put("MODE", 0, 0).put("MODE", 10, 1).put("MODE", 40, 2).put("MODE", 100, 0);
    plant.put("T", 5, 900).put("T", 20, 950).put("T", 60, 1000).put("T", 90, 980);
    Said said =
        run(
            """
            {"kind":"state-machine","id":"blow","event":"charge",
             "inputs":{"m":"MODE","t":"T"},"states":["idle","fill","blow"],
             "transitions":[{"from":"idle","to":"fill","when":"m == 1"},
                            {"from":"fill","to":"blow","when":"m == 2"},
                            {"from":"blow","to":"idle","when":"m == 0"}],
             "attributes":[{"name":"hottest","figure":"max","of":"t"},
                           {"name":"rise","figure":"change","of":"t"}]}
            """);
    assertThat(said.frames())
        .containsExactly(
            new EventFrame(
                "",
                "charge/fill",
                micros(10),
                micros(40),
                Map.of("hottest", 950.0, "rise", 50.0),
                micros(10)),
            new EventFrame(
                "",
                "charge/blow",
                micros(40),
                micros(100),
                Map.of("hottest", 1000.0, "rise", 30.0),
                micros(10)),
            new EventFrame(
                "",
                "charge",
                micros(10),
                micros(100),
                Map.of("hottest", 1000.0, "rise", 80.0),
                null));
  }

  @Test
  void aSoftSensorIsWhatItsModelGives() {
    plant.put("V", 0, 4).put("I", 0, 500).put("V", 10, 5);
    Said said =
        run(
            """
            {"kind":"soft-sensor","id":"s","inputs":{"v":"V","i":"I"},"model":"sum",
             "features":["v","i / 100"],"output":{"tag":"S","deadband":0.5}}
            """);
    assertThat(said.values()).extracting(Emission.Value::value).containsExactly(9.0, 10.0);
  }

  @Test
  void aDeadbandTellsWhatChangesOrIsOld() {
    for (int second = 0; second < 100; second++) {
      plant.put("V", second, 4 + second / 1_000.0);
    }
    Said said =
        run(
            """
            {"kind":"calculation","id":"c","inputs":{"v":"V"},"expression":"v",
             "output":{"tag":"C","deadband":0.02,"silence":"15s"}}
            """);
    assertThat(said.values())
        .extracting(value -> value.time() / 1_000_000)
        .containsExactly(0L, 15L, 30L, 45L, 60L, 75L, 90L);
  }

  @Test
  void oneJobReadsWhatAnotherWorksOutWhateverTheirOrder() {
    plant.put("V", 0, 4).put("V", 10, 6).put("V", 20, 4);
    Said said =
        run(
            """
            {"kind":"rule","id":"high","inputs":{"d":"DOUBLE"},"value":"d","above":10,
             "lateness":"0s"}
            """,
            """
            {"kind":"calculation","id":"double","inputs":{"v":"V"},"expression":"2 * v",
             "output":{"tag":"DOUBLE","unit":"V"},"lateness":"5s"}
            """);
    assertThat(said.frames())
        .containsExactly(
            new EventFrame("", "high", micros(10), micros(20), Map.of("peak", 12.0), null));
  }

  @Test
  void jobsThatReadEachOtherInARingAreRefused() {
    assertThatThrownBy(
            () ->
                set(
                    """
                    {"kind":"calculation","id":"a","inputs":{"x":"B"},"expression":"x",
                     "output":{"tag":"A"}}
                    """,
                    """
                    {"kind":"calculation","id":"b","inputs":{"x":"A"},"expression":"x",
                     "output":{"tag":"B"}}
                    """))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("break the ring");
  }

  @Test
  void aTrialCountsHowOftenARuleWouldHaveFired() {
    for (int hour = 0; hour < 24; hour++) {
      plant.put("T", hour * 3_600, 950).put("T", hour * 3_600 + 600, hour % 5 == 0 ? 990 : 960);
    }
    JobSet jobs =
        set("{\"kind\":\"rule\",\"id\":\"hot\",\"inputs\":{\"t\":\"T\"},\"when\":\"t > 975\"}");
    TimeRange day = new TimeRange(0, micros(86_400));
    Trial.Result result = Trial.run(jobs, "hot", plant, day, Progress.NONE);
    assertThat(result.fired()).isEqualTo(5);
    assertThat(result.frames()).hasSize(5);
    assertThat(result.activeSeconds()).isEqualTo(5 * 3_000.0);
    assertThat(result.points()).isEqualTo(48);
    Trial.Result stopped = Trial.run(jobs, "hot", plant, day, (done, total, what) -> done < 3_600);
    assertThat(stopped.whole()).isFalse();
  }
}
