package io.kunan.benchmark.opcua;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server of the proof as a child process. */
final class ChildServer implements AutoCloseable {
  private final Process process;

  private ChildServer(Process process) {
    this.process = process;
  }

  /** Starts a server and waits until it answers. */
  static ChildServer start(int port, int tags, Path ledger) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    EnduranceServer.class.getName(),
                    String.valueOf(port),
                    String.valueOf(tags),
                    ledger.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    ChildServer server = new ChildServer(process);
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.equals(EnduranceServer.READY)) {
        Thread.ofVirtual().start(() -> drain(out));
        return server;
      }
    }
    throw new IOException("the server of the proof did not start; is port " + port + " taken?");
  }

  private static void drain(BufferedReader out) {
    try {
      while (out.readLine() != null) {
        // what a library prints must not stop the child
      }
    } catch (IOException e) {
      // the child is gone
    }
  }

  /** Processor time used so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Lets the last values go out and ends the process. */
  @Override
  public void close() {
    try (OutputStream in = process.getOutputStream()) {
      in.write('\n');
    } catch (IOException e) {
      // it is gone already
    }
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
