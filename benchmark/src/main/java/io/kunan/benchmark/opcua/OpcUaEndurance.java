package io.kunan.benchmark.opcua;

import com.sun.management.OperatingSystemMXBean;
import io.kunan.engine.history.History;
import io.kunan.engine.history.HistoryOptions;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Progress;
import io.kunan.kernel.TagId;
import io.kunan.platform.connect.Connector;
import io.kunan.platform.connect.OpcUaConnections;
import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.TagNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Runs a connection against a server in another process for a while, restarts that server once, and
 * compares what the server says it sent with what the history holds.
 */
public final class OpcUaEndurance {
  /** A server that is restarted is away for this long at least. */
  private static final Duration DOWN = Duration.ofSeconds(3);

  private static final Duration LONGEST_RETURN = Duration.ofMinutes(2);

  private final int tags;
  private final Duration duration;
  private final boolean restart;
  private final Path folder;
  private final List<Path> ledgers = new ArrayList<>();
  private final OperatingSystemMXBean machine =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /**
   * What came of it.
   *
   * @param tags each sends one value a second
   * @param seconds how long the server sent, restart included
   * @param sent values that the server handed to subscribed items
   * @param received of these, values found in the history with the right number
   * @param missing sent but not found
   * @param unexpected found but never sent
   * @param lost values that the connection itself knows to be lost
   * @param ageP50Ms age of the newest stored value of a tag as seen at any moment, median
   * @param ageP99Ms the same, 99 %
   * @param deliveryP99Ms time from a value's stamp to its acknowledgement by the history, 99 % of
   *     the values of the last minute
   * @param reconnectSeconds from the restarted server's readiness until every tag flows again; 0
   *     without a restart
   * @param cpuShare processor cores used by connection, history and this proof
   * @param serverCpuShare processor cores used by the server
   */
  public record Result(
      int tags,
      double seconds,
      long sent,
      long received,
      long missing,
      long unexpected,
      long lost,
      long ageP50Ms,
      long ageP99Ms,
      long deliveryP99Ms,
      double reconnectSeconds,
      double cpuShare,
      double serverCpuShare) {
    /** Whether the promise is kept: nothing missing, data young, back by itself. */
    public boolean passed() {
      return sent > 0 && missing == 0 && unexpected == 0 && ageP99Ms <= 1_500;
    }
  }

  /**
   * @param folder empty; holds the history, the ledgers and the buffer of this run
   */
  public OpcUaEndurance(int tags, Duration duration, boolean restart, Path folder) {
    if (tags < 1 || duration.compareTo(Duration.ofSeconds(10)) < 0) {
      throw new IllegalArgumentException(
          "%d tags (at least 1) for %s (at least 10 s)".formatted(tags, duration));
    }
    this.tags = tags;
    this.duration = duration;
    this.restart = restart;
    this.folder = folder;
  }

  /** Runs the proof; takes as long as it says. */
  public Result run(Progress progress) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int port = freePort();
    try (History history = History.open(HistoryOptions.in(folder.resolve("history")));
        AgeSampler ages = new AgeSampler(tags);
        Connector connector = connector(port, history, ages)) {
      return run(progress, port, history, ages, connector);
    }
  }

  private Result run(
      Progress progress, int port, History history, AgeSampler ages, Connector connector)
      throws IOException, InterruptedException {
    long wallStart = System.nanoTime();
    long cpuStart = machine.getProcessCpuTime();
    Duration serverCpu = Duration.ZERO;
    double reconnect = 0;

    ChildServer server = start(port);
    try {
      connector.start();
      await("the first values of every tag", () -> ages.isNewerThan(1));
      ages.resume();
      if (restart) {
        watch(progress, duration.dividedBy(2), "before the restart", connector);
        ages.pause();
        serverCpu = serverCpu.plus(server.cpu());
        server.close();
        TimeUnit.MILLISECONDS.sleep(DOWN.toMillis());
        server = start(port);
        Instant ready = Instant.now();
        await("every tag after the restart", () -> ages.isNewerThan(Micros.of(ready)));
        reconnect = Duration.between(ready, Instant.now()).toMillis() / 1_000.0;
        ages.resume();
      }
      watch(
          progress,
          restart ? duration.dividedBy(2) : duration,
          restart ? "after the restart" : "running",
          connector);
      ages.pause();
      serverCpu = serverCpu.plus(server.cpu());
    } finally {
      server.close();
    }
    await("the last values", () -> connector.health().buffered() == 0);
    double seconds = (System.nanoTime() - wallStart) / 1e9;
    double cpu = (machine.getProcessCpuTime() - cpuStart) / 1e9;
    long lost = connector.health().lost();
    Double delivery = connector.health().ageP99Seconds();
    connector.close();

    Comparison found = Comparison.of(ledgers, history, tags);
    return new Result(
        tags,
        seconds,
        found.sent(),
        found.received(),
        found.sent() - found.received(),
        found.unexpected(),
        lost,
        ages.percentileMillis(0.5),
        ages.percentileMillis(0.99),
        delivery == null ? -1 : Math.round(delivery * 1_000),
        reconnect,
        cpu / seconds,
        serverCpu.toMillis() / 1e3 / seconds);
  }

  private ChildServer start(int port) throws IOException {
    Path ledger = folder.resolve("ledger-" + ledgers.size());
    ledgers.add(ledger);
    return ChildServer.start(port, tags, ledger);
  }

  private Connector connector(int port, History history, AgeSampler ages) throws IOException {
    Connector connector =
        new OpcUaConnections(folder.resolve("secrets"), folder.resolve("buffer"), Clock.systemUTC())
            .connector(
                1,
                "endurance",
                OpcUaEndpoint.open("opc.tcp://127.0.0.1:" + port + "/endurance"),
                batch -> {
                  history.append(batch);
                  ages.stored(batch);
                  return true;
                },
                event -> {});
    connector.setTags(
        IntStream.rangeClosed(1, tags)
            .mapToObj(
                tag ->
                    new TagNode(
                        new TagId(tag),
                        EnduranceNamespace.nodeId(tag),
                        Map.of(),
                        Duration.ofSeconds(1)))
            .toList());
    return connector;
  }

  private static void watch(Progress progress, Duration length, String what, Connector connector)
      throws InterruptedException {
    long seconds = length.toSeconds();
    for (long second = 0; second < seconds; second++) {
      TimeUnit.SECONDS.sleep(1);
      progress.report(
          second + 1, seconds, "%s: %.0f values/s".formatted(what, connector.health().rate()));
    }
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    Instant deadline = Instant.now().plus(LONGEST_RETURN);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(
            "waited %d s in vain for %s".formatted(LONGEST_RETURN.toSeconds(), what));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
