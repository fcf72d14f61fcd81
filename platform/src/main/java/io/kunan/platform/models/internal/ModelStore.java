package io.kunan.platform.models.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.platform.models.ModelDefinition;
import io.kunan.platform.models.ModelMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is to be forecast. */
@Repository
class ModelStore {
  private final JdbcClient database;
  private final JsonMapper json;

  ModelStore(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** A model by its number. */
  record Row(int id, ModelDefinition definition, @Nullable Instant retiredAt) {}

  /** Inserts or replaces by code. */
  Row put(ModelDefinition definition) {
    return database
        .sql(
            """
            insert into models.model (code, name_zh, name_en, asset_id, target_tag, input_tags,
              members, events, every_seconds, horizon_rows, trained_over_seconds, zone, seed)
            values (:code, :zh, :en, :asset, :target, :inputs, cast(:members as jsonb), :events,
              :every, :horizon, :over, :zone, :seed)
            on conflict (code) do update set name_zh = excluded.name_zh,
              name_en = excluded.name_en, asset_id = excluded.asset_id,
              target_tag = excluded.target_tag, input_tags = excluded.input_tags,
              members = excluded.members, events = excluded.events,
              every_seconds = excluded.every_seconds, horizon_rows = excluded.horizon_rows,
              trained_over_seconds = excluded.trained_over_seconds, zone = excluded.zone,
              seed = excluded.seed
            returning *
            """)
        .param("code", definition.code())
        .param("zh", definition.name().zh())
        .param("en", definition.name().en())
        .param("asset", definition.asset().value())
        .param("target", definition.target().value())
        .param("inputs", definition.inputs().stream().map(TagId::value).toArray(Integer[]::new))
        .param("members", json.writeValueAsString(written(definition.members())))
        .param("events", definition.events().toArray(String[]::new))
        .param("every", definition.every().toSeconds())
        .param("horizon", definition.horizonRows())
        .param("over", definition.trainedOver().toSeconds())
        .param("zone", definition.zone().getId())
        .param("seed", definition.seed())
        .query(this::row)
        .single();
  }

  List<Row> list(boolean retired) {
    return database
        .sql("select * from models.model where (retired_at is not null) = :retired order by id")
        .param("retired", retired)
        .query(this::row)
        .list();
  }

  /**
   * @param at since when it is out of use; null brings it back
   */
  Optional<Row> retire(int id, @Nullable Instant at) {
    return database
        .sql("update models.model set retired_at = :at where id = :id returning *")
        .param("at", at == null ? null : Timestamp.from(at), Types.TIMESTAMP)
        .param("id", id)
        .query(this::row)
        .optional();
  }

  Optional<Row> find(String code) {
    return database
        .sql("select * from models.model where code = :code")
        .param("code", code)
        .query(this::row)
        .optional();
  }

  Optional<Row> find(int id) {
    return database
        .sql("select * from models.model where id = :id")
        .param("id", id)
        .query(this::row)
        .optional();
  }

  /** A member as it is written. */
  private record Member(int asset, List<Integer> tags) {}

  private static List<Member> written(List<ModelMember> members) {
    return members.stream()
        .map(
            member ->
                new Member(
                    member.asset().value(), member.tags().stream().map(TagId::value).toList()))
        .toList();
  }

  private List<ModelMember> members(String text) {
    return Arrays.stream(json.readValue(text, Member[].class))
        .map(
            member ->
                new ModelMember(
                    new AssetId(member.asset()), member.tags().stream().map(TagId::new).toList()))
        .toList();
  }

  private Row row(ResultSet row, int number) throws SQLException {
    Timestamp retired = row.getTimestamp("retired_at");
    Integer[] inputs = (Integer[]) row.getArray("input_tags").getArray();
    return new Row(
        row.getInt("id"),
        new ModelDefinition(
            row.getString("code"),
            new Text(row.getString("name_zh"), row.getString("name_en")),
            new AssetId(row.getInt("asset_id")),
            new TagId(row.getInt("target_tag")),
            Arrays.stream(inputs).map(TagId::new).toList(),
            members(row.getString("members")),
            List.of((String[]) row.getArray("events").getArray()),
            Duration.ofSeconds(row.getLong("every_seconds")),
            row.getInt("horizon_rows"),
            Duration.ofSeconds(row.getLong("trained_over_seconds")),
            ZoneId.of(row.getString("zone")),
            row.getLong("seed")),
        retired == null ? null : retired.toInstant());
  }
}
