package io.kunan.app.cli.learn;

import io.kunan.app.cli.learn.LearnProof.Bound;
import io.kunan.kernel.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What is asked of learning on public data: electricity of a steel plant (UCI 851), the water test
 * bench of SKAB, the Tennessee Eastman process.
 *
 * @param data folder of the public data sets
 */
record LearnProofs(Path data) {
  static final List<String> SETS = List.of("steel", "skab", "tep");

  private static final int TEP_FAULT_ROW = 161;
  private static final int[] TEP_FAULTS = {1, 2, 4, 5, 6, 7, 8, 10, 11, 12};

  /**
   * The proofs of some sets.
   *
   * @throws InputException when a set is not known or its files are not there
   */
  List<LearnProof> of(List<String> sets) {
    List<LearnProof> proofs = new ArrayList<>();
    for (String set : sets) {
      switch (set) {
        case "steel" -> proofs.addAll(steel());
        case "skab" -> proofs.addAll(skab());
        case "tep" -> proofs.addAll(tep());
        default -> throw new InputException("--only", "“%s” is none".formatted(set), "use " + SETS);
      }
    }
    return proofs;
  }

  private List<LearnProof> steel() {
    return List.of(
        steel(1, 0.20),
        steel(4, 0.40),
        steel(96, 0.15),
        steelWithPlan(1),
        steelWithPlan(4),
        steelWithPlan(96));
  }

  private LearnProof steel(int horizon, double skill) {
    return new LearnProof(
        "steel",
        "steel electricity, %d rows ahead".formatted(horizon),
        steelCommand(horizon),
        List.of(
            Bound.atLeast("MAE below the best naive guess", "/skill", skill),
            new Bound("80 % band covers", LearnProofs::chosenCoverage, 0.76, 0.84)));
  }

  private LearnProof steelWithPlan(int horizon) {
    List<String> command = new ArrayList<>(steelCommand(horizon));
    command.addAll(List.of("--known-ahead", "Load_Type"));
    return new LearnProof(
        "steel",
        "the same with the load type known ahead, %d rows".formatted(horizon),
        command,
        List.of(Bound.none("MAE below the best naive guess", "/skill")));
  }

  private List<String> steelCommand(int horizon) {
    Path file = there(data.resolve("steel-energy-uci/steel_2018_m01_m09.csv.gz"));
    return List.of(
        "backtest",
        file.toString(),
        "--time=date",
        "--time-format=dd/MM/yyyy H:mm",
        "--target=Usage_kWh",
        "--exclude=CO2(tCO2)",
        "--test-from=0.8",
        "--horizon=" + horizon);
  }

  private static double chosenCoverage(JsonNode answer) {
    for (JsonNode model : answer.path("models")) {
      if (model.path("name").asString().equals(answer.path("chosen").asString())) {
        return model.path("coverage80").asDouble();
      }
    }
    return Double.NaN;
  }

  private List<LearnProof> skab() {
    return List.of(
        skab("water test bench, default setting", List.of(), 0.79, 30),
        skab("water test bench, few false alarms", List.of("--false-alarms=1"), 0.77, 16));
  }

  private LearnProof skab(String what, List<String> setting, double f1, double falseAlarms) {
    List<String> command = new ArrayList<>(List.of("detect", "--train-rows=400", "--data"));
    for (String part : List.of("valve1", "other")) {
      command.addAll(files(there(data.resolve("skab").resolve(part))));
    }
    command.addAll(
        List.of("--separator=;", "--time=datetime", "--label=anomaly", "--ignore=changepoint"));
    command.addAll(setting);
    return new LearnProof(
        "skab",
        what,
        command,
        List.of(
            Bound.atLeast("F1", "/total/f1", f1),
            Bound.atMost("false alarms, %", "/total/falseAlarmRate", falseAlarms)));
  }

  private List<LearnProof> tep() {
    List<String> faults =
        IntStream.of(TEP_FAULTS).mapToObj(fault -> tep("d%02d_te".formatted(fault))).toList();
    return List.of(
        new LearnProof(
            "tep",
            "Tennessee Eastman, faults 1, 2, 4–8, 10–12",
            tepCommand(faults, List.of("--fault-from=" + TEP_FAULT_ROW)),
            List.of(Bound.atMost("rows of a fault without alarm, %", "/total/missedAlarmRate", 5))),
        new LearnProof(
            "tep",
            "Tennessee Eastman, normal work",
            tepCommand(List.of(tep("d00_te")), List.of()),
            List.of(Bound.atMost("alarms, %", "/total/alarmRate", 5))));
  }

  private List<String> tepCommand(List<String> files, List<String> truth) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "detect",
                "--train=" + tep("d00"),
                "--transpose-train",
                "--no-header",
                "--separator=whitespace",
                "--data"));
    command.addAll(files);
    command.addAll(truth);
    return command;
  }

  private String tep(String name) {
    return there(data.resolve("tep").resolve(name + ".dat.gz")).toString();
  }

  private static List<String> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".gz")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path there(Path path) {
    if (!Files.exists(path)) {
      throw new InputException(
          "--data", "there is no " + path, "name the folder of the public data sets");
    }
    return path;
  }
}
