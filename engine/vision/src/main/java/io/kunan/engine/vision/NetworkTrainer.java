package io.kunan.engine.vision;

import io.kunan.kernel.InputException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The part of the program that trains networks. It brings PyTorch along, so it stands in a folder
 * of its own beside the program and runs as a child process only.
 *
 * @param classPath of the child
 * @param cache folder into which PyTorch is unpacked once, some 450 MB
 */
public record NetworkTrainer(String classPath, Path cache) {
  private static final String FOLDER = "trainer";

  /**
   * The trainer beside the program.
   *
   * @throws InputException when there is none
   */
  public static NetworkTrainer get(Path cache) {
    return find(cache)
        .orElseThrow(
            () ->
                new InputException(
                    "--method",
                    "the trainer of networks is not installed: no folder “trainer” beside the"
                        + " program",
                    "install it for this machine (Linux or Windows x86-64, macOS arm64), or use"
                        + " --method pixels"));
  }

  /**
   * The trainer on our own class path or in the folder {@code trainer} beside our jar; empty when
   * it is not installed.
   */
  public static Optional<NetworkTrainer> find(Path cache) {
    String own = System.getProperty("java.class.path");
    if (ClassLoader.getSystemResource("io/kunan/engine/vision/trainer/TrainNetwork.class")
        != null) {
      return Optional.of(new NetworkTrainer(own, cache));
    }
    Path folder = Path.of(own.split(File.pathSeparator, -1)[0]).resolveSibling(FOLDER);
    return Files.isDirectory(folder)
        ? Optional.of(new NetworkTrainer(own + File.pathSeparator + folder.resolve("*"), cache))
        : Optional.empty();
  }
}
