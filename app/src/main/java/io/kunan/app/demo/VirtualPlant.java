package io.kunan.app.demo;

import io.kunan.plant.potline.PotlineServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * The virtual potline in a process of its own. It ends when it is closed, and by itself when this
 * process ends in whatever way, since its standard input closes then.
 */
final class VirtualPlant implements AutoCloseable {
  private static final long STOP_SECONDS = 20;

  private final Process process;
  private final String endpoint;

  private VirtualPlant(Process process, String endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** Starts it from its saved state on a free loopback port and waits until it answers. */
  static VirtualPlant start(int pots, long seed, Path folder) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            PotlineServer.class.getName(),
            "--pots",
            Integer.toString(pots),
            "--seed",
            Long.toString(seed),
            "--state",
            folder.resolve("line.state").toString(),
            "--security",
            folder.resolve("security").toString());
    File log = folder.resolve("plant.log").toFile();
    Process process = new ProcessBuilder(command).redirectError(log).start();
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = reader.readLine();
    if (line == null) {
      throw new IOException("the virtual potline did not start; see " + log);
    }
    String endpoint = JsonMapper.shared().readTree(line).path("endpoint").asString();
    return new VirtualPlant(process, endpoint);
  }

  String endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
