package io.kunan.platform.imports.internal;

import io.kunan.engine.files.ColumnWords;
import io.kunan.engine.files.FileFormat;
import io.kunan.engine.files.ImportReport;
import io.kunan.engine.files.PointColumn;
import io.kunan.engine.files.PointFile;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Progress;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.imports.FileImport;
import io.kunan.platform.imports.ImportOutcome;
import io.kunan.platform.imports.ImportState;
import io.kunan.platform.live.Ingest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads a mapped file into the history; runs as a job. */
@Component
class ImportReader {
  private final Assets assets;
  private final Ingest ingest;
  private final ImportBook book;
  private volatile boolean serverStops;

  ImportReader(Assets assets, Ingest ingest, ImportBook book) {
    this.assets = assets;
    this.ingest = ingest;
    this.book = book;
  }

  /** A server that stops cancels its jobs; nobody asked for that import to end. */
  @EventListener(ContextClosedEvent.class)
  void stopping() {
    serverStops = true;
  }

  /** Reads until the end of the file or until told to stop, and writes down what came of it. */
  void read(
      FileImport one, Path path, FileFormat format, List<PlannedColumn> plan, Progress watcher) {
    long begun = System.nanoTime();
    Bounded progress = new Bounded(watcher, one.fileName());
    try {
      if (!learnWords(path, format, plan, progress)) {
        stopped(one, null);
        return;
      }
      ImportReport report =
          new PointFile(path, format, columns(plan))
              .read(
                  batch -> {
                    ingest.past(batch);
                    return progress.isWanted();
                  },
                  progress);
      ImportOutcome outcome = ImportOutcome.of(report, (System.nanoTime() - begun) / 1e9);
      if (report.stopped()) {
        stopped(one, outcome);
      } else {
        book.end(one, ImportState.DONE, "", outcome);
      }
    } catch (InputException e) {
      InputException named = Previews.named(e, path, one.fileName());
      book.end(one, ImportState.FAILED, String.valueOf(named.getMessage()), null);
      throw named;
    } catch (RuntimeException e) {
      book.end(one, ImportState.FAILED, "a fault of ours; the server's log says why", null);
      throw e;
    }
  }

  private void stopped(FileImport one, @org.jspecify.annotations.Nullable ImportOutcome outcome) {
    if (serverStops) {
      book.end(one, ImportState.FAILED, ImportDesk.SERVER_STOPPED, outcome);
    } else {
      book.end(one, ImportState.CANCELLED, "", outcome);
    }
  }

  private List<PointColumn> columns(List<PlannedColumn> plan) {
    return plan.stream()
        .map(column -> column.reading(assets.tags().get(column.tag()).traits().states()))
        .toList();
  }

  /** Every word of the file becomes a state of the tag made for it. False when told to stop. */
  private boolean learnWords(
      Path path, FileFormat format, List<PlannedColumn> plan, Bounded progress) {
    List<PlannedColumn> learning = plan.stream().filter(PlannedColumn::learns).toList();
    if (learning.isEmpty()) {
      return true;
    }
    List<String> names = learning.stream().map(PlannedColumn::column).toList();
    Map<String, Set<String>> words =
        new ColumnWords(path, format, names).read(WordStates.MOST, progress);
    List<Tag> changed = new ArrayList<>();
    for (PlannedColumn column : learning) {
      Tag tag = assets.tags().get(column.tag());
      List<TagTraits.State> known = tag.traits().states();
      List<TagTraits.State> all =
          WordStates.with(known, words.getOrDefault(column.column(), Set.of()));
      if (all.size() > known.size()) {
        changed.add(new Tag(tag.id(), tag.name(), tag.asset(), withStates(tag.traits(), all)));
      }
    }
    assets.changeTags(changed);
    return progress.isWanted();
  }

  private static TagTraits withStates(TagTraits traits, List<TagTraits.State> states) {
    return new TagTraits(
        traits.quantity(),
        traits.label(),
        traits.group(),
        traits.unit(),
        traits.low(),
        traits.high(),
        traits.limitLow(),
        traits.limitHigh(),
        true,
        states,
        traits.retentionClass(),
        traits.expectedPeriod(),
        traits.virtual());
  }

  /** Says the name people know, and remembers how far it was for those who only ask. */
  private static final class Bounded implements Progress {
    private final Progress watcher;
    private final String fileName;
    private long done;
    private long total;

    Bounded(Progress watcher, String fileName) {
      this.watcher = watcher;
      this.fileName = fileName;
    }

    boolean isWanted() {
      return watcher.report(done, total, fileName);
    }

    @Override
    public boolean report(long newDone, long newTotal, String what) {
      done = newDone;
      total = newTotal;
      return isWanted();
    }
  }
}
