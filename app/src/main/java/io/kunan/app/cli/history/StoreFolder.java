package io.kunan.app.cli.history;

import io.kunan.engine.history.History;
import io.kunan.engine.history.HistoryOptions;
import io.kunan.kernel.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder of a history, as every command names it. */
public final class StoreFolder {
  /** Stands in every folder of the embedded store; a mistyped folder has none. */
  private static final String MARK = "manifest.duckdb";

  @Option(
      names = "--store",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the history.")
  private Path folder = Path.of("");

  /** Opens the history, or makes one in a new or empty folder. */
  History openOrMake() {
    return History.open(HistoryOptions.in(folder));
  }

  /**
   * Opens a history that is there.
   *
   * @throws InputException when the folder holds none
   */
  public History open() {
    if (!Files.isRegularFile(folder.resolve(MARK))) {
      throw new InputException(
          "--store",
          "%s holds no history".formatted(folder),
          "check the folder, or bring files in by ./kunan history import");
    }
    return openOrMake();
  }
}
