package io.kunan.platform.models.internal;

import io.kunan.kernel.AssetId;
import io.kunan.platform.models.Prediction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps forecasts as they were made; only the actual is added later. */
@Repository
class PredictionStore {
  private final JdbcClient database;
  private final JsonMapper json;

  PredictionStore(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Keeps a forecast; one already made for that time stands. */
  void add(Prediction made) {
    database
        .sql(
            """
            insert into models.prediction (model_id, version, asset_id, time_for, origin, made_at,
              low, mid, high, explanation, inside, distance)
            values (:model, :version, :asset, :time, :origin, :made, :low, :mid, :high,
              cast(:explanation as jsonb), :inside, :distance)
            on conflict do nothing
            """)
        .param("model", made.model())
        .param("version", made.version())
        .param("asset", made.asset().value())
        .param("time", Timestamp.from(made.timeFor()))
        .param("origin", Timestamp.from(made.origin()))
        .param("made", Timestamp.from(made.madeAt()))
        .param("low", made.low())
        .param("mid", made.mid())
        .param("high", made.high())
        .param("explanation", json.writeValueAsString(made.explanation()))
        .param("inside", made.inside())
        .param("distance", made.distance())
        .update();
  }

  void arrive(Prediction made, double actual) {
    database
        .sql(
            """
            update models.prediction set actual = :actual
            where model_id = :model and version = :version and asset_id = :asset
              and time_for = :time
            """)
        .param("actual", actual)
        .param("model", made.model())
        .param("version", made.version())
        .param("asset", made.asset().value())
        .param("time", Timestamp.from(made.timeFor()))
        .update();
  }

  /** The times a version has forecast for any asset, from an instant on. */
  Set<Instant> times(int model, int version, Instant from) {
    return new HashSet<>(
        database
            .sql(
                """
                select distinct time_for from models.prediction
                where model_id = :model and version = :version and time_for >= :from
                """)
            .param("model", model)
            .param("version", version)
            .param("from", Timestamp.from(from))
            .query((row, number) -> row.getTimestamp(1).toInstant())
            .list());
  }

  /** Those of an asset in order of time, first included, last excluded. */
  List<Prediction> list(int model, int version, AssetId asset, Instant from, Instant to) {
    return database
        .sql(
            """
            select * from models.prediction where model_id = :model and version = :version
              and asset_id = :asset and time_for >= :from and time_for < :to order by time_for
            """)
        .param("model", model)
        .param("version", version)
        .param("asset", asset.value())
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .query(this::prediction)
        .list();
  }

  /** Those whose target may have arrived by now. */
  List<Prediction> due(int model, int version, Instant now) {
    return database
        .sql(
            """
            select * from models.prediction where model_id = :model and version = :version
              and actual is null and time_for <= :now order by time_for desc limit 2000
            """)
        .param("model", model)
        .param("version", version)
        .param("now", Timestamp.from(now))
        .query(this::prediction)
        .list();
  }

  /**
   * What came at a time against what was forecast for it.
   *
   * @param error actual less forecast, the mean over all assets
   * @param assets how many have arrived
   * @param inside how many of them lie inside their band
   */
  record Outcome(double error, int assets, int inside) {}

  /** Of the newest times whose targets have arrived, in order of time. */
  List<Outcome> outcomes(int model, int version, int most) {
    return database
        .sql(
            """
            select * from (select time_for, avg(actual - mid) as error, count(*) as assets,
                count(*) filter (where actual between low and high) as inside
              from models.prediction where model_id = :model and version = :version
                and actual is not null group by time_for order by time_for desc limit :most) p
            order by time_for
            """)
        .param("model", model)
        .param("version", version)
        .param("most", most)
        .query(
            (row, number) ->
                new Outcome(row.getDouble("error"), row.getInt("assets"), row.getInt("inside")))
        .list();
  }

  /**
   * Middle distance from the training rows of the forecasts for the latest time, one for each
   * asset; empty before the first. Above 1 most of the assets are unlike what was trained on.
   */
  Optional<Double> middleDistance(int model, int version) {
    return database
        .sql(
            """
            select percentile_cont(0.5) within group (order by distance) from models.prediction
            where model_id = :model and version = :version and time_for =
              (select max(time_for) from models.prediction
               where model_id = :model and version = :version)
            """)
        .param("model", model)
        .param("version", version)
        .query((row, _) -> Optional.ofNullable((Double) row.getObject(1)))
        .single();
  }

  /** Of any asset. */
  Optional<Prediction> latest(int model, int version) {
    return database
        .sql(
            """
            select * from models.prediction where model_id = :model and version = :version
            order by time_for desc limit 1
            """)
        .param("model", model)
        .param("version", version)
        .query(this::prediction)
        .optional();
  }

  Optional<Prediction> latest(int model, int version, AssetId asset) {
    return database
        .sql(
            """
            select * from models.prediction where model_id = :model and version = :version
              and asset_id = :asset order by time_for desc limit 1
            """)
        .param("model", model)
        .param("version", version)
        .param("asset", asset.value())
        .query(this::prediction)
        .optional();
  }

  private Prediction prediction(ResultSet row, int number) throws SQLException {
    return new Prediction(
        row.getInt("model_id"),
        row.getInt("version"),
        new AssetId(row.getInt("asset_id")),
        row.getTimestamp("time_for").toInstant(),
        row.getTimestamp("origin").toInstant(),
        row.getTimestamp("made_at").toInstant(),
        row.getDouble("low"),
        row.getDouble("mid"),
        row.getDouble("high"),
        row.getObject("actual", Double.class),
        Arrays.asList(json.readValue(row.getString("explanation"), Prediction.Reason[].class)),
        row.getBoolean("inside"),
        row.getDouble("distance"));
  }
}
