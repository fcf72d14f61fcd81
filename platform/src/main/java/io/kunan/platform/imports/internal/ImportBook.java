package io.kunan.platform.imports.internal;

import io.kunan.kernel.Sentence;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.imports.FileImport;
import io.kunan.platform.imports.ImportMapping;
import io.kunan.platform.imports.ImportMapping.ColumnMapping;
import io.kunan.platform.imports.ImportOptions;
import io.kunan.platform.imports.ImportOutcome;
import io.kunan.platform.imports.ImportPreview;
import io.kunan.platform.imports.ImportState;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The changes of an import's state, each one transaction with its entry in the audit trail. */
@Component
class ImportBook {
  private final ImportStore store;
  private final MappingPlanner planner;
  private final AuditTrail audit;
  private final Clock clock;

  ImportBook(ImportStore store, MappingPlanner planner, AuditTrail audit, Clock clock) {
    this.store = store;
    this.planner = planner;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public FileImport create(
      String name,
      UploadRoom.Received file,
      Caller caller,
      ImportOptions options,
      ImportPreview preview) {
    FileImport made =
        store.insert(name, file, caller.username(), clock.instant(), options, preview);
    audit.record(
        "IMPORT_UPLOADED", object(made), Map.of("bytes", file.bytes(), "sha256", file.content()));
    return made;
  }

  @Transactional
  public void preview(FileImport one, ImportOptions options, ImportPreview preview) {
    if (!store.preview(one.id(), options, preview)) {
      throw running(one);
    }
    audit.record("IMPORT_OPTIONS_CHANGED", object(one), options);
  }

  /** Makes the new tags, keeps the mapping for files with the same columns, and goes. */
  @Transactional
  public List<PlannedColumn> begin(
      FileImport one, ImportMapping mapping, ImportPreview preview, Caller caller) {
    List<PlannedColumn> plan = planner.plan(preview, mapping.columns(), caller);
    ImportMapping resolved = ImportMapping.of(mapping.options(), resolved(mapping, plan));
    if (!store.begin(one.id(), resolved, preview, clock.instant())) {
      throw running(one);
    }
    store.remember(columnsKey(preview), resolved);
    audit.record("IMPORT_STARTED", object(one), resolved);
    return plan;
  }

  /** False when it did not run. */
  @Transactional
  public boolean end(
      FileImport one,
      ImportState state,
      @Sentence String message,
      @Nullable ImportOutcome outcome) {
    boolean ended = store.end(one.id(), state, message, outcome, clock.instant());
    if (ended) {
      Map<String, Object> detail = new HashMap<>();
      detail.put("message", message);
      if (outcome != null) {
        detail.put("rows", outcome.rows());
        detail.put("points", outcome.points());
        detail.put("rejected", outcome.rejected());
      }
      audit.record("IMPORT_" + state, object(one), detail);
    }
    return ended;
  }

  @Transactional
  public void askToStop(FileImport one) {
    audit.record("IMPORT_STOP_ASKED", object(one), Map.of());
  }

  @Transactional
  public void delete(FileImport one) {
    if (!store.delete(one.id())) {
      throw running(one);
    }
    audit.record("IMPORT_DELETED", object(one), Map.of());
  }

  /** How files with these columns were mapped the last time. */
  Optional<ImportMapping> remembered(ImportPreview preview) {
    return store.remembered(columnsKey(preview));
  }

  static Refusal running(FileImport one) {
    return Refusal.conflict(
        "The import of %s is running".formatted(one.fileName()), "wait for its end, or cancel it");
  }

  private static List<ColumnMapping> resolved(ImportMapping mapping, List<PlannedColumn> plan) {
    Map<String, PlannedColumn> byColumn =
        plan.stream().collect(Collectors.toMap(PlannedColumn::column, column -> column));
    return mapping.columns().stream()
        .map(
            wish -> {
              PlannedColumn planned = byColumn.get(wish.column());
              return planned == null
                  ? new ColumnMapping(wish.column(), null, null, true, null)
                  : ColumnMapping.to(
                      wish.column(),
                      planned.tag().value(),
                      planned.words() ? null : planned.fileUnit());
            })
        .toList();
  }

  private static String columnsKey(ImportPreview preview) {
    String names =
        preview.columns().stream().map(c -> c.name()).collect(Collectors.joining("\u001f"));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(names.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String object(FileImport one) {
    return "import %d %s".formatted(one.id(), one.fileName());
  }
}
