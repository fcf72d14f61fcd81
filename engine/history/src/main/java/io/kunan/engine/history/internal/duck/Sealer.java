package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.Correction;
import io.kunan.engine.history.Point;
import io.kunan.engine.history.internal.duck.Manifest.Change;
import io.kunan.engine.history.internal.duck.Manifest.NewFile;
import io.kunan.engine.history.internal.duck.Snapshots.Snapshot;
import io.kunan.engine.history.store.MinuteRollups;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** Turns a full hot table into sealed files. Runs on one thread, oldest table first. */
final class Sealer {
  /** Below this, points of a tag are so few that roll-ups would be larger than they are. */
  private static final int POINTS_PER_ROLLUP = 4;

  private final Database database;
  private final Manifest manifest;
  private final SealedFiles files;
  private final Snapshots snapshots;
  private final JavaRows dirtyRows;
  private final IntPredicate stepping;
  private final Consumer<Point> latest;

  /**
   * @param stepping whether a tag steps
   * @param latest told the latest point of each tag that was sealed
   */
  Sealer(
      Database database,
      Manifest manifest,
      SealedFiles files,
      Snapshots snapshots,
      IntPredicate stepping,
      Consumer<Point> latest) {
    this.database = database;
    this.manifest = manifest;
    this.files = files;
    this.snapshots = snapshots;
    this.stepping = stepping;
    this.latest = latest;
    dirtyRows = Dirty.register(database);
  }

  /** Seals a table that nobody writes to any more. */
  void seal(HotTable hot) {
    List<Head> heads = hot.headsByTag();
    List<Correction> corrections = new ArrayList<>();
    boolean[] rolled = new boolean[heads.size()];
    MinuteRollups rollups = reconcile(hot, heads, rolled, corrections::add);
    List<NewFile> added = new ArrayList<>();
    writePoints(hot.number, heads, rolled, added);
    writeRollups(hot.number, rollups, added);
    files.forceNames();
    for (Head head : heads) {
      Run run = head.run();
      int last = run.to() - 1;
      latest.accept(
          new Point(
              new TagId(head.tag), run.times()[last], run.values()[last], run.qualities()[last]));
    }
    enter(hot, added, corrections);
  }

  /** What a hot table would correct if it were sealed now. */
  void corrections(HotTable hot, List<SealedFile> older, int[] tags, Consumer<Correction> sink) {
    List<Head> heads = new ArrayList<>();
    for (int tag : tags) {
      Head head = hot.head(tag);
      if (head != null) {
        heads.add(head);
      }
    }
    reconcile(hot, older, heads, new boolean[heads.size()], false, sink);
  }

  private MinuteRollups reconcile(
      HotTable hot, List<Head> heads, boolean[] rolled, Consumer<Correction> sink) {
    return reconcile(hot, snapshots.now().points(), heads, rolled, true, sink);
  }

  /** One at a time: the minutes in question pass through one table function. */
  private synchronized MinuteRollups reconcile(
      HotTable hot,
      List<SealedFile> older,
      List<Head> heads,
      boolean[] rolled,
      boolean withRollups,
      Consumer<Correction> sink) {
    var dirty = new Dirty();
    for (int i = 0; i < heads.size(); i++) {
      Run run = heads.get(i).run();
      boolean overRolled = dirty.note(heads.get(i).tag, run, older);
      rolled[i] =
          withRollups
              && (overRolled || run.size() >= POINTS_PER_ROLLUP * Reconciliation.minutes(run));
    }
    var work = new Reconciliation(hot.remarks(), stepping, sink);
    if (dirty.isEmpty()) {
      for (int i = 0; i < heads.size(); i++) {
        work.take(heads.get(i), null, rolled[i]);
      }
      return work.rollups();
    }
    dirty.offerTo(dirtyRows);
    return database.read(
        "compare with what is stored",
        connection -> {
          try (var cursor = new PointCursor(connection, dirty.sql(files.folder(), older), true)) {
            var stored = new Reconciliation.Older(cursor);
            for (int i = 0; i < heads.size(); i++) {
              work.take(heads.get(i), stored, rolled[i]);
            }
          }
          return work.rollups();
        });
  }

