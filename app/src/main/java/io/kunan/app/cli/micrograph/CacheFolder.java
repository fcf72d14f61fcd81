package io.kunan.app.cli.micrograph;

import io.kunan.engine.vision.NetworkTrainer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The folder into which the trainer of networks unpacks its libraries, as commands name it. */
public final class CacheFolder {
  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Folder into which PyTorch is unpacked once, some 450 MB (default: cache in KUNAN_HOME,"
              + " else in ~/.kunan).")
  private @Nullable Path folder;

  NetworkTrainer trainer() {
    return NetworkTrainer.get(folder == null ? usual() : folder);
  }

  private static Path usual() {
    String home = System.getenv("KUNAN_HOME");
    return (home == null || home.isBlank()
            ? Path.of(System.getProperty("user.home", "."), ".kunan")
            : Path.of(home))
        .resolve("cache");
  }
}
