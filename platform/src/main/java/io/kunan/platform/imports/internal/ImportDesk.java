package io.kunan.platform.imports.internal;

import io.kunan.engine.files.FileFormat;
import io.kunan.kernel.InputException;
import io.kunan.platform.imports.FileImport;
import io.kunan.platform.imports.ImportMapping;
import io.kunan.platform.imports.ImportOptions;
import io.kunan.platform.imports.ImportPreview;
import io.kunan.platform.imports.ImportState;
import io.kunan.platform.jobs.Job;
import io.kunan.platform.jobs.JobKind;
import io.kunan.platform.jobs.Jobs;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Takes files in, looks at them, starts and stops their reading. */
@Component
public class ImportDesk {
  /** Said of an import that was running when the server stopped. */
  static final String SERVER_STOPPED =
      "the server stopped while it ran; what was stored stays, start it again for the rest";

  private final UploadRoom room;
  private final ImportBook book;
  private final ImportStore store;
  private final ImportReader reader;
  private final ImportViews views;
  private final Jobs jobs;
  private final Map<Long, Long> jobOf = new ConcurrentHashMap<>();
  private final ReentrantLock files = new ReentrantLock();
  private final ReentrantLock starts = new ReentrantLock();

  ImportDesk(
      UploadRoom room,
      ImportBook book,
      ImportStore store,
      ImportReader reader,
      ImportViews views,
      Jobs jobs) {
    this.room = room;
    this.book = book;
    this.store = store;
    this.reader = reader;
    this.views = views;
    this.jobs = jobs;
  }

  /** What a server that ended left running has failed. */
  @EventListener(ApplicationStartedEvent.class)
  public void endWhatWasLeft() {
    for (long id : store.running()) {
      store.find(id).ifPresent(one -> book.end(one, ImportState.FAILED, SERVER_STOPPED, null));
    }
  }

  /**
   * Keeps a file and looks at it, as files with the same columns were read the last time.
   *
   * @throws InputException when it is no table
   */
  public FileImport upload(String name, InputStream stream, Caller caller) throws IOException {
    try (UploadRoom.Received received = room.receive(stream)) {
      files.lock();
      try {
        Path path = room.keep(received);
        return shown(kept(name, path, received, caller), caller);
      } catch (RuntimeException e) {
        dropUnused(received.content());
        throw e;
      } finally {
        files.unlock();
      }
    }
  }

  private FileImport kept(String name, Path path, UploadRoom.Received received, Caller caller) {
    ZoneId zone = views.zone(caller);
    ImportPreview found = Previews.of(path, name, ImportOptions.DETECT, zone);
    ImportOptions last =
        book.remembered(found).map(ImportMapping::options).orElse(ImportOptions.DETECT);
    try {
      return book.create(name, received, caller, last, Previews.of(path, name, last, zone));
    } catch (InputException e) {
      // The same columns, written in another way than the last time.
      return book.create(name, received, caller, ImportOptions.DETECT, found);
    }
  }

  /** Looks at the file again, as it is said to be written. */
  public FileImport look(long id, ImportOptions options, Caller caller) {
    FileImport one = find(id, caller);
    book.preview(one, options, Previews.of(path(id), one.fileName(), options, views.zone(caller)));
    return find(id, caller);
  }

  /** Begins to read the file in the background. */
  public FileImport start(long id, ImportMapping wish, Caller caller) {
    FileImport one = find(id, caller);
    Path path = path(id);
    ZoneId usual = views.zone(caller);
    ImportPreview preview = Previews.of(path, one.fileName(), wish.options(), usual);
    String time = preview.timeColumn();
    if (time == null || !preview.timeTrouble().isEmpty()) {
      throw new InputException(
          time == null ? "timeColumn" : "timeFormat",
          preview.timeTrouble(),
          "name the time column and its format, such as dd/MM/yyyy HH:mm or epoch-ms");
    }
    starts.lock();
    try {
      if (store.running().contains(id)) {
        throw ImportBook.running(one);
      }
      jobOf.remove(id);
      List<PlannedColumn> plan = book.begin(one, settled(wish, preview), preview, caller);
      FileFormat format =
          wish.options()
              .format(usual)
              .withTime(time, preview.timeFormat())
              .withWords(ImportViews.words(plan));
      jobOf.put(id, run(one, path, format, plan));
    } finally {
      starts.unlock();
    }
    return find(id, caller);
  }