  private void writePoints(
      long generation, List<Head> heads, boolean[] rolled, List<NewFile> added) {
    Windows windows = Windows.POINTS;
    TreeMap<Long, Long> rowsByDay = new TreeMap<>();
    for (Head head : heads) {
      Run run = head.run();
      for (int at = run.from(); at < run.to(); ) {
        long day = windows.unitOf(run.times()[at]);
        int end = run.lowerBound(windows.startOf(day + 1));
        rowsByDay.merge(day, (long) (end - at), Long::sum);
        at = end;
      }
    }
    for (TimeRange window : windows.cut(rowsByDay)) {
      List<Run> runs = new ArrayList<>();
      int[] tags = new int[heads.size()];
      boolean[] withRollups = new boolean[heads.size()];
      for (int i = 0; i < heads.size(); i++) {
        Run run = heads.get(i).run().between(window.from(), window.to());
        if (!run.isEmpty()) {
          tags[runs.size()] = heads.get(i).tag;
          withRollups[runs.size()] = rolled[i];
          runs.add(run);
        }
      }
      added.add(
          files.writePoints(
              generation,
              Arrays.copyOf(tags, runs.size()),
              runs,
              Arrays.copyOf(withRollups, runs.size())));
    }
  }

  private void writeRollups(long generation, MinuteRollups rollups, List<NewFile> added) {
    Windows windows = Windows.ROLLUPS;
    TreeMap<Long, Long> rowsByUnit = new TreeMap<>();
    for (int i = 0; i < rollups.size(); i++) {
      rowsByUnit.merge(windows.unitOf(rollups.start(i)), 1L, Long::sum);
    }
    for (TimeRange window : windows.cut(rowsByUnit)) {
      int[] chosen = new int[rollups.size()];
      int count = 0;
      for (int i = 0; i < rollups.size(); i++) {
        if (window.contains(rollups.start(i))) {
          chosen[count++] = i;
        }
      }
      added.add(files.writeRollups(generation, rollups, Arrays.copyOf(chosen, count)));
    }
  }

  private void enter(HotTable hot, List<NewFile> added, List<Correction> corrections) {
    Map<Long, SealedFile> byId = new HashMap<>();
    Snapshot now = snapshots.now();
    now.points().forEach(file -> byId.put(file.id(), file));
    now.rollups().forEach(file -> byId.put(file.id(), file));
    List<NewFile> entries = Overlaps.mark(added, byId);
    List<SealedFile> remarked = new ArrayList<>(Overlaps.changed(now.points(), byId));
    remarked.addAll(Overlaps.changed(now.rollups(), byId));
    manifest.record(new Change(entries, List.of(), remarked, corrections, hot.number));
    snapshots.change(
        before -> {
          List<HotTable> hots = new ArrayList<>(before.hots());
          hots.remove(hot);
          return new Snapshot(
              hots,
              with(before.points(), byId, entries, SealedFile.Kind.POINTS),
              with(before.rollups(), byId, entries, SealedFile.Kind.ROLLUPS));
        },
        hot::remove);
  }

  static List<SealedFile> with(
      List<SealedFile> before,
      Map<Long, SealedFile> current,
      List<NewFile> added,
      SealedFile.Kind kind) {
    List<SealedFile> all = new ArrayList<>();
    before.forEach(file -> all.add(current.getOrDefault(file.id(), file)));
    added.stream().map(NewFile::file).filter(file -> file.kind() == kind).forEach(all::add);
    all.sort(Comparator.comparingLong(SealedFile::generation).thenComparingLong(SealedFile::id));
    return all;
  }
}
