package io.kunan.app.cli.learn;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.CommandErrors;
import io.kunan.app.cli.ExitCode;
import io.kunan.app.cli.TerminalProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the commands behind every quoted figure of learning and holds them to what is asked. */
@Command(
    name = "verify",
    description = {
      "Run again, on the public data sets, every figure that is quoted of learning.",
      "Exit 0 when everything that is asked for holds, 1 when not."
    },
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the public data sets (default: ../shared/data of the checkout).")
  private @Nullable Path data;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "SET",
      description = "steel, skab or tep (default: all).")
  private List<String> only = LearnProofs.SETS;

  @Mixin private Answers answers = new Answers();

  @Override
  public Integer call() {
    List<LearnProof> proofs = new LearnProofs(folder()).of(only);
    List<VerifyAnswer.Row> rows = new ArrayList<>();
    try (TerminalProgress progress = answers.progress()) {
      for (int i = 0; i < proofs.size(); i++) {
        LearnProof proof = proofs.get(i);
        progress.report(i, proofs.size(), proof.what());
        long start = System.nanoTime();
        JsonNode answer = run(proof.command());
        double seconds = (System.nanoTime() - start) / 1e9;
        for (LearnProof.Bound bound : proof.asked()) {
          rows.add(VerifyAnswer.Row.of(proof, bound, bound.in().applyAsDouble(answer), seconds));
        }
      }
    }
    VerifyAnswer answer = VerifyAnswer.of(rows);
    answers.print(answer, answer.table());
    return answer.holds() ? ExitCode.DONE : ExitCode.FAULT;
  }

  private Path folder() {
    String checkout = System.getenv().getOrDefault("KUNAN_CHECKOUT", ".");
    return data == null ? Path.of(checkout, "..", "shared", "data").normalize() : data;
  }

  /** The very command a person would type. */
  private static JsonNode run(List<String> command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine learn = new CommandLine(new LearnCommand());
    learn.setOut(new PrintWriter(out));
    learn.setErr(new PrintWriter(err));
    learn.setExecutionExceptionHandler(new CommandErrors());
    List<String> words = new ArrayList<>(command);
    words.add("--json");
    int code = learn.execute(words.toArray(String[]::new));
    if (code != ExitCode.DONE) {
      throw new IllegalStateException("%s gave exit %d: %s".formatted(command, code, err));
    }
    return JsonMapper.shared().readTree(out.toString());
  }
}
