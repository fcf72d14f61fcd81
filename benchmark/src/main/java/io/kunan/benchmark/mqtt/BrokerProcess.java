package io.kunan.benchmark.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A mosquitto of the proof's own, on the loopback address, that keeps whatever is sent to it. */
final class BrokerProcess implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofSeconds(20);

  private final Process process;
  private final int port;

  private BrokerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts the broker and waits until it answers. */
  static BrokerProcess start(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int port = freePort();
    Path settings =
        Files.writeString(
            folder.resolve("mosquitto.conf"),
            """
            allow_anonymous true
            max_queued_messages 0
            listener %d 127.0.0.1
            """
                .formatted(port));
    Process process =
        new ProcessBuilder(program().toString(), "-c", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    Instant deadline = Instant.now().plus(LONGEST_START);
    while (!answers(port)) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        process.destroyForcibly();
        throw new IOException(
            "mosquitto did not start: " + Files.readString(folder.resolve("output")));
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return new BrokerProcess(process, port);
  }

  int port() {
    return port;
  }

  /** Processor time used so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Debian keeps it where a user's PATH may not look. */
  private static Path program() throws IOException {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "") + ":/usr/sbin";
    return Arrays.stream(path.split(":"))
        .map(each -> Path.of(each, "mosquitto"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "no mosquitto found for this proof; install it (Debian: apt install"
                        + " mosquitto)"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
