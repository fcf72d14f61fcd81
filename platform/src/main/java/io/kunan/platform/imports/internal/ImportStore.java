package io.kunan.platform.imports.internal;

import io.kunan.kernel.Sentence;
import io.kunan.platform.imports.FileImport;
import io.kunan.platform.imports.ImportMapping;
import io.kunan.platform.imports.ImportOptions;
import io.kunan.platform.imports.ImportOutcome;
import io.kunan.platform.imports.ImportPreview;
import io.kunan.platform.imports.ImportState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Imports in the database. */
@Repository
class ImportStore {
  private static final int LISTED = 500;

  private final JdbcClient database;
  private final JsonMapper json;

  ImportStore(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** A new import of a file whose first rows have been looked at. */
  FileImport insert(
      String fileName,
      UploadRoom.Received file,
      String by,
      Instant at,
      ImportOptions options,
      ImportPreview preview) {
    return database
        .sql(
            """
            insert into imports.file_import
              (file_name, bytes, content, state, created_by, created_at, options, preview)
            values (:name, :bytes, :content, 'PREVIEW', :by, :at,
              cast(:options as jsonb), cast(:preview as jsonb))
            returning *
            """)
        .param("name", fileName)
        .param("bytes", file.bytes())
        .param("content", file.content())
        .param("by", by)
        .param("at", Timestamp.from(at))
        .param("options", json.writeValueAsString(options))
        .param("preview", json.writeValueAsString(preview))
        .query(this::whole)
        .single();
  }

  Optional<FileImport> find(long id) {
    return database
        .sql("select * from imports.file_import where id = :id")
        .param("id", id)
        .query(this::whole)
        .optional();
  }

  /** SHA-256 of the file of an import. */
  String content(long id) {
    return database
        .sql("select content from imports.file_import where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  /** The newest first, without previews and without the lists of their reports. */
  List<FileImport> list() {
    return database
        .sql(
            """
            select id, file_name, bytes, state, message, created_by, created_at, started_at,
              finished_at, options, mapping,
              report || '{"rejects": [], "repairs": []}' as report
            from imports.file_import order by id desc limit :most
            """)
        .param("most", LISTED)
        .query((row, _) -> read(row, null))
        .list();
  }

  /** Keeps a new preview; the import waits for its mapping again. False while it runs. */
  boolean preview(long id, ImportOptions options, ImportPreview preview) {
    return 1
        == database
            .sql(
                """
                update imports.file_import set options = cast(:options as jsonb),
                  preview = cast(:preview as jsonb), state = 'PREVIEW', mapping = null,
                  report = null, message = '', started_at = null, finished_at = null
                where id = :id and state <> 'RUNNING'
                """)
            .param("id", id)
            .param("options", json.writeValueAsString(options))
            .param("preview", json.writeValueAsString(preview))
            .update();
  }

  /** False when it runs already. */
  boolean begin(long id, ImportMapping mapping, ImportPreview preview, Instant at) {
    return 1
        == database
            .sql(
                """
                update imports.file_import set state = 'RUNNING', message = '', report = null,
                  mapping = cast(:mapping as jsonb), options = cast(:options as jsonb),
                  preview = cast(:preview as jsonb), started_at = :at, finished_at = null
                where id = :id and state <> 'RUNNING'
                """)
            .param("id", id)
            .param("mapping", json.writeValueAsString(mapping))
            .param("options", json.writeValueAsString(mapping.options()))
            .param("preview", json.writeValueAsString(preview))
            .param("at", Timestamp.from(at))
            .update();
  }

  /** False when it does not run. */
  boolean end(
      long id,
      ImportState state,
      @Sentence String message,
      @Nullable ImportOutcome report,
      Instant at) {
    return 1
        == database
            .sql(
                """
                update imports.file_import set state = :state, message = :message,
                  report = cast(:report as jsonb), finished_at = :at
                where id = :id and state = 'RUNNING'
                """)
            .param("id", id)
            .param("state", state.name())
            .param("message", message)
            .param("report", report == null ? null : json.writeValueAsString(report))
            .param("at", Timestamp.from(at))
            .update();
  }

  List<Long> running() {
    return database
        .sql("select id from imports.file_import where state = 'RUNNING' order by id")
        .query(Long.class)
        .list();
  }

  /** False while it runs. */
  boolean delete(long id) {
    return 1
        == database
            .sql("delete from imports.file_import where id = :id and state <> 'RUNNING'")
            .param("id", id)
            .update();
  }

  boolean isUsed(String content) {
    return database
        .sql("select exists (select 1 from imports.file_import where content = :content)")
        .param("content", content)
        .query(Boolean.class)
        .single();
  }

  /** How files with these columns were mapped the last time. */
  Optional<ImportMapping> remembered(String columns) {
    return database
        .sql("select mapping from imports.remembered where columns = :columns")
        .param("columns", columns)
        .query(String.class)
        .optional()
        .map(text -> json.readValue(text, ImportMapping.class));
  }

  void remember(String columns, ImportMapping mapping) {
    database
        .sql(
            """
            insert into imports.remembered (columns, mapping)
            values (:columns, cast(:mapping as jsonb))
            on conflict (columns) do update set mapping = excluded.mapping
            """)
        .param("columns", columns)
        .param("mapping", json.writeValueAsString(mapping))
        .update();
  }

  private FileImport whole(ResultSet row, int number) throws SQLException {
    return read(row, part(row, "preview", ImportPreview.class));
  }

  private FileImport read(ResultSet row, @Nullable ImportPreview preview) throws SQLException {
    ImportOptions options = part(row, "options", ImportOptions.class);
    return new FileImport(
        row.getLong("id"),
        row.getString("file_name"),
        row.getLong("bytes"),
        ImportState.valueOf(row.getString("state")),
        row.getString("message"),
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        options == null ? ImportOptions.DETECT : options,
        preview,
        part(row, "mapping", ImportMapping.class),
        part(row, "report", ImportOutcome.class),
        null);
  }

  private <T> @Nullable T part(ResultSet row, String column, Class<T> type) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : json.readValue(text, type);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
