package io.kunan.engine.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of public data beside the checkout; tests that need it are skipped without it. */
public final class SharedData {
  private SharedData() {}

  /** A file or folder in it, which must be there where CI=true. */
  public static Path of(String name) {
    Path path =
        Path.of(System.getProperty("kunan.shared", "../shared")).resolve("data").resolve(name);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(Files.exists(path)).as("the shared data %s", path.toAbsolutePath()).isTrue();
    }
    assumeThat(Files.exists(path)).as("the shared data %s", path.toAbsolutePath()).isTrue();
    return path;
  }
}
