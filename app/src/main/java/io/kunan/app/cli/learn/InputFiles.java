package io.kunan.app.cli.learn;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TerminalProgress;
import io.kunan.engine.files.FileFormat;
import io.kunan.engine.files.FileTable;
import io.kunan.engine.files.ImportReport;
import io.kunan.engine.files.TableFile;
import io.kunan.kernel.Table;
import java.nio.file.Path;

/** Reads the files given to a command, and remarks on what was left out or repaired. */
final class InputFiles {
  private InputFiles() {}

  /**
   * The rows of a file.
   *
   * @throws io.kunan.kernel.InputException when it cannot be read as asked
   */
  static Table read(Path path, FileFormat format, Answers answers) {
    FileTable file;
    try (TerminalProgress progress = answers.progress()) {
      file = new TableFile(path, format).read(progress);
    }
    ImportReport report = file.report();
    if (report.rejected() > 0) {
      answers.remark(
          "%s: %d lines or cells left out, the first at line %d: %s"
              .formatted(
                  path,
                  report.rejected(),
                  report.rejects().getFirst().line(),
                  report.rejects().getFirst().reason()));
    }
    if (report.repaired() > 0) {
      answers.remark(
          "%s: %d lines written 0:00 at the end of a day are read as 24:00"
              .formatted(path, report.repaired()));
    }
    if (report.ambiguous() > 0) {
      answers.remark(
          "%s: %d lines have a local time that happens twice in %s; taken as the first"
              .formatted(path, report.ambiguous(), format.zone()));
    }
    return file.table();
  }
}
