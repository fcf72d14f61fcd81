package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.AppendReceipt;
import io.kunan.engine.history.Correction;
import io.kunan.engine.history.HistoryOptions;
import io.kunan.engine.history.Maintenance;
import io.kunan.engine.history.Point;
import io.kunan.engine.history.Remark;
import io.kunan.engine.history.TagCatalogue;
import io.kunan.engine.history.internal.duck.Snapshots.Snapshot;
import io.kunan.engine.history.store.HistoryStore;
import io.kunan.engine.history.store.MinuteRollups;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.PointSink;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The embedded store of a folder: points go durably into a hot table, a full one is sealed in the
 * background into sorted Parquet files that the manifest names.
 */
public final class DuckStore implements HistoryStore {
  /** Minutes are counted by 32 bits; what lies beyond is a wrong clock or a wrong unit. */
  private static final long LATEST = 2_120_000_000L * Micros.PER_MINUTE;

  private final StoreLock lock;
  private final Path folder;
  private final HistoryOptions options;
  private final Database database;
  private final Manifest manifest;
  private final DuckCatalogue catalogue;
  private final SealedFiles files;
  private final Snapshots snapshots;
  private final Writer writer;
  private final Sealer sealer;
  private final Upkeep upkeep;
  private final Courtesy courtesy = new Courtesy();
  private final Map<Integer, Point> latest = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private DuckStore(HistoryOptions options, StoreLock lock, Database database) {
    this.options = options;
    this.lock = lock;
    this.database = database;
    folder = options.folder();
    manifest = new Manifest(database);
    manifest.latest().forEach(this::noteLatest);
    files = new SealedFiles(database, manifest, folder.resolve("sealed"), courtesy.worker());
    List<SealedFile> points = manifest.load(SealedFile.Kind.POINTS);
    List<SealedFile> rollups = manifest.load(SealedFile.Kind.ROLLUPS);
    files.deleteUnknown(Stream.concat(points.stream(), rollups.stream()).toList());
    snapshots = new Snapshots(new Snapshot(List.of(), points, rollups));
    catalogue = new DuckCatalogue(database, this::highestTag);
    takeUpHotTables();
    writer = new Writer(options.clock(), courtesy.worker());
    sealer =
        new Sealer(
            database,
            manifest,
            files,
            snapshots,
            tag -> catalogue.isStep(new TagId(tag)),
            this::noteLatest);
    var rewriting = new Rewriting(database, manifest, files, snapshots);
    upkeep =
        new Upkeep(
            this,
            manifest,
            snapshots,
            sealer,
            new Compactor(files, snapshots, rewriting),
            new Retainer(files, snapshots, rewriting, catalogue));
    upkeep.sealLater();
  }

  /**
   * Opens the store of a folder, or makes it.
   *
   * @throws io.kunan.kernel.InputException when another process has it open
   */
  public static DuckStore open(HistoryOptions options) {
    Path folder = options.folder();
    try {
      Files.createDirectories(folder.resolve("sealed"));
      Files.createDirectories(folder.resolve("temporary"));
    } catch (IOException e) {
      throw new UncheckedIOException("history store, make " + folder, e);
    }
    StoreLock lock = StoreLock.take(folder);
    Database database = null;
    try {
      database =
          Database.open(folder.resolve("manifest.duckdb"), folder.resolve("temporary"), options);
      return new DuckStore(options, lock, database);
    } catch (RuntimeException e) {
      if (database != null) {
        database.close();
      }
      lock.close();
      throw e;
    }
  }

  @Override
  public AppendReceipt append(PointBatch batch) {
    return write(batch, null);
  }

  @Override
  public AppendReceipt correct(PointBatch batch, Remark remark) {
    return write(batch, remark);
  }

  @Override
  public void scan(List<TagId> tags, TimeRange range, PointSink sink) {
    reading(
        snapshot -> {
          new PointScan(database, files.folder(), snapshot).run(numbers(tags), range, sink);
          return true;
        });
  }

