package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.Tag;
import io.kunan.engine.history.TagCatalogue;
import io.kunan.kernel.InputException;
import io.kunan.kernel.TagId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.duckdb.DuckDBConnection;

/** The tags in memory, each change written to the manifest before it counts. */
final class DuckCatalogue implements TagCatalogue {
  private static final int ROWS_AT_A_TIME = 250;

  private final Database database;
  private final Map<String, Tag> byName = new ConcurrentHashMap<>();
  private final Map<Integer, Tag> byId = new ConcurrentHashMap<>();
  private final IntSupplier highestStored;
  private int highest;

  /**
   * @param highestStored highest tag number among the points, whether or not it has a name
   */
  DuckCatalogue(Database database, IntSupplier highestStored) {
    this.database = database;
    this.highestStored = highestStored;
    database.read("read tags", this::load);
  }

  @Override
  public Tag obtain(String name, String unit, boolean step) {
    return obtainAll(List.of(name), unit, step).getFirst();
  }

  @Override
  public synchronized List<Tag> obtainAll(List<String> names, String unit, boolean step) {
    Map<String, Tag> fresh = new LinkedHashMap<>();
    int next = Math.max(highest, highestStored.getAsInt());
    for (String name : names) {
      if (!byName.containsKey(name) && !fresh.containsKey(name)) {
        fresh.put(name, new Tag(new TagId(++next), name, unit, step, Tag.DEFAULT_CLASS));
      }
    }
    store(fresh.values());
    return names.stream().map(name -> fresh.getOrDefault(name, byName.get(name))).toList();
  }

  @Override
  public synchronized void define(List<Tag> tags) {
    Map<String, Tag> names = new LinkedHashMap<>();
    for (Tag tag : tags) {
      Tag holder = names.getOrDefault(tag.name(), byName.get(tag.name()));
      if (holder != null && !holder.id().equals(tag.id())) {
        throw new InputException(
            "tag " + tag.name(),
            "the name belongs to tag number " + holder.id().value(),
            "give tag number %d another name".formatted(tag.id().value()));
      }
      names.put(tag.name(), tag);
    }
    store(names.values());
  }

  @Override
  public Optional<Tag> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public Optional<Tag> find(TagId id) {
    return Optional.ofNullable(byId.get(id.value()));
  }

  @Override
  public List<Tag> list() {
    return byName.values().stream().sorted(Comparator.comparing(Tag::name)).toList();
  }

  private void store(Collection<Tag> tags) {
    if (tags.isEmpty()) {
      return;
    }
    database.inTransaction("write tags", connection -> write(connection, tags));
    tags.forEach(this::remember);
  }

  /** Many rows at a time: a plant brings its tags by the thousand. */
  private void write(DuckDBConnection connection, Collection<Tag> tags) throws SQLException {
    List<Tag> rows = List.copyOf(tags);
    for (int from = 0; from < rows.size(); from += ROWS_AT_A_TIME) {
      List<Tag> chunk = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_A_TIME));
      delete(connection, chunk.stream().filter(tag -> byId.containsKey(tag.id().value())).toList());
      String places = String.join(", ", Collections.nCopies(chunk.size(), "(?, ?, ?, ?, ?)"));
      try (var insert = connection.prepareStatement("INSERT INTO tag VALUES " + places)) {
        int place = 0;
        for (Tag tag : chunk) {
          insert.setInt(++place, tag.id().value());
          insert.setString(++place, tag.name());
          insert.setString(++place, tag.unit());
          insert.setBoolean(++place, tag.step());
          insert.setString(++place, tag.retentionClass());
        }
        insert.execute();
      }
    }
  }

  private static void delete(DuckDBConnection connection, List<Tag> known) throws SQLException {
    if (known.isEmpty()) {
      return;
    }
    String places = String.join(", ", Collections.nCopies(known.size(), "?"));
    try (var delete = connection.prepareStatement("DELETE FROM tag WHERE id IN (" + places + ")")) {
      for (int i = 0; i < known.size(); i++) {
        delete.setInt(i + 1, known.get(i).id().value());
      }
      delete.execute();
    }
  }

  private void remember(Tag tag) {
    Tag before = byId.put(tag.id().value(), tag);
    if (before != null) {
      byName.remove(before.name());
    }
    byName.put(tag.name(), tag);
    highest = Math.max(highest, tag.id().value());
  }

  private boolean load(DuckDBConnection connection) throws SQLException {
    List<Tag> tags = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("SELECT id, name, unit, step, class FROM tag")) {
      while (rs.next()) {
        tags.add(
            new Tag(
                new TagId(rs.getInt(1)),
                rs.getString(2),
                rs.getString(3),
                rs.getBoolean(4),
                rs.getString(5)));
      }
    }
    tags.forEach(this::remember);
    return true;
  }
}
