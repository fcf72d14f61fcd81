package io.kunan.platform.streams.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Text;
import io.kunan.platform.streams.StreamJob;
import io.kunan.platform.streams.StreamMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the jobs and what they were before. */
@Repository
class JobStore {
  private final JdbcClient database;

  JobStore(JdbcClient database) {
    this.database = database;
  }

  List<StreamJob> list() {
    return database.sql("select * from streams.job order by id").query(JobStore::job).list();
  }

  Optional<StreamJob> find(int id) {
    return database
        .sql("select * from streams.job where id = :id")
        .param("id", id)
        .query(JobStore::job)
        .optional();
  }

  /** Stores a new job; its number is given here. */
  StreamJob add(StreamJob job) {
    StreamJob stored =
        bind(
                database.sql(
                    """
                    insert into streams.job (asset_id, version, mode, name_zh, name_en, definition,
                      changed_at, changed_by)
                    values (:asset, :version, :mode, :zh, :en, cast(:definition as jsonb), :at, :by)
                    returning *
                    """),
                job)
            .query(JobStore::job)
            .single();
    addVersion(stored);
    return stored;
  }

  /** Replaces a job if nobody else has in the meantime; a new version is kept. */
  boolean change(StreamJob job, int versionBefore) {
    boolean done =
        bind(
                    database.sql(
                        """
                        update streams.job set asset_id = :asset, version = :version, mode = :mode,
                          name_zh = :zh, name_en = :en, definition = cast(:definition as jsonb),
                          changed_at = :at, changed_by = :by
                        where id = :id and version = :before
                        """),
                    job)
                .param("id", job.id())
                .param("before", versionBefore)
                .update()
            == 1;
    if (done && job.version() != versionBefore) {
      addVersion(job);
    }
    return done;
  }

  void remove(int id) {
    database.sql("delete from streams.job where id = :id").param("id", id).update();
  }

  /** All versions of a job, the newest first; their mode is that of now. */
  List<StreamJob> versions(int id) {
    return database
        .sql(
            """
            select j.id, j.asset_id, j.mode, v.version, v.name_zh, v.name_en, v.definition,
              v.changed_at, v.changed_by
            from streams.job_version v join streams.job j on j.id = v.job_id
            where j.id = :id order by v.version desc
            """)
        .param("id", id)
        .query(JobStore::job)
        .list();
  }

  private void addVersion(StreamJob job) {
    bind(
            database.sql(
                """
                insert into streams.job_version (job_id, version, name_zh, name_en, definition,
                  changed_at, changed_by)
                values (:id, :version, :zh, :en, cast(:definition as jsonb), :at, :by)
                """),
            job)
        .param("id", job.id())
        .update();
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, StreamJob job) {
    return statement
        .param("asset", job.asset().value())
        .param("version", job.version())
        .param("mode", job.mode().name())
        .param("zh", job.name().zh())
        .param("en", job.name().en())
        .param("definition", Definitions.text(job.job()))
        .param("at", Timestamp.from(job.changedAt()))
        .param("by", job.changedBy());
  }

  private static StreamJob job(ResultSet row, int number) throws SQLException {
    int id = row.getInt("id");
    return new StreamJob(
        id,
        new AssetId(row.getInt("asset_id")),
        row.getInt("version"),
        StreamMode.valueOf(row.getString("mode")),
        new Text(row.getString("name_zh"), row.getString("name_en")),
        Definitions.read(id, row.getString("definition")),
        row.getTimestamp("changed_at").toInstant(),
        row.getString("changed_by"));
  }
}
