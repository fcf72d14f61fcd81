package io.kunan.platform.alarms.internal;

import io.kunan.kernel.Text;
import io.kunan.platform.alarms.AlarmKind;
import io.kunan.platform.alarms.AlarmRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Keeps the rules, also those retired: what they raised is read by them. */
@Repository
class RuleStore {
  private static final String COLUMNS =
      """
      id, tag_id, asset_id, quantity, kind, priority, limit_value, deadband, delay_seconds,
      enabled, title_zh, title_en, cause_zh, cause_en, consequence_zh, consequence_en,
      action_zh, action_en
      """;

  private final JdbcClient database;

  RuleStore(JdbcClient database) {
    this.database = database;
  }

  List<AlarmRule> list() {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from alarms.rule where retired_at is null order by priority, id")
        .query(RuleStore::rule)
        .list();
  }

  List<AlarmRule> listWithRetired() {
    return database.sql("select " + COLUMNS + " from alarms.rule").query(RuleStore::rule).list();
  }

  /** Also one that was retired. */
  Optional<AlarmRule> find(long id) {
    return database
        .sql("select " + COLUMNS + " from alarms.rule where id = :id")
        .param("id", id)
        .query(RuleStore::rule)
        .optional();
  }

  /** When each rule was made, by its number. */
  Map<Long, Instant> madeAt() {
    Map<Long, Instant> made = new HashMap<>();
    database
        .sql("select id, made_at from alarms.rule")
        .query(
            row -> {
              made.put(row.getLong("id"), row.getTimestamp("made_at").toInstant());
            });
    return made;
  }

  AlarmRule add(AlarmRule rule) {
    String sql =
        """
        insert into alarms.rule (tag_id, asset_id, quantity, kind, priority, limit_value, deadband,
          delay_seconds, enabled, title_zh, title_en, cause_zh, cause_en,
          consequence_zh, consequence_en, action_zh, action_en)
        values (:tagId, :assetId, :quantity, :kind, :priority, :limit, :deadband,
          :delaySeconds, :enabled, :titleZh, :titleEn, :causeZh, :causeEn,
          :consequenceZh, :consequenceEn, :actionZh, :actionEn)
        returning
        """
            + COLUMNS;
    return bind(database.sql(sql), rule).query(RuleStore::rule).single();
  }

  Optional<AlarmRule> change(AlarmRule rule) {
    String sql =
        """
        update alarms.rule set tag_id = :tagId, asset_id = :assetId, quantity = :quantity,
          kind = :kind, priority = :priority, limit_value = :limit, deadband = :deadband,
          delay_seconds = :delaySeconds, enabled = :enabled, title_zh = :titleZh,
          title_en = :titleEn, cause_zh = :causeZh, cause_en = :causeEn,
          consequence_zh = :consequenceZh, consequence_en = :consequenceEn,
          action_zh = :actionZh, action_en = :actionEn
        where id = :id and retired_at is null
        returning
        """
            + COLUMNS;
    return bind(database.sql(sql), rule).param("id", rule.id()).query(RuleStore::rule).optional();
  }

  /** Empty when there is none, or it was retired before. */
  Optional<AlarmRule> retire(long id, Instant at) {
    return database
        .sql(
            "update alarms.rule set retired_at = :at where id = :id and retired_at is null"
                + " returning "
                + COLUMNS)
        .param("at", Timestamp.from(at))
        .param("id", id)
        .query(RuleStore::rule)
        .optional();
  }

  private static StatementSpec bind(StatementSpec statement, AlarmRule rule) {
    StatementSpec bound = statement;
    bound = text(bound, "cause", rule.cause());
    bound = text(bound, "consequence", rule.consequence());
    bound = text(bound, "action", rule.action());
    return bound
        .param("tagId", rule.tagId())
        .param("assetId", rule.assetId())
        .param("quantity", rule.quantity())
        .param("kind", rule.kind().name())
        .param("priority", rule.priority())
        .param("limit", rule.limit())
        .param("deadband", rule.deadband())
        .param("delaySeconds", rule.delaySeconds())
        .param("enabled", rule.enabled())
        .param("titleZh", rule.titleZh())
        .param("titleEn", rule.titleEn());
  }

  private static StatementSpec text(StatementSpec statement, String name, @Nullable Text text) {
    return statement
        .param(name + "Zh", text == null ? null : text.zh(), Types.VARCHAR)
        .param(name + "En", text == null ? null : text.en(), Types.VARCHAR);
  }

  private static @Nullable Text text(ResultSet row, String column) throws SQLException {
    String zh = row.getString(column + "_zh");
    String en = row.getString(column + "_en");
    return zh == null || en == null ? null : new Text(zh, en);
  }

  static AlarmRule rule(ResultSet row, int number) throws SQLException {
    return new AlarmRule(
        row.getLong("id"),
        row.getObject("tag_id", Integer.class),
        row.getObject("asset_id", Integer.class),
        row.getString("quantity"),
        AlarmKind.valueOf(row.getString("kind")),
        row.getInt("priority"),
        row.getDouble("limit_value"),
        row.getDouble("deadband"),
        row.getDouble("delay_seconds"),
        row.getBoolean("enabled"),
        row.getString("title_zh"),
        row.getString("title_en"),
        text(row, "cause"),
        text(row, "consequence"),
        text(row, "action"));
  }
}
