package io.kunan.benchmark;

import io.kunan.kernel.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the public data sets lie. */
final class DataFolder {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the public data sets (default: ../shared/data of the checkout).")
  private @Nullable Path named;

  /**
   * The folder.
   *
   * @throws InputException when there is none
   */
  Path folder() {
    String checkout = Objects.requireNonNullElse(System.getenv("KUNAN_CHECKOUT"), ".");
    Path folder = named == null ? Path.of(checkout, "..", "shared", "data").normalize() : named;
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          "--data", folder + " is no folder", "name the folder of the public data sets");
    }
    return folder;
  }
}