  @Override
  public Optional<TimeRange> span(TagId tag) {
    Snapshot snapshot = snapshots.now();
    long from = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (SealedFile file : snapshot.points()) {
      int at = file.spans().find(tag.value());
      if (at >= 0) {
        from = Math.min(from, file.spans().first[at]);
        last = Math.max(last, file.spans().last[at]);
      }
    }
    for (HotTable hot : snapshot.hots()) {
      Head head = hot.head(tag.value());
      if (head != null) {
        from = Math.min(from, head.run().firstTime());
        last = Math.max(last, head.run().lastTime());
      }
    }
    for (SealedFile file : snapshot.rollups()) {
      int at = file.spans().find(tag.value());
      if (at >= 0) {
        boolean outlivesPoints = file.spans().first[at] + Micros.PER_MINUTE <= from;
        from = outlivesPoints ? file.spans().first[at] : from;
        last = Math.max(last, file.spans().last[at]);
      }
    }
    return from > last ? Optional.empty() : Optional.of(new TimeRange(from, last + 1));
  }

  @Override
  public List<Point> last(List<TagId> tags) {
    List<HotTable> hots = snapshots.now().hots();
    List<Point> points = new ArrayList<>(tags.size());
    for (TagId tag : tags) {
      Point point = latest(tag.value(), hots);
      if (point != null) {
        points.add(point);
      }
    }
    return points;
  }

  @Override
  public List<Point> findAtOrBefore(List<TagId> tags, long time) {
    return reading(
        snapshot ->
            new PointLookup(database, files, snapshot)
                .find(PointLookup.Side.AT_OR_BEFORE, tags, time));
  }

  @Override
  public List<Point> findAtOrAfter(List<TagId> tags, long time) {
    return reading(
        snapshot ->
            new PointLookup(database, files, snapshot)
                .find(PointLookup.Side.AT_OR_AFTER, tags, time));
  }

  @Override
  public MinuteRollups rollups(List<TagId> tags, TimeRange range) {
    return reading(
        snapshot ->
            new RollupQuery(
                    database, files.folder(), snapshot, tag -> catalogue.isStep(new TagId(tag)))
                .run(numbers(tags), range));
  }

  @Override
  public void corrections(List<TagId> tags, TimeRange range, Consumer<Correction> sink) {
    int[] numbers = numbers(tags);
    if (numbers.length == 0) {
      return;
    }
    List<Correction> found = new ArrayList<>();
    try (var lease = snapshots.lease()) {
      manifest.corrections(numbers, range, lease.snapshot.firstHot(), found::add);
      for (HotTable hot : lease.snapshot.hots()) {
        sealer.corrections(hot, lease.snapshot.points(), numbers, found::add);
      }
    }
    found.stream()
        .filter(correction -> range.contains(correction.time()))
        .sorted(
            Comparator.comparing(Correction::tag)
                .thenComparingLong(Correction::time)
                .thenComparingLong(Correction::at))
        .forEach(sink);
  }

  @Override
  public TagCatalogue catalogue() {
    return catalogue;
  }

  @Override
  public Maintenance maintenance() {
    return upkeep;
  }

