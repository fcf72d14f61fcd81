package io.kunan.engine.vision.internal.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kunan.kernel.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trains a network in a process of its own, which can be ended at any time and takes its native
 * memory with it. It also ends by itself when this process ends, since its standard input closes.
 */
public final class TrainerProcess {
  private static final String MAIN = "io.kunan.engine.vision.trainer.TrainNetwork";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LOG_LINES = 12;

  private final String classPath;
  private final Path cache;

  /** What the child made. */
  @SuppressWarnings("ArrayRecordComponent") // the bytes of a file
  public record Trained(byte[] model, TrainingNote note) {}

  /**
   * @param classPath with the trainer and PyTorch on it
   * @param cache folder into which PyTorch is unpacked once
   */
  public TrainerProcess(String classPath, Path cache) {
    this.classPath = classPath;
    this.cache = cache;
  }

  /**
   * Trains.
   *
   * @throws CancellationException when {@code progress} stopped it
   * @throws IllegalStateException when the child failed, with the end of its log
   */
  public Trained train(NetworkJob job, List<NetworkJob.Content> fields, Progress progress)
      throws IOException {
    Path folder = Files.createTempDirectory("kunan-network");
    try {
      job.write(folder, fields);
      TrainingNote last = run(folder, job.steps(), progress);
      if (last == null) {
        throw new IllegalStateException("the trainer failed: " + log(folder));
      }
      return new Trained(Files.readAllBytes(folder.resolve(NetworkJob.MODEL)), last);
    } finally {
      remove(folder);
    }
  }

  private @Nullable TrainingNote run(Path folder, int steps, Progress progress) throws IOException {
    Files.createDirectories(cache);
    ProcessBuilder builder =
        new ProcessBuilder(command(folder)).redirectError(folder.resolve(NetworkJob.LOG).toFile());
    environment(builder.environment());
    Process process = builder.start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      progress.report(0, steps, "starting the trainer");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        TrainingNote note = JSON.readValue(line, TrainingNote.class);
        if (note.done()) {
          return note;
        }
        String what = "training, loss %.3f".formatted(note.loss());
        if (!progress.report(note.step(), steps, what)) {
          throw new CancellationException("stopped while training");
        }
      }
      return null;
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-Dai.djl.offline=true",
        "-Dai.djl.pytorch.num_interop_threads=1",
        "-cp",
        classPath,
        MAIN,
        folder.toString());
  }

  /**
   * oneDNN's AVX-512 kernels gave NaN gradients on an AMD EPYC (docs/decisions/0017); threads that
   * wait must not burn the cores others need.
   */
  private void environment(Map<String, String> environment) {
    environment.put("DJL_CACHE_DIR", cache.toAbsolutePath().toString());
    environment.put("OPT_OUT_TRACKING", "true");
    environment.put("ONEDNN_MAX_CPU_ISA", "AVX2");
    environment.put("OMP_WAIT_POLICY", "PASSIVE");
  }

  private static String log(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(NetworkJob.LOG));
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
