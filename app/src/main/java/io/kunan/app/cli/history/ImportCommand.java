package io.kunan.app.cli.history;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.ExitCode;
import io.kunan.app.cli.FileOptions;
import io.kunan.app.cli.TerminalProgress;
import io.kunan.app.cli.TextTable;
import io.kunan.engine.files.Reject;
import io.kunan.engine.history.History;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./kunan history import}: the columns of files become tags, their cells points. */
@Command(
    name = "import",
    description = {
      "Bring files into the history: CSV, gzip-ped CSV, columns apart by blanks, Parquet.",
      "Every column of numbers becomes a tag named --prefix + name of the column; columns of words"
          + " are left out and named. A unit in brackets at the end of the name, as in"
          + " 'Current [kA]', becomes the unit of the tag. Bad lines and cells are told, the rest"
          + " is kept. Importing again changes nothing."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ImportCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files, in this order.")
  private List<Path> files = List.of();

  @Mixin private StoreFolder store = new StoreFolder();

  @Option(
      names = "--time",
      required = true,
      paramLabel = "COLUMN",
      description = "Column with the time of the row (c1, c2, … where there is no header).")
  private String time = "";

  @Mixin private FileOptions form = new FileOptions();

  @Option(
      names = "--prefix",
      paramLabel = "NAME",
      description = "Stands before the name of each column in the name of its tag.")
  private String prefix = "";

  @Mixin private Answers answers = new Answers();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    long start = System.nanoTime();
    List<Import> imports =
        files.stream().map(file -> Import.examine(file, form.format(time))).toList();
    List<Import.Done> done = new ArrayList<>();
    try (History history = store.openOrMake();
        TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
      for (Import file : imports) {
        done.add(file.into(history, prefix, progress));
      }
    }
    double seconds = (System.nanoTime() - start) / 1_000_000 / 1e3;
    ImportAnswer answer = ImportAnswer.of(done, form.zone(), seconds);
    boolean clean = answer.files().stream().allMatch(file -> file.rejects().isEmpty());
    TextTable summary = summary(answer);
    answers.print(
        answer, clean ? new TextTable[] {summary} : new TextTable[] {summary, rejects(answer)});
    answer.files().forEach(this::remark);
    boolean unusable =
        answer.files().stream().anyMatch(file -> file.points() == 0 && file.rejected() > 0);
    return unusable ? ExitCode.BAD_INPUT : ExitCode.DONE;
  }

  private void remark(ImportedFile file) {
    answers.remark(
        "%s: times read as %s, without offset in %s"
            .formatted(file.file(), file.timeFormat(), form.zone()));
    if (!file.skipped().isEmpty()) {
      answers.remark(
          "%s: columns of words, left out: %s"
              .formatted(file.file(), String.join(", ", file.skipped())));
    }
  }

  private static TextTable summary(ImportAnswer answer) {
    TextTable table =
        new TextTable("", "file", "rows", "points", "rejected", "repaired", "ambiguous");
    for (ImportedFile file : answer.files()) {
      table.row(
          file.file(),
          file.rows(),
          file.points(),
          file.rejected(),
          file.repaired(),
          file.ambiguous());
    }
    return table;
  }

  private static TextTable rejects(ImportAnswer answer) {
    TextTable table = new TextTable("", "line", "rejected because");
    for (ImportedFile file : answer.files()) {
      for (Reject reject : file.rejects().stream().limit(SHOWN).toList()) {
        table.row(file.file() + ":" + reject.line(), reject.reason());
      }
      if (file.rejected() > SHOWN) {
        table.row(file.file(), "… and %,d more".formatted(file.rejected() - SHOWN));
      }
    }
    return table;
  }
}
