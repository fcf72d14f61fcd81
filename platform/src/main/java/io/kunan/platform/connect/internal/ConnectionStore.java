package io.kunan.platform.connect.internal;

import io.kunan.kernel.TagId;
import io.kunan.platform.connect.internal.settings.ConnectionSettings.Kind;
import io.kunan.platform.connect.internal.settings.SettingsColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Connections and their items in the database. */
@Repository
public class ConnectionStore {
  private final JdbcClient database;
  private final JdbcTemplate batches;
  private final Clock clock;

  ConnectionStore(JdbcClient database, JdbcTemplate batches, Clock clock) {
    this.database = database;
    this.batches = batches;
    this.clock = clock;
  }

  /** A node and the tag it feeds. */
  public record Item(TagId tag, String nodeId) {}

  /** All connections by name. */
  public List<ConnectionRow> list() {
    return database
        .sql("SELECT * FROM connect.connection ORDER BY name")
        .query(ConnectionStore::row)
        .list();
  }

  Optional<ConnectionRow> findByName(String name) {
    return database
        .sql("SELECT * FROM connect.connection WHERE name = ?")
        .param(name)
        .query(ConnectionStore::row)
        .optional();
  }

  public Optional<ConnectionRow> find(int id) {
    return database
        .sql("SELECT * FROM connect.connection WHERE id = ?")
        .param(id)
        .query(ConnectionStore::row)
        .optional();
  }

  /** Stores a new connection; its number is given by the database. */
  int insert(ConnectionRow fresh) {
    return bound(
            "INSERT INTO connect.connection (name, kind, endpoint, settings, username,"
                + " password, enabled, desired, created_at) VALUES (:name, :kind, :endpoint,"
                + " cast(:settings as jsonb), :username, :password, :enabled, :desired, :now)"
                + " RETURNING id",
            fresh)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  void update(ConnectionRow changed) {
    bound(
            "UPDATE connect.connection SET name = :name, kind = :kind, endpoint = :endpoint,"
                + " settings = cast(:settings as jsonb), username = :username,"
                + " password = :password, enabled = :enabled, desired = :desired WHERE id = :id",
            changed)
        .param("id", changed.id())
        .update();
  }

  private JdbcClient.StatementSpec bound(String sql, ConnectionRow row) {
    return database
        .sql(sql)
        .param("name", row.name())
        .param("kind", row.settings().kind().name())
        .param("endpoint", row.settings().endpoint())
        .param("settings", SettingsColumn.write(row.settings()))
        .param("username", row.settings().username(), Types.VARCHAR)
        .param("password", row.password(), Types.BINARY)
        .param("enabled", row.enabled())
        .param("desired", row.wanted() ? "RUNNING" : "STOPPED");
  }

  void delete(int id) {
    database.sql("DELETE FROM connect.connection WHERE id = ?").param(id).update();
  }

  /** The items of a connection by tag. */
  public List<Item> items(int connection) {
    return database
        .sql("SELECT tag_id, node_id FROM connect.item WHERE connection_id = ? ORDER BY tag_id")
        .param(connection)
        .query((row, _) -> new Item(new TagId(row.getInt("tag_id")), row.getString("node_id")))
        .list();
  }

  /** Tag of each node of a connection. */
  public Map<String, TagId> tagsByNode(int connection) {
    Map<String, TagId> tags = new HashMap<>();
    items(connection).forEach(item -> tags.put(item.nodeId(), item.tag()));
    return tags;
  }

  /** A tag fed from a node whose name continues that of another node: its child, by custom. */
  Optional<TagId> findTagBelow(int connection, String nodeId) {
    return database
        .sql(
            "SELECT tag_id FROM connect.item"
                + " WHERE connection_id = ? AND starts_with(node_id, ?) ORDER BY tag_id LIMIT 1")
        .params(connection, nodeId + ".")
        .query((row, _) -> new TagId(row.getInt("tag_id")))
        .optional();
  }

  /** Connection of each tag that has one. */
  Map<TagId, Integer> connectionsByTag() {
    Map<TagId, Integer> connections = new HashMap<>();
    database
        .sql("SELECT tag_id, connection_id FROM connect.item")
        .query(
            row -> {
              connections.put(new TagId(row.getInt("tag_id")), row.getInt("connection_id"));
            });
    return connections;
  }

  void insertItems(int connection, List<Item> items) {
    batches.batchUpdate(
        "INSERT INTO connect.item (tag_id, connection_id, node_id) VALUES (?, ?, ?)",
        items,
        1_000,
        (statement, item) -> {
          statement.setInt(1, item.tag().value());
          statement.setInt(2, connection);
          statement.setString(3, item.nodeId());
        });
  }

  /** Forgets the items of tags that are gone. */
  int deleteItems(Collection<Integer> tags) {
    return tags.isEmpty()
        ? 0
        : database
            .sql("DELETE FROM connect.item WHERE tag_id IN (:tags)")
            .param("tags", tags)
            .update();
  }

  private static ConnectionRow row(ResultSet row, int number) throws SQLException {
    return new ConnectionRow(
        row.getInt("id"),
        row.getString("name"),
        SettingsColumn.read(
            Kind.valueOf(row.getString("kind")),
            row.getString("endpoint"),
            row.getString("username"),
            row.getString("settings")),
        row.getBytes("password"),
        row.getBoolean("enabled"),
        row.getString("desired").equals("RUNNING"));
  }
}