  @Override
  public void close() {
    writer.lock().lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
    } finally {
      writer.lock().unlock();
    }
    upkeep.close();
    snapshots.now().hots().forEach(HotTable::close);
    database.close();
    lock.close();
  }

  /** Ends the hot table in use, if it holds anything; the next point opens a new one. */
  void endHotTable() {
    writer.lock().lock();
    try {
      List<HotTable> hots = snapshots.now().hots();
      if (!closed && !hots.isEmpty() && hots.getLast().rows() > 0) {
        openHotTable();
      }
    } finally {
      writer.lock().unlock();
    }
  }

  Path folder() {
    return folder;
  }

  private <T> T reading(Function<Snapshot, T> work) {
    courtesy.readerCame();
    try (var lease = snapshots.lease()) {
      return work.apply(lease.snapshot);
    } finally {
      courtesy.readerLeft();
    }
  }

  private AppendReceipt write(PointBatch batch, @Nullable Remark remark) {
    check(batch);
    return writer.append(batch, remark, this::hotTable);
  }

  private static void check(PointBatch batch) {
    for (int i = 0; i < batch.size(); i++) {
      if (batch.tag(i) <= 0) {
        throw new IllegalArgumentException(
            "point %d of a batch has tag number %d; tag numbers are positive"
                .formatted(i, batch.tag(i)));
      }
      if (batch.time(i) < -LATEST || batch.time(i) > LATEST) {
        throw new InputException(
            "point %d of a batch, tag %d".formatted(i, batch.tag(i)),
            "lies at %d µs, %s".formatted(batch.time(i), Micros.toInstant(batch.time(i))),
            "times are microseconds since 1970 and lie before the year 6000");
      }
    }
  }

  /** Under the writer's lock. */
  private HotTable hotTable() {
    if (closed) {
      throw new IllegalStateException("the history store " + folder + " is closed");
    }
    List<HotTable> hots = snapshots.now().hots();
    if (!hots.isEmpty() && hots.getLast().rows() < options.hotRows()) {
      return hots.getLast();
    }
    if (hots.size() > 1) {
      upkeep.awaitSealing();
    }
    HotTable next = openHotTable();
    upkeep.sealLater();
    return next;
  }

  private HotTable openHotTable() {
    List<HotTable> hots = snapshots.now().hots();
    long number = hots.isEmpty() ? manifest.sealedThrough() + 1 : hots.getLast().number + 1;
    HotTable hot = HotTable.create(folder, number, new Predecessor(hots));
    addHotTable(hot);
    return hot;
  }

  private void addHotTable(HotTable hot) {
    snapshots.change(
        before -> {
          List<HotTable> hots = new ArrayList<>(before.hots());
          hots.add(hot);
          return new Snapshot(hots, before.points(), before.rollups());
        },
        () -> {});
  }

  private void takeUpHotTables() {
    long sealedThrough = manifest.sealedThrough();
    EarlierHotTable.convertAll(database, folder, sealedThrough);
    var numbers = new TreeSet<Long>();
    try (Stream<Path> found = Files.list(folder)) {
      found.map(HotTable::numberOf).flatMap(Stream::ofNullable).forEach(numbers::add);
    } catch (IOException e) {
      throw new UncheckedIOException("history store, list " + folder, e);
    }
    for (long number : numbers) {
      if (number <= sealedThrough) {
        HotTable.delete(HotTable.fileOf(folder, number));
      } else {
        addHotTable(HotTable.reopen(folder, number, new Predecessor(List.of())));
      }
    }
  }

  private int highestTag() {
    int highest = latest.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    for (HotTable hot : snapshots.now().hots()) {
      for (Head head : hot.headsByTag()) {
        highest = Math.max(highest, head.tag);
      }
    }
    return highest;
  }

  private long latestTime(int tag) {
    Point point = latest(tag, snapshots.now().hots());
    return point == null ? Long.MIN_VALUE : point.time();
  }

  private @Nullable Point latest(int tag, List<HotTable> hots) {
    Point best = null;
    for (HotTable hot : hots) {
      Head head = hot.head(tag);
      if (head != null) {
        Run run = head.run();
        int at = run.to() - 1;
        if (best == null || run.times()[at] >= best.time()) {
          best = new Point(new TagId(tag), run.times()[at], run.values()[at], run.qualities()[at]);
        }
      }
    }
    Point sealed = latest.get(tag);
    return best == null || (sealed != null && sealed.time() > best.time()) ? sealed : best;
  }

  private void noteLatest(Point point) {
    latest.merge(point.tag().value(), point, (old, now) -> now.time() >= old.time() ? now : old);
  }

  private static int[] numbers(List<TagId> tags) {
    return tags.stream().mapToInt(TagId::value).distinct().sorted().toArray();
  }

  /** Keeps the counts of the table before, not the table: that ends when it is sealed. */
  private final class Predecessor implements HotTable.Before {
    private static final int MOST = 8_192;

    private final Map<Integer, Integer> points = new HashMap<>();

    Predecessor(List<HotTable> hots) {
      if (!hots.isEmpty()) {
        hots.getLast().headsByTag().forEach(head -> points.put(head.tag, head.size()));
      }
    }

    @Override
    public long latestTime(int tag) {
      return DuckStore.this.latestTime(tag);
    }

    @Override
    public int points(int tag) {
      int were = points.getOrDefault(tag, 0);
      return Math.min(MOST, were + were / 16);
    }
  }
}
