package io.kunan.scenario.scheduling.internal;

import io.kunan.engine.optimise.plant.PlantSheets.Kind;
import io.kunan.engine.optimise.plant.PlantSheets.Sheet;
import io.kunan.kernel.AssetId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the tables a plant was made of, and what people said of their headers. */
@Repository
class SheetStore {
  private final JdbcClient database;

  SheetStore(JdbcClient database) {
    this.database = database;
  }

  /**
   * A table as it was taken.
   *
   * @param at when
   */
  record Kept(Sheet sheet, Instant at) {}

  Map<Kind, Kept> sheets(AssetId asset) {
    Map<Kind, Kept> kept = new EnumMap<>(Kind.class);
    database
        .sql("select kind, name, content, taken_at from scheduling.sheet where asset_id = :asset")
        .param("asset", asset.value())
        .query(
            row -> {
              Sheet sheet = new Sheet(row.getString("name"), row.getString("content"));
              kept.put(kind(row.getString("kind")), new Kept(sheet, instant(row.getTimestamp(4))));
            });
    return kept;
  }

  private static Instant instant(Timestamp time) {
    return time.toInstant();
  }

  private static Kind kind(String id) {
    return Kind.valueOf(id.toUpperCase(Locale.ROOT));
  }

  void keep(AssetId asset, Map<Kind, Sheet> sheets, Instant at, String by) {
    sheets.forEach(
        (kind, sheet) ->
            database
                .sql(
                    """
                    insert into scheduling.sheet
                      (asset_id, kind, name, content, taken_at, taken_by)
                    values (:asset, :kind, :name, :content, :at, :by)
                    on conflict (asset_id, kind) do update
                      set name = :name, content = :content, taken_at = :at, taken_by = :by
                    """)
                .param("asset", asset.value())
                .param("kind", kind.id())
                .param("name", sheet.name())
                .param("content", sheet.text())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update());
  }

  /** By table and header the column people said it is. */
  Map<Kind, Map<String, String>> columns(AssetId asset) {
    Map<Kind, Map<String, String>> columns = new EnumMap<>(Kind.class);
    database
        .sql("select kind, header, field from scheduling.sheet_column where asset_id = :asset")
        .param("asset", asset.value())
        .query(
            row -> {
              columns
                  .computeIfAbsent(kind(row.getString("kind")), k -> new LinkedHashMap<>())
                  .put(row.getString("header"), row.getString("field"));
            });
    return columns;
  }

  void remember(AssetId asset, Map<Kind, Map<String, String>> columns) {
    columns.forEach(
        (kind, said) -> said.forEach((header, field) -> remember(asset, kind, header, field)));
  }

  private void remember(AssetId asset, Kind kind, String header, String field) {
    database
        .sql(
            """
            insert into scheduling.sheet_column (asset_id, kind, header, field)
            values (:asset, :kind, :header, :field)
            on conflict (asset_id, kind, header) do update set field = :field
            """)
        .param("asset", asset.value())
        .param("kind", kind.id())
        .param("header", header)
        .param("field", field)
        .update();
  }
}
