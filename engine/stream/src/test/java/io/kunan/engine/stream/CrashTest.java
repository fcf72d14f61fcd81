package io.kunan.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Progress;
import io.kunan.kernel.TimeRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of its windows says, after all, what it would have. */
class CrashTest {
  private static final int KILLS = 3;

  @Test
  void afterKillTheHalfFinishedWindowIsRight(@TempDir Path folder) throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    for (int kill = 0; kill < KILLS; kill++) {
      long reached = runUntil(folder, random.nextLong(50, 250));
      assertThat(reached).as("the child lives until it is killed").isLessThan(CrashChild.BATCHES);
    }
    runUntil(folder, Long.MAX_VALUE);
    Set<String> said =
        Files.readAllLines(folder.resolve("said"), StandardCharsets.UTF_8).stream()
            .filter(line -> line.endsWith(CrashChild.END_OF_LINE))
            .map(line -> line.substring(0, line.length() - 1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(said).isEqualTo(expected());
    assertThat(said).filteredOn(line -> line.contains("key=hour, tag=N")).hasSize(6);
    assertThat(said).anyMatch(line -> line.startsWith("Closed[key=rule"));
  }

  /** Kills the child after so many acknowledgements; gives the last position it told of. */
  private static long runUntil(Path folder, long acknowledgements) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long last = 0;
    try (BufferedReader told = child.inputReader()) {
      String line = told.readLine();
      for (long i = 0; i < acknowledgements && line != null; i++) {
        last = Long.parseLong(line);
        line = told.readLine();
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    return last;
  }

  /** What a run without interruption says, less what still waits for late points at its end. */
  private static Set<String> expected() throws IOException {
    PlantPoints plant = CrashChild.plant();
    long newest = 0;
    for (long at = 1; at <= CrashChild.BATCHES; at++) {
      PointBatch batch = CrashChild.batch(at);
      for (int i = 0; i < batch.size(); i++) {
        plant.put(batch.tag(i), batch.time(i), batch.value(i), batch.quality(i));
        newest = Math.max(newest, batch.time(i));
      }
    }
    long known = newest - 10 * Micros.PER_SECOND;
    Said said = new Said();
    TimeRange range = new TimeRange(-Micros.PER_HOUR, known + 1);
    Replay.run(CrashChild.jobs(plant), plant, range, said::take, Progress.NONE);
    return said.all().stream()
        .map(Emission::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
