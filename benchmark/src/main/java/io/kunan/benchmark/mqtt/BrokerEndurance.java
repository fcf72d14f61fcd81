package io.kunan.benchmark.mqtt;

import com.sun.management.OperatingSystemMXBean;
import io.kunan.engine.history.History;
import io.kunan.engine.history.HistoryOptions;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Progress;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.connect.BrokerConnections;
import io.kunan.platform.connect.Connector;
import io.kunan.platform.connect.TagNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Runs many connections over one broker into one history, takes the history away for a while, and
 * looks for every value that was sent.
 */
public final class BrokerEndurance {
  private static final Duration LONGEST_DRAIN = Duration.ofMinutes(10);

  private final int connections;
  private final int tags;
  private final int seconds;
  private final int cut;
  private final Path folder;
  private final AtomicLongArray newest;
  private final AtomicLong outOfOrder = new AtomicLong();
  private final OperatingSystemMXBean machine =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private volatile boolean away;

  /**
   * What came of it.
   *
   * @param tags of all connections together; each sends one value a second
   * @param seconds how long was sent
   * @param cutSeconds of these, how long the history took nothing
   * @param sent values that the broker took
   * @param received of these, values found in the history with the right number
   * @param unexpected points of the history that nobody sent
   * @param outOfOrder values that came to the history after a later one of their tag
   * @param lost values that the connections themselves know to be lost
   * @param mostOnDisk values in the buffers on disk at once
   * @param drainSeconds from the last value sent until all were in the history
   * @param cpuShare processor cores used by devices, connections and history
   * @param brokerCpuShare processor cores used by the broker
   * @param heapMb memory in use at the end
   */
  public record Result(
      int connections,
      int tags,
      int seconds,
      int cutSeconds,
      long sent,
      long received,
      long unexpected,
      long outOfOrder,
      long lost,
      long mostOnDisk,
      double drainSeconds,
      double cpuShare,
      double brokerCpuShare,
      long heapMb) {
    /** Whether the promise is kept: nothing missing, nothing out of order. */
    public boolean passed() {
      return sent > 0
          && received == sent
          && unexpected == 0
          && outOfOrder == 0
          && lost == 0
          && (cutSeconds == 0 || mostOnDisk > 0);
    }
  }

  /**
   * @param tags of all connections together, rounded up to {@value Devices#SIGNALS} for each
   * @param cut how long the history takes nothing, from a quarter of the time on; less than half
   * @param folder empty; holds the history, the broker and the buffers of this run
   */
  public BrokerEndurance(int connections, int tags, Duration duration, Duration cut, Path folder) {
    this.connections = connections;
    int each = Math.ceilDiv(tags, connections * Devices.SIGNALS) * Devices.SIGNALS;
    this.tags = each * connections;
    this.seconds = Math.toIntExact(duration.toSeconds());
    this.cut = Math.toIntExact(cut.toSeconds());
    this.folder = folder;
    this.newest = new AtomicLongArray(this.tags + 1);
    if (seconds < 4 || this.cut > seconds / 2) {
      throw new IllegalArgumentException(
          "%d s with a cut of %d s: at least 4 s, and a cut of half of it at most"
              .formatted(seconds, this.cut));
    }
  }