  /** The job acts for the person who starts it. */
  private long run(FileImport one, Path path, FileFormat format, List<PlannedColumn> plan) {
    SecurityContext person = SecurityContextHolder.getContext();
    Job job =
        jobs.start(
            JobKind.IMPORT,
            one.fileName(),
            views.audience(one, plan),
            progress -> {
              SecurityContextHolder.setContext(person);
              try {
                reader.read(one, path, format, plan, progress);
              } finally {
                SecurityContextHolder.clearContext();
              }
            });
    return job.id();
  }

  /** Zone and time format as they are used, so that a repetition reads the same. */
  private static ImportMapping settled(ImportMapping wish, ImportPreview preview) {
    ImportOptions said = wish.options();
    return ImportMapping.of(
        new ImportOptions(
            said.separator(),
            preview.timeColumn(),
            preview.timeFormat(),
            preview.zone(),
            said.decimalComma(),
            said.encoding(),
            said.header(),
            said.skipLines()),
        wish.columns());
  }

  /** Asks it to stop at its next safe point; what is stored stays. */
  public FileImport cancel(long id, Caller caller) {
    FileImport one = find(id, caller);
    Long job = jobOf.get(id);
    if (one.state() != ImportState.RUNNING || job == null) {
      throw Refusal.conflict(
          "The import of %s is not running".formatted(one.fileName()), "look at its report");
    }
    book.askToStop(one);
    jobs.cancel(job);
    return find(id, caller);
  }

  /** Forgets the import and its file; what it stored stays in history. */
  public void delete(long id, Caller caller) {
    FileImport one = find(id, caller);
    files.lock();
    try {
      String content = store.content(id);
      book.delete(one);
      jobOf.remove(id);
      dropUnused(content);
    } finally {
      files.unlock();
    }
  }

  /** 404 for what the person may not see. */
  public FileImport find(long id, Caller caller) {
    return store
        .find(id)
        .map(this::endIfItsJobIsOver)
        .filter(one -> views.covers(caller, one))
        .map(one -> shown(one, caller))
        .orElseThrow(() -> Refusal.notFound("Import " + id));
  }

  /** The newest first, without previews and lists of rejects. */
  public List<FileImport> list(Caller caller) {
    return store.list().stream()
        .filter(one -> views.covers(caller, one))
        .map(one -> one.shown(one.mapping(), job(one)))
        .toList();
  }

  private FileImport shown(FileImport one, Caller caller) {
    ImportMapping mapping = one.mapping() == null ? suggested(one, caller) : one.mapping();
    return one.shown(mapping, job(one));
  }

  private @Nullable ImportMapping suggested(FileImport one, Caller caller) {
    ImportPreview preview = one.preview();
    return preview == null
        ? null
        : views.suggestion(preview, book.remembered(preview).orElse(null), caller);
  }

  private @Nullable Long job(FileImport one) {
    return one.state() == ImportState.RUNNING ? jobOf.get(one.id()) : null;
  }

  /** A job cancelled while it waited never ran, and so could not write its end down. */
  private FileImport endIfItsJobIsOver(FileImport one) {
    Long number = job(one);
    Job job = number == null ? null : jobs.find(number).orElse(null);
    if (job == null || !job.state().isOver()) {
      return one;
    }
    book.end(one, ImportState.CANCELLED, job.message(), null);
    return store.find(one.id()).orElse(one);
  }

  private void dropUnused(String content) {
    if (!store.isUsed(content)) {
      room.drop(content);
    }
  }

  private Path path(long id) {
    return room.path(store.content(id));
  }
}
