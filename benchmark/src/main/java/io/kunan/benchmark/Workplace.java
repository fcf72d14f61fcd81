package io.kunan.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for the time of a run.
 *
 * @param folder empty at first, deleted at the end
 */
record Workplace(Path folder) implements AutoCloseable {
  static Workplace make() throws IOException {
    return new Workplace(Files.createTempDirectory("kunan-benchmark"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
