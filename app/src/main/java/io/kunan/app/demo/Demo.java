package io.kunan.app.demo;

import io.kunan.app.server.KunanServer;
import io.kunan.engine.history.History;
import io.kunan.kernel.Progress;
import io.kunan.platform.advice.Advice;
import io.kunan.platform.advice.AdviceBook;
import io.kunan.platform.advice.AdviceEvaluation;
import io.kunan.platform.alarms.Alarms;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.PlantConnections;
import io.kunan.platform.events.EventType;
import io.kunan.platform.events.Events;
import io.kunan.platform.jobs.JobKind;
import io.kunan.platform.jobs.Jobs;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.live.LiveValues;
import io.kunan.platform.streams.StreamJobs;
import io.kunan.platform.web.Caller;
import io.kunan.scenario.potline.PotlineAdvisor;
import io.kunan.scenario.scheduling.VirtualPlanning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Furnishes a running server as the demo and starts its virtual plant. */
public final class Demo implements AutoCloseable {
  private static final long SEED = 20_26;

  /** Late enough that two days are known before, early enough that three have passed since. */
  private static final int[] REPLAYED_HOURS = {120, 102, 85};

  private static final Duration FIRST_VALUES = Duration.ofMinutes(3);

  /** Of the strip mill that is planned: small enough to be seen whole. */
  private static final int ORDERS = 150;

  private static final int ORDER_DAYS = 8;

  private static final String CONNECTION = "电解二系列 OPC UA";

  private final KunanServer server;
  private final Path folder;
  private final int pots;
  private @Nullable VirtualPlant plant;
  private boolean closed;

  public Demo(KunanServer server, Path home, int pots) {
    this.server = server;
    this.folder = home.resolve("plant");
    this.pots = pots;
  }

  /**
   * Starts everything in the background: tree and tags at once, the past and the live plant as a
   * job with progress.
   *
   * @param watcher sees how far the job is
   */
  public void start(Progress watcher) throws IOException {
    Files.createDirectories(folder);
    copySample();
    server
        .part(Jobs.class)
        .start(
            JobKind.BACKFILL,
            "history of the virtual plant",
            Caller::seesAllSites,
            job -> furnish(job.watchedBy(watcher)));
  }

  private void furnish(Progress progress) throws IOException {
    DemoAssets assets = new DemoAssets(server.part(Assets.class), pots);
    int[] numbers = assets.tagNumbers();
    server.part(VirtualPlanning.class).ensure(assets.stripMill(), ORDERS, ORDER_DAYS);
    Map<String, io.kunan.kernel.AssetId> bySource = assets.bySource();
    PlantConnections connections = server.part(PlantConnections.class);
    int connection =
        connections.ensure(CONNECTION, OpcUaEndpoint.open("opc.tcp://127.0.0.1:4840/kunan"));
    Path state = folder.resolve("line.state");
    if (!Files.exists(state) && !fill(numbers, bySource, connection, state, progress)) {
      return;
    }
    connect(assets, connections);
    awaitFirstValues(numbers);
    DemoRules.ensure(server.part(Alarms.class), assets.line().id().value());
    server.part(PotlineAdvisor.class).adviseAll();
    replay(progress);
    DemoStreams.ensure(server.part(StreamJobs.class), pots);
    progress.report(1, 1, "the virtual plant runs");
  }

  /**
   * Finds in the week of history what the virtual crew did of what would have been advised, and has
   * measured what came of it; once.
   */
  private void replay(Progress progress) {
    boolean done =
        server.part(AdviceBook.class).list(null, null, 0, 5_000).stream()
            .anyMatch(Advice::replayed);
    Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    for (int i = 0; i < REPLAYED_HOURS.length && !done; i++) {
      progress.report(i, REPLAYED_HOURS.length, "decisions of the virtual crew in the past");
      server.part(PotlineAdvisor.class).replay(now.minus(Duration.ofHours(REPLAYED_HOURS[i])));
    }
    server.part(AdviceEvaluation.class).evaluateDue();
  }

  private boolean fill(
      int[] numbers,
      Map<String, io.kunan.kernel.AssetId> bySource,
      int connection,
      Path state,
      Progress progress)
      throws IOException {
    List<EventType> types = server.parts(EventType.class);
    Backfill backfill =
        new Backfill(
            server.part(Ingest.class), server.part(Events.class), types, Clock.systemUTC());
    boolean isWhole = backfill.run(pots, SEED, numbers, bySource, connection, state, progress);
    if (isWhole) {
      // From now on a month is drawn from its minutes and not from millions of hot seconds.
      server.part(History.class).maintenance().seal();
    }
    return isWhole;
  }

  private void connect(DemoAssets assets, PlantConnections connections) throws IOException {
    VirtualPlant started = startPlant();
    int connection = connections.ensure(CONNECTION, OpcUaEndpoint.open(started.endpoint()));
    connections.link(connection, assets.nodes());
    connections.start(connection);
  }

  /** Rules on silence would take the start of the plant for a failure of all its pots. */
  private void awaitFirstValues(int[] numbers) {
    Instant since = Instant.now();
    Instant patience = since.plus(FIRST_VALUES);
    while (Instant.now().isBefore(patience) && !areHeard(numbers, since) && !isClosed()) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private boolean areHeard(int[] numbers, Instant since) {
    List<Integer> tags = IntStream.of(numbers).boxed().toList();
    return server.part(LiveValues.class).list(tags).stream()
            .filter(value -> value.time() >= since.toEpochMilli())
            .count()
        == numbers.length;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized VirtualPlant startPlant() throws IOException {
    if (closed) {
      throw new IOException("the demo is stopping");
    }
    VirtualPlant started = VirtualPlant.start(pots, SEED, folder);
    plant = started;
    return started;
  }

  /** A file with bad lines for people to drop on the import page. */
  private void copySample() throws IOException {
    Path sample = folder.resolveSibling("sample-laboratory.csv");
    try (var in = Demo.class.getResourceAsStream("sample-laboratory.csv")) {
      if (in != null && !Files.exists(sample)) {
        Files.copy(in, sample);
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (plant != null) {
      plant.close();
    }
  }
}
