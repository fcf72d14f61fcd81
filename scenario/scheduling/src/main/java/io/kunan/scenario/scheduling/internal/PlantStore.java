package io.kunan.scenario.scheduling.internal;

import io.kunan.engine.optimise.plant.PlantFigures;
import io.kunan.engine.optimise.plant.PlantFile;
import io.kunan.kernel.AssetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps plants and the versions of their plans. */
@Repository
class PlantStore {
  private final JdbcClient database;

  PlantStore(JdbcClient database) {
    this.database = database;
  }

  /** The assets that are planned. */
  List<AssetId> plants() {
    return database
        .sql("select asset_id from scheduling.plant order by asset_id")
        .query((row, number) -> new AssetId(row.getInt("asset_id")))
        .list();
  }

  Optional<PlannedPlant> find(AssetId asset) {
    return database
        .sql("select * from scheduling.plant where asset_id = :asset")
        .param("asset", asset.value())
        .query(
            (row, number) ->
                new PlannedPlant(
                    asset,
                    row.getTimestamp("starts_at").toInstant(),
                    row.getBoolean("virtual"),
                    PlantFile.parse("plant", row.getString("document"))))
        .optional();
  }

  /** Keeps a plant in place of the one the asset had. */
  void put(PlannedPlant plant, Instant at, String by) {
    database
        .sql(
            """
            insert into scheduling.plant
              (asset_id, starts_at, virtual, document, changed_at, changed_by)
            values (:asset, :starts, :virtual, :document, :at, :by)
            on conflict (asset_id) do update set starts_at = :starts, virtual = :virtual,
              document = :document, changed_at = :at, changed_by = :by
            """)
        .param("asset", plant.asset().value())
        .param("starts", Timestamp.from(plant.startsAt()))
        .param("virtual", plant.virtual())
        .param("document", PlantFile.text(plant.problem()))
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
  }

  /** The versions of a plant's plan, the newest first. */
  List<PlanVersion> versions(AssetId asset) {
    return database
        .sql("select * from scheduling.plan where asset_id = :asset order by version desc")
        .param("asset", asset.value())
        .query(PlantStore::version)
        .list();
  }

  /** A version with its plan. */
  Optional<PlantFile.Planned> open(AssetId asset, int version) {
    return database
        .sql("select document from scheduling.plan where asset_id = :asset and version = :version")
        .param("asset", asset.value())
        .param("version", version)
        .query(String.class)
        .optional()
        .map(text -> PlantFile.parsePlan("plan " + version, text));
  }

  /** Keeps a plan as the next version. */
  PlanVersion add(AssetId asset, PlantFile.Planned planned, String note, Instant at, String by) {
    PlantFigures figures = PlantFigures.of(planned.problem(), planned.plan());
    return database
        .sql(
            """
            insert into scheduling.plan (asset_id, version, note, made_at, made_by, objective,
              tardiness, on_time, document)
            select :asset, coalesce(max(version), 0) + 1, :note, :at, :by, :objective, :tardiness,
              :onTime, :document
            from scheduling.plan where asset_id = :asset
            returning *
            """)
        .param("asset", asset.value())
        .param("note", note)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .param("objective", figures.objective())
        .param("tardiness", figures.weightedTardinessHours())
        .param("onTime", figures.onTimePercent())
        .param("document", PlantFile.planText(planned.problem(), planned.plan()))
        .query(PlantStore::version)
        .single();
  }

  /** Puts a version in force in place of the one that was; empty when there is none. */
  Optional<PlanVersion> publish(AssetId asset, int version, Instant at, String by) {
    database
        .sql(
            """
            update scheduling.plan set state = 'SUPERSEDED'
            where asset_id = :asset and state = 'PUBLISHED' and version <> :version
            """)
        .param("asset", asset.value())
        .param("version", version)
        .update();
    return database
        .sql(
            """
            update scheduling.plan set state = 'PUBLISHED', published_at = :at, published_by = :by
            where asset_id = :asset and version = :version
            returning *
            """)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .param("asset", asset.value())
        .param("version", version)
        .query(PlantStore::version)
        .optional();
  }

  private static PlanVersion version(ResultSet row, int number) throws SQLException {
    return new PlanVersion(
        row.getInt("version"),
        PlanState.valueOf(row.getString("state")),
        row.getString("note"),
        row.getTimestamp("made_at").toInstant(),
        row.getString("made_by"),
        instant(row.getTimestamp("published_at")),
        row.getString("published_by"),
        row.getDouble("objective"),
        row.getDouble("tardiness"),
        row.getDouble("on_time"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