  /** Runs the proof; takes as long as it says. */
  public Result run(Progress progress) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    List<Connector> running = new ArrayList<>();
    try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"));
        History history = History.open(HistoryOptions.in(folder.resolve("history")))) {
      for (int number = 1; number <= connections; number++) {
        running.add(connector(number, broker.port(), history));
      }
      for (Connector each : running) {
        await("subscribed", () -> each.health().detail().contains("heard"));
      }
      return send(progress, broker, history, running);
    } finally {
      running.parallelStream().forEach(Connector::close);
    }
  }

  private Result send(
      Progress progress, BrokerProcess broker, History history, List<Connector> running)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    long cpuBefore = machine.getProcessCpuTime();
    long mostOnDisk = 0;
    try (Devices devices = new Devices(broker.port(), tags / Devices.SIGNALS)) {
      for (int second = 0; second < seconds; second++) {
        away = second >= seconds / 4 && second < seconds / 4 + cut;
        devices.send(second);
        long onDisk = running.stream().mapToLong(each -> each.health().bufferedOnDisk()).sum();
        mostOnDisk = Math.max(mostOnDisk, onDisk);
        progress.report(second + 1, seconds, "%,d values on disk".formatted(onDisk));
      }
      devices.settle();
      long ended = System.nanoTime();
      long sent = (long) seconds * tags;
      await("the last values", () -> received(running) >= sent && buffered(running) == 0);
      double drain = (System.nanoTime() - ended) / 1e9;
      double wall = (System.nanoTime() - begun) / 1e9;
      double cpu = (machine.getProcessCpuTime() - cpuBefore) / 1e9;
      long[] found = compare(devices, history);
      return new Result(
          connections,
          tags,
          seconds,
          cut,
          sent,
          found[0],
          found[1],
          outOfOrder.get(),
          running.stream().mapToLong(each -> each.health().lost()).sum(),
          mostOnDisk,
          drain,
          cpu / wall,
          broker.cpu().toMillis() / 1e3 / wall,
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
    }
  }

  private Connector connector(int number, int port, History history) throws IOException {
    int each = tags / connections;
    int first = (number - 1) * each + 1;
    List<String> mappings =
        IntStream.range(0, each / Devices.SIGNALS)
            .mapToObj(i -> (first - 1) / Devices.SIGNALS + i)
            .map(BrokerEndurance::mapping)
            .toList();
    Connector connector =
        new BrokerConnections(folder.resolve("buffer"), Clock.systemUTC())
            .mqtt(
                number,
                "endurance " + number,
                "mqtt://127.0.0.1:" + port,
                "{\"clientId\":\"endurance-%d\",\"mappings\":[%s]}"
                    .formatted(number, String.join(",", mappings)),
                batch -> store(history, batch));
    connector.setTags(
        IntStream.range(first, first + each)
            .mapToObj(
                tag ->
                    new TagNode(
                        new TagId(tag),
                        "%d.%d".formatted((tag - 1) / Devices.SIGNALS, (tag - 1) % Devices.SIGNALS),
                        Map.of(),
                        Duration.ofSeconds(1)))
            .toList());
    connector.start();
    return connector;
  }

  private static String mapping(int device) {
    return """
        {"topic":"plant/%1$d","value":"/v/{signal}","time":"/t","timeFormat":"EPOCH_US",
        "qualityFormat":"WORD","name":"%1$d.{signal}"}
        """
        .formatted(device);
  }

  private boolean store(History history, PointBatch batch) {
    if (away) {
      return false;
    }
    history.append(batch);
    for (int i = 0; i < batch.size(); i++) {
      if (newest.getAndSet(batch.tag(i), batch.time(i)) > batch.time(i)) {
        outOfOrder.incrementAndGet();
      }
    }
    return true;
  }

  /** Points of the history that were sent, and those that were not. */
  private long[] compare(Devices devices, History history) {
    long[] found = new long[2];
    history.scan(
        IntStream.rangeClosed(1, tags).mapToObj(TagId::new).toList(),
        TimeRange.ALL,
        batch -> {
          for (int i = 0; i < batch.size(); i++) {
            boolean right = devices.sent(batch.tag(i), batch.time(i), batch.value(i), seconds);
            found[right ? 0 : 1]++;
          }
          return true;
        });
    return found;
  }

  private static long received(List<Connector> running) {
    return running.stream().mapToLong(each -> each.health().received()).sum();
  }

  private static long buffered(List<Connector> running) {
    return running.stream().mapToLong(each -> each.health().buffered()).sum();
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    Instant deadline = Instant.now().plus(LONGEST_DRAIN);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(
            "waited %d s in vain for %s".formatted(LONGEST_DRAIN.toSeconds(), what));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
