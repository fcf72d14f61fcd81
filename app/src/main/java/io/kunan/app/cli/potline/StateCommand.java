package io.kunan.app.cli.potline;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TextTable;
import io.kunan.kernel.InputException;
import io.kunan.science.electrolysis.Bath;
import io.kunan.science.electrolysis.Coefficients;
import io.kunan.science.electrolysis.LiquidusPair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One calculation of the pot's science, with its source and range. */
@Command(
    name = "state",
    description = "Calculate liquidus or voltage of a pot, with source and valid range.",
    mixinStandardHelpOptions = true)
public final class StateCommand implements Runnable {
  private static final String[] PARTS = {"AlF3", "CaF2", "Al2O3", "LiF", "MgF2", "KF"};

  @ArgGroup(multiplicity = "1")
  private Question question = new Question();

  @Mixin private Answers answers = new Answers();

  private static final class Question {
    @Option(
        names = "--liquidus",
        paramLabel = "a,c,o[,l,m,k]",
        description = "Composition in wt%%: excess AlF3, CaF2, Al2O3, then LiF, MgF2, KF.")
    private @Nullable String liquidus;

    @Option(
        names = "--voltage",
        paramLabel = "CASE.json",
        description = {
          "Pot and bath as JSON: kiloamperes, celsius, distanceCm,",
          "bath {alF3, caF2, al2O3, liF, mgF2, kF},",
          "pot {anodeAreaM2, anodes, fanning, cathodeAreaM2, anodeMicroOhms,",
          "cathodeMicroOhms, externalMicroOhms, anodeEffectAlumina}."
        })
    private @Nullable Path voltage;
  }

  @Override
  public void run() {
    if (question.liquidus != null) {
      liquidus(bath(question.liquidus));
    } else if (question.voltage != null) {
      VoltageAnswer answer = VoltageAnswer.of(VoltageCase.read(question.voltage));
      answers.print(answer, answer.table());
    }
  }

  private void liquidus(Bath bath) {
    var answer = LiquidusAnswer.of(bath, new LiquidusPair(Coefficients.published()).at(bath));
    var table = new TextTable("Liquidus", "correlation", "°C", "range", "source");
    for (LiquidusAnswer.Opinion opinion : answer.liquidus()) {
      table.row(
          opinion.model(),
          "%.2f".formatted(opinion.celsius()),
          opinion.inRange() ? "inside" : "outside: nearest valid input taken",
          opinion.source());
    }
    table.row("they differ by", "%.2f".formatted(answer.uncertainty()), "", "");
    answers.print(answer, table);
  }

  private static Bath bath(String text) {
    String[] cells = text.split(",", -1);
    if (cells.length < 3 || cells.length > PARTS.length) {
      throw new InputException(
          "--liquidus",
          text,
          "give three to six numbers: AlF3,CaF2,Al2O3[,LiF[,MgF2[,KF]]] in wt%");
    }
    List<Double> parts = new ArrayList<>();
    for (int i = 0; i < PARTS.length; i++) {
      parts.add(i < cells.length ? percent(PARTS[i], cells[i].strip()) : 0);
    }
    double sum = parts.stream().mapToDouble(Double::doubleValue).sum();
    if (sum >= 100) {
      throw new InputException("--liquidus", text + " adds up to " + sum, "stay below 100 wt%");
    }
    return new Bath(
        parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
  }

  private static double percent(String part, String cell) {
    try {
      double value = Double.parseDouble(cell);
      if (value >= 0 && value < 100) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new InputException(
          "--liquidus " + part,
          "“%s” is not a number".formatted(cell),
          "give wt%, such as 10.5",
          e);
    }
    throw new InputException("--liquidus " + part, cell, "give 0 to less than 100 wt%");
  }
}
