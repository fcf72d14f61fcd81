package io.kunan.platform.models.internal;

import io.kunan.platform.models.ModelAlias;
import io.kunan.platform.models.ModelVersion;
import io.kunan.platform.models.TrainingRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps versions, which are only ever added, and the parts they play. */
@Repository
class VersionStore {
  private static final String SELECT =
      """
      select v.*, a.alias from models.version v
      left join models.alias a on a.model_id = v.model_id and a.version = v.version
      """;

  private final JdbcClient database;
  private final JsonMapper json;

  VersionStore(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Adds the next version of a model and gives its number. */
  int add(int model, Instant at, String fileHash, TrainingRecord record) {
    // The model's row is the lock: two trainings that end together get two numbers.
    database
        .sql("select id from models.model where id = :id for update")
        .param("id", model)
        .query(Integer.class)
        .single();
    return database
        .sql(
            """
            insert into models.version (model_id, version, created_at, file_sha256, document)
            select :model, coalesce(max(version), 0) + 1, :at, :file, cast(:document as jsonb)
            from models.version where model_id = :model
            returning version
            """)
        .param("model", model)
        .param("at", Timestamp.from(at))
        .param("file", fileHash)
        .param("document", json.writeValueAsString(record))
        .query(Integer.class)
        .single();
  }

  /** Gives a part to a version; who played it before plays none. */
  void play(int model, int version, ModelAlias alias, Instant at) {
    database
        .sql(
            "delete from models.alias where model_id = :model"
                + " and (version = :version or alias = :alias)")
        .param("model", model)
        .param("version", version)
        .param("alias", alias.name())
        .update();
    database
        .sql("insert into models.alias values (:model, :alias, :version, :at)")
        .param("model", model)
        .param("alias", alias.name())
        .param("version", version)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** The newest first. */
  List<ModelVersion> list(int model) {
    return database
        .sql(SELECT + " where v.model_id = :model order by v.version desc")
        .param("model", model)
        .query(this::version)
        .list();
  }

  Optional<ModelVersion> find(int model, int version) {
    return database
        .sql(SELECT + " where v.model_id = :model and v.version = :version")
        .param("model", model)
        .param("version", version)
        .query(this::version)
        .optional();
  }

  Optional<ModelVersion> find(int model, ModelAlias alias) {
    return database
        .sql(SELECT + " where v.model_id = :model and a.alias = :alias")
        .param("model", model)
        .param("alias", alias.name())
        .query(this::version)
        .optional();
  }

  /** The one whose forecasts are shown: the champion; before there is one, candidate or shadow. */
  Optional<ModelVersion> serving(int model) {
    return find(model, ModelAlias.CHAMPION)
        .or(() -> find(model, ModelAlias.CANDIDATE))
        .or(() -> find(model, ModelAlias.SHADOW));
  }

  private ModelVersion version(ResultSet row, int number) throws SQLException {
    String alias = row.getString("alias");
    return new ModelVersion(
        row.getInt("model_id"),
        row.getInt("version"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("file_sha256"),
        json.readValue(row.getString("document"), TrainingRecord.class),
        alias == null ? null : ModelAlias.valueOf(alias));
  }
}
